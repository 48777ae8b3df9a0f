"""What leaves a consultation as a file: what was observed in a round, and what was decided on it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from consuno.consultation.models import Observation, Round
from consuno.consultation.queries.rounds import observations
from consuno.core.tables import Column

#: An observation, and the place of its clause in the text, from 1; None where it has none.
Placed = tuple[Observation, int | None]


def placed(of: Round, reader: Any) -> Iterator[Placed]:
    """What stands of the round `of`, as this reader may read it."""
    places = {clause.uid: n for n, clause in enumerate(of.version.clauses.all(), 1)}
    for each in observations(of.version.proposal, reader):
        if each.round_id == of.pk and each.standing:
            yield each, places.get(each.uid or 0)


def _of(
    key: str, head: str | Promise, words: Callable[[Observation], Any], width: int = 20
) -> Column[Placed]:
    return Column(key, lambda row: words(row[0]), head, width)


def _decided(key: str, head: str | Promise, words: Callable[[Any], str]) -> Column[Placed]:
    """A column of what was decided, empty until it is."""

    def cell(row: Placed) -> str:
        decided = getattr(row[0], "disposition", None)
        return words(decided) if decided else ""

    return Column(key, cell, head, 30)


def _law(each: Observation) -> list[str]:
    laws = [f"{p.law} {p.article}".strip() for p in each.provisions.all()]
    return [*laws, *([each.basis] if each.basis else [])]


OBSERVATIONS: tuple[Column[Placed], ...] = (
    Column("clause", lambda row: row[1], _("Cláusula"), 10),
    _of("body", _("Quién"), lambda each: str(each.body), 30),
    _of("kind", _("Clase"), lambda each: each.get_kind_display()),
    _of("text", _("Observación"), lambda each: each.text, 60),
    _of("wording", _("Texto que propone"), lambda each: each.wording, 60),
    _of("law", _("Norma"), _law, 30),
    _of("late", _("Tarde"), lambda each: _now("sí") if each.late else "", 8),
    _decided("verdict", _("Qué se decide"), lambda decided: decided.get_verdict_display()),
    _decided("reason", _("Por qué"), lambda decided: decided.reason),
    _decided("answer", _("Respuesta"), lambda decided: decided.get_answer_display()),
)
