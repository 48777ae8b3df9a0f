"""Observations that come back in a spreadsheet: all of them, or none."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.translation import gettext as _

from consuno.consultation.actions.observations import observe, submit_observation
from consuno.consultation.models import Observation, Round
from consuno.consultation.offline import Row
from consuno.core.answer_sheets import keep_all
from consuno.core.models import User
from consuno.core.policy import Denied
from consuno.core.text import fold
from consuno.directory.models import Body


def bring_observations(
    *, round: Round, body: Body, rows: Sequence[Row], submit: bool, by: User, instrument: str = ""  # noqa: A002
) -> int:  # fmt: skip
    """Keep each filled row as a draft, or present it; return how many. With `instrument` a Secretariat
    writes down what a letter brought.

    Raises RowsError when any row is wrong: then nothing is kept, and every row knows why.
    """
    kept = keep_all(
        rows, lambda row: _bring(round, body, row, submit=submit, by=by, instrument=instrument)
    )
    return len(kept)


def _must_be_of(found: Round, row: Row) -> None:
    """Spreadsheets make "1.10" a number, 1.1: the row's own text must be the clause's. Raises Denied."""
    clause = found.version.clauses.filter(uid=row.uid).first() if row.uid else None
    if clause is None or not row.beside:
        return  # `observe` knows whether there is such a clause
    shown = {key(clause.shown(language)) for language in ("es", "en")}
    if not shown & {key(words) for words in row.beside}:
        raise Denied(
            _(
                "El texto de la fila no es el de la cláusula de su clave: quizá el programa la hizo número."
            )
        )


def key(words: str) -> str:
    """Words without what a spreadsheet may change of them: blanks, capitals, accents."""
    return "".join(fold(words).split())


def _bring(found: Round, body: Body, row: Row, *, submit: bool, by: User, instrument: str) -> None:
    _must_be_of(found, row)
    same = Observation.objects.filter(
        round=found, body=body, uid=row.uid, text=row.written["text"], withdrawn_at=None
    )
    if same.exists():
        raise Denied(_("Ya está anotada: borre la fila, o cámbiela en su página."))
    made = observe(round=found, body=body, uid=row.uid, by=by, instrument=instrument, **row.written)
    if submit and not instrument:
        submit_observation(observation=made, by=by)
