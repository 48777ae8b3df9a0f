"""Sentences that may hold a duty: one makes a candidate of it, or says there is nothing in it."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from consuno.agenda import policies
from consuno.agenda.actions.drafts import party_row, populations_in
from consuno.agenda.deadlines import fields_of
from consuno.agenda.models import Candidate, Minutes, Population, Possible
from consuno.agenda.relocation import uncovered
from consuno.core import audit, clock
from consuno.core.models import User
from consuno.core.policy import Denied
from consuno.directory.standing import secretariat_of
from consuno.reader import Extraction
from consuno.reader.single import read_alone


def keep_possible(*, minutes: Minutes, found: Extraction) -> None:
    """Keep what may hold a duty of a paper just read; what people said of the same words stays."""
    said = {each.quote: each for each in minutes.possible.exclude(looked_at=None)}
    taken = [span for each in minutes.candidates.filter(left_at=None) for span in each.spans]
    rows: list[Possible] = []
    for each in found.possible:
        spans = [[span.start, span.end] for span in each.spans]
        before = said.pop(each.text, None)
        if before is None and all(2 * uncovered(span, taken) < span[1] - span[0] for span in spans):
            continue
        row = before or Possible(minutes=minutes, quote=each.text)
        row.pk, row.number = None, len(rows) + 1
        row.lines, row.spans, row.score = list(each.lines), spans, each.score
        rows.append(row)
    minutes.possible.all().delete()
    Possible.objects.bulk_create(rows)


@transaction.atomic
def take_possible(*, possible: Possible, by: User) -> Candidate:
    """Make a candidate of it, with who and when as far as they can be read. Raises Denied.

    Taken once, whoever presses twice.
    """
    held = _held(possible, by)
    if held.candidate is not None:
        return held.candidate
    made = _candidate(held)
    made.save()
    held.candidate = made
    _look(held, by)
    audit.record("candidate_taken", made, by=by, on_behalf_of=secretariat_of(by))
    return made


@transaction.atomic
def dismiss_possible(*, possible: Possible, by: User) -> None:
    """Say that there is no duty in it. Raises Denied where it is a candidate already."""
    held = _held(possible, by)
    if held.candidate_id is not None:
        raise Denied(_("Alguien hizo de ella un elemento del acta. Rechácelo allí, con su razón."))
    if held.looked_at is None:
        _look(held, by)
        audit.record("possible_dismissed", held.minutes, by=by, on_behalf_of=secretariat_of(by))


@transaction.atomic
def reopen_possible(*, possible: Possible, by: User) -> None:
    """Take back that there was nothing in it. Raises Denied."""
    held = _held(possible, by)
    if held.looked_at is not None and held.candidate_id is None:
        held.looked_at = held.looked_by = held.looked_for = None
        held.save(update_fields=["looked_at", "looked_by", "looked_for"])
        audit.record("possible_reopened", held.minutes, by=by, on_behalf_of=secretariat_of(by))


def _held(possible: Possible, by: User) -> Possible:
    # The paper is held, too: numbers of candidates are given one after the other.
    minutes = Minutes.objects.select_for_update(of=("self",)).get(pk=possible.minutes_id)
    policies.may_add_candidate(by, minutes)
    fresh = Possible.objects.select_related("candidate").get(pk=possible.pk)
    fresh.minutes = minutes
    return fresh


def _look(possible: Possible, by: User) -> None:
    possible.looked_at, possible.looked_by = clock.now(), by
    possible.looked_for = secretariat_of(by)
    possible.save()


def _candidate(possible: Possible) -> Candidate:
    minutes = possible.minutes
    top = minutes.candidates.aggregate(top=Max("number"))["top"] or 0
    made = Candidate(
        minutes=minutes, number=top + 1, ref=f"M{top + 1}", statement=possible.quote,
        quote=possible.quote, lines=possible.lines, spans=possible.spans, **_read(possible),
    )  # fmt: skip
    made.populations = populations_in(made, list(Population.objects.all()))
    return made


def _read(possible: Possible) -> dict[str, Any]:
    meeting = possible.minutes.meeting
    kind, parties, deadline = read_alone(
        possible.quote, date=meeting.ends, language=meeting.language
    )
    return {
        "kind": kind,
        "parties": [party_row("responsible", party) for party in parties],
        **(fields_of(deadline) if deadline else {}),
    }
