"""Parties typed as people say them: a line each, completed from the directory as one types."""

from __future__ import annotations

from typing import Any

from django import forms

from consuno.agenda.queries.review import owner_name
from consuno.core.text import fold
from consuno.directory.queries import BodyNames, Gazetteer

#: Empty lines offered beside those that are filled in.
SPARE = 2
LONGEST = 200


class LinesInput(forms.Widget):
    """One input per value and a few more; all complete from one list. Works without scripts."""

    template_name = "agenda/widgets/lines.html"
    options: list[str] = []

    def value_from_datadict(self, data: Any, files: Any, name: str) -> list[str]:
        """Return what was typed, without empty lines."""
        typed = data.getlist(name) if hasattr(data, "getlist") else data.get(name) or []
        typed = [typed] if isinstance(typed, str) else typed
        return [" ".join(line.split())[:LONGEST] for line in typed if line.strip()]

    def get_context(self, name: str, value: Any, attrs: Any) -> dict[str, Any]:
        """Return what the template shows."""
        context = super().get_context(name, value, attrs)
        context["widget"] |= {"lines": [*(value or []), *[""] * SPARE], "options": self.options}
        return context

    def id_for_label(self, id_: str) -> str:
        """Return the first line, which the label names."""
        return f"{id_}_0" if id_ else id_


class LinesField(forms.Field):
    """Lines of text."""

    widget = LinesInput

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Say whether the lines differ."""
        return list(initial or []) != list(data or [])


class Owners:
    """The responsible parties of a candidate, shown as words and read back from words."""

    def __init__(self, parties: list[dict[str, Any]]) -> None:
        self.names = BodyNames()
        gazetteer = Gazetteer()
        rows = [row for row in parties if row["role"] == "responsible"]
        self._rows = {owner_name(row, gazetteer)[0]: row for row in rows}
        self._others = [row for row in parties if row["role"] != "responsible"]

    @property
    def shown(self) -> list[str]:
        """What the form begins with."""
        return list(self._rows)

    def read(self, lines: list[str]) -> list[dict[str, Any]]:
        """Return the parties: what was read is kept, a known body gets its code, the rest stays as typed."""
        untouched = {fold(name): row for name, row in self._rows.items()}
        chosen = [untouched.get(fold(line)) or self._typed(line) for line in lines]
        once = [row for number, row in enumerate(chosen) if row not in chosen[:number]]
        return once + self._others

    def _typed(self, line: str) -> dict[str, Any]:
        code = self.names.find(line)
        return {
            "role": "responsible", "body": code, "name": "" if code else line, "basis": "assigned",
        }  # fmt: skip
