"""Sheets that people fill and send back: heads and choices found in either language, in any order; all
rows are kept, or none and each says why. Pure of the records.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Protocol, TypeVar

from django.conf import settings
from django.db import transaction
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import override

from consuno.core.policy import Denied
from consuno.core.text import fold


class RowsError(ValueError):
    """At least one row cannot be kept, so none was; each row holds what is wrong with it."""


class Row(Protocol):
    """One row as the sheet brings it."""

    problems: list[str]

    @property
    def empty(self) -> bool:
        """Whether nothing was written: such a row is left as it is."""


R = TypeVar("R", bound=Row)
T = TypeVar("T")


def in_any_language(words: Mapping[str, str | Promise]) -> dict[str, str]:
    """The name that each of these words stands for, in whichever language a person wrote it, folded."""
    known: dict[str, str] = {}
    for language, _name in settings.LANGUAGES:
        with override(language):
            known |= {fold(str(word)): name for name, word in words.items()}
    return known


def places_of(heads: Sequence[str], words: Mapping[str, str | Promise]) -> dict[str, int]:
    """Where each known head stands in a row of heads."""
    known = in_any_language(words)
    return {known[fold(cell)]: at for at, cell in enumerate(heads) if fold(cell) in known}


def cell(places: Mapping[str, int], name: str, cells: Sequence[str]) -> str:
    """What stands under a head; nothing where the sheet has no such column, or the row ends before."""
    at = places.get(name)
    return cells[at].strip() if at is not None and at < len(cells) else ""


def language_of(words: str) -> str:
    """The code of the language that a cell names; Spanish where it names none."""
    return "en" if fold(words)[:2] in {"en", "in"} else "es"


def too_long(
    written: Mapping[str, Any], letters: Mapping[str, int], heads: Mapping[str, str | Promise]
) -> list[str]:
    """What is longer than its box, said one by one."""
    return [
        _("«%(head)s» pasa de %(n)s letras.") % {"head": heads[name], "n": most}
        for name, most in letters.items()
        if len(written.get(name, "")) > most
    ]


def keep_all(rows: Iterable[R], keep: Callable[[R], T]) -> list[tuple[R, T]]:
    """Keep each filled row; returns them with what came of each.

    Raises RowsError when any row is wrong: then nothing is kept, and every row knows why.
    """
    rows, kept = list(rows), []
    with transaction.atomic():
        for row in rows:
            if row.empty or row.problems:
                continue
            try:
                with transaction.atomic():
                    kept.append((row, keep(row)))
            except Denied as denied:
                row.problems.append(str(denied.reason))
        if any(row.problems for row in rows):
            raise RowsError
    return kept
