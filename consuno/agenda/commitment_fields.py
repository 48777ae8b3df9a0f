"""What a commitment says, one row a field: read, reviewed, put on the agenda, corrected, exported.

Everything that handles the fields of a commitment one by one asks these rows: the versions of a candidate,
its review, the copy from a candidate to the agenda, corrections and the agenda as it was on a day, the
columns that a list loads, and the files that are taken away. To add a field of plain words: the two models
(`Candidate`, `Commitment`), one `plain(...)` row here, the English words.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from consuno.agenda.models import Commitment, Party, Theme
from consuno.core.tables import Column
from consuno.directory.models import Body, Country
from consuno.reader import Item


@dataclass(frozen=True, slots=True)
class Correction:
    """How a field is corrected on the agenda: its value as JSON, put back into an item, and in words.

    `put` writes into the item, and saves nothing; None where rows beside the item hold it.
    """

    name: str
    label: str | Promise
    value: Callable[[Commitment], Any]
    put: Callable[[Commitment, Any], None] | None
    words: Callable[[Any], str] = lambda value: str(value or "—")


@dataclass(frozen=True, slots=True)
class Field:
    """One thing that a commitment says.

    `found`: what the reader found of it, as a candidate holds it; None where it does not read it so.
    `kept`: a version of a candidate keeps it; a corrected paper says it anew ("paper") or not ("people").
    `edited`: the review changes it. `carried`: it goes from candidate to agenda as it is. `loads`:
    what a row of a list reads of
    the item, for its pages and its column.
    """

    name: str
    found: Callable[[Item], Any] | None = None
    kept: str = ""
    edited: bool = False
    carried: bool = False
    loads: tuple[str, ...] = ()
    corrections: tuple[Correction, ...] = ()
    column: Column[Commitment] | None = None
    #: The label of a field of plain words, which forms and pages make by themselves; and its longest.
    plain: str | Promise = ""
    longest: int = 200

    @property
    def as_candidate(self) -> str:
        """Its name among the columns of a candidate: a theme by its key."""
        return "theme_id" if self.name == "theme" else self.name


def plain(name: str, label: str | Promise, *, width: int) -> Field:
    """Describe a field of plain words that people write: reviewed, corrected, shown and exported."""
    correction = Correction(
        name,
        label,
        lambda item: getattr(item, name),
        lambda item, value: setattr(item, name, value),
    )
    return Field(
        name, kept="people", edited=True, carried=True, loads=(name,), corrections=(correction,),
        column=Column(name, lambda item: getattr(item, name), label, width), plain=label,
    )  # fmt: skip


def _wording(language: str, label: str | Promise) -> Correction:
    def put(item: Commitment, value: str) -> None:
        item.statement = replace(item.statement, **{language: value})

    return Correction(
        f"statement_{language}", label, lambda item: getattr(item.statement, language), put
    )


def _put_theme(item: Commitment, value: str) -> None:
    item.theme = Theme.objects.filter(pk=value).first() if value else None


def _put_due(item: Commitment, value: str) -> None:
    item.due_on = datetime.date.fromisoformat(value) if value else None


def _put_words(item: Commitment, value: str) -> None:
    item.deadline_text = value


def _theme_in_words(value: str) -> str:
    return str(Theme.objects.filter(pk=value).first() or value) if value else "—"


def _day_in_words(value: str) -> str:
    return date_format(datetime.date.fromisoformat(value)) if value else "—"


def _party_in_words(row: dict[str, Any]) -> str:
    code = row["body"] or ""
    body, holder = Body.objects.filter(code=code).first(), ""
    if body is None:  # an office as a country held it: "PPT-CRM:CR"
        office, _colon, holder = code.rpartition(":")
        body = Body.objects.filter(code=office).first()
    if body is None:
        return str(row["name"] or code)
    return f"{body} ({Country.objects.get(code=holder)})" if holder else str(body)


def _party(party: Party) -> dict[str, Any]:
    """Return a party as candidates hold it."""
    code = party.body.code if party.body else None
    if party.body and party.country_id and party.body.country_id != party.country_id:
        code = f"{code}:{party.country_id}"
    return {"role": party.role, "body": code, "name": party.name, "basis": party.basis}


#: In the order of the columns of its files.
FIELDS: tuple[Field, ...] = (
    Field("ref", loads=("ref",), column=Column("ref", lambda item: item.ref, _("Id"), 12)),
    Field("meeting", loads=("meeting__title",),
          column=Column("meeting", lambda item: str(item.meeting), _("Reunión"), 28)),
    Field("kind", lambda item: item.kind, kept="paper", edited=True, carried=True, loads=("kind",),
          column=Column("kind", lambda item: str(item.get_kind_display()), _("Tipo"), 14)),
    Field("statement", kept="paper", edited=True, loads=("statement",),
          corrections=(_wording("es", _("Redacción")), _wording("en", _("Redacción en inglés"))),
          column=Column("statement", lambda item: str(item.statement), _("Compromiso"), 70)),
    Field("theme", kept="people", edited=True, carried=True, loads=("theme__name", "theme__order"),
          corrections=(Correction("theme", _("Tema"), lambda item: str(item.theme_id or ""),
                                  _put_theme, _theme_in_words),),
          column=Column("theme", lambda item: str(item.theme or ""), _("Tema"), 24)),
    Field("parties", kept="paper", edited=True,
          corrections=(Correction(
              "who", _("Responsables"), lambda item: [_party(each) for each in item.responsible],
              None, lambda rows: "; ".join(_party_in_words(row) for row in rows) or "—"),),
          column=Column("parties",
                        lambda item: "; ".join(each.display for each in item.responsible), _("Responsables"), 30)),
    Field("deadline_text", kept="paper", edited=True, carried=True, loads=("deadline_text",),
          corrections=(Correction("deadline_text", _("Plazo, en palabras"),
                                  lambda item: item.deadline_text, _put_words),),
          column=Column("deadline_text", lambda item: item.deadline_text, _("Plazo escrito"), 22)),
    Field("due_on", kept="paper", edited=True, carried=True, loads=("due_on",),
          corrections=(Correction(
              "due_on", _("Fecha límite"),
              lambda item: item.due_on.isoformat() if item.due_on else "", _put_due, _day_in_words),),
          column=Column("due_on", lambda item: item.due_on, _("Fecha"), 12)),
    Field("timing", loads=("deadline_kind", "closed_on", "heard_on", "outcome"),
          column=Column("timing", lambda item: str(item.timing.label), _("Situación"), 14)),
    Field("lines", lambda item: list(item.lines), kept="paper", carried=True,
          column=Column("lines", lambda item: ", ".join(map(str, item.lines)), _("Líneas del acta"), 14)),
    plain("estimated_cost", _("Costo estimado"), width=24),
    plain("funding_source", _("Fuente de recursos"), width=24),
    Field("quote", lambda item: item.text, kept="paper", carried=True),
    Field("spans", lambda item: [[span.start, span.end] for span in item.spans], kept="paper"),
    Field("condition", lambda item: (item.condition or "")[:500], kept="paper", edited=True),
    Field("distributive", lambda item: item.distributive, kept="paper", edited=True, carried=True,
          loads=("distributive",)),
    Field("actionable", lambda item: item.actionable, kept="paper", edited=True, carried=True),
    Field("deadline_kind", kept="paper", edited=True, carried=True),
    Field("deadline_edtf", kept="paper", edited=True, carried=True),
    Field("depends_on", lambda item: list(item.depends_on), kept="people", edited=True),
    Field("populations", kept="paper", edited=True),
    Field("facet", lambda item: (item.facet or "")[:12], carried=True),
)  # fmt: skip

#: What a version of a candidate keeps; what of it a corrected paper says anew; what the review changes.
CONTENT = tuple(field.as_candidate for field in FIELDS if field.kept)
REREAD = tuple(field.as_candidate for field in FIELDS if field.kept == "paper")
EDITABLE = tuple(field.name for field in FIELDS if field.edited)
#: What goes to the agenda as the candidate has it; fields of plain words.
CARRIED = tuple(field.name for field in FIELDS if field.carried)
PLAIN = tuple(field for field in FIELDS if field.plain)
COLUMNS = tuple(field.column for field in FIELDS if field.column is not None)
CORRECTIONS = {each.name: each for field in FIELDS for each in field.corrections}
#: What a list loads of an item for its rows; what its files need besides.
LOADED = tuple(name for field in FIELDS for name in field.loads)


def plain_words(record: Any) -> list[tuple[str, str]]:
    """Label and words of each field of plain words that a candidate or a commitment has."""
    said = ((str(field.plain), str(getattr(record, field.name))) for field in PLAIN)
    return [(label, words) for label, words in said if words]


def found_of(item: Item) -> dict[str, Any]:
    """What the reader found, as the fields of a candidate that hold it as it is."""
    return {field.name: field.found(item) for field in FIELDS if field.found is not None}


def correctable(commitment: Commitment) -> dict[str, Any]:
    """Return what may be corrected, as it is now."""
    return {name: each.value(commitment) for name, each in CORRECTIONS.items()}


def in_words(changes: dict[str, Any]) -> Iterator[tuple[str, str, str]]:
    """Name, before and after of each change, as people read them."""
    for name, (before, after) in changes.items():
        each = CORRECTIONS[name]
        yield str(each.label), each.words(before), each.words(after)
