"""What happens when the last body approves: the text is frozen, and what it agreed opens."""

from __future__ import annotations

import contextlib

from consuno.agenda import actions as agenda
from consuno.agenda.models import Candidate, Meeting, Minutes
from consuno.agenda.papers import read_pasted
from consuno.agenda.policies import may_work_as_secretariat
from consuno.core import audit
from consuno.core.models import User
from consuno.core.policy import Denied, allowed
from consuno.core.text import fold
from consuno.directory.models import Body
from consuno.directory.standing import SECRETARIATS
from consuno.meetings import notices
from consuno.meetings.actions.sittings import tell
from consuno.meetings.models import Agreement, ApprovedMinutes, Record, Sitting, Word
from consuno.meetings.queries.minutes import Text
from consuno.meetings.workflow import MINUTES


def freeze(record: Record, text: Text, by: User) -> ApprovedMinutes:
    """Keep the approved text for ever, give it to the agenda, and accept what both confirmed.

    What the Secretariats did not both confirm waits for their review, as with any minutes.
    """
    sitting = record.sitting
    words = record.words.filter(sha256=text.sha256).select_related("body", "by")
    made = ApprovedMinutes.objects.create(
        sitting=sitting, text=text.words, sha256=text.sha256,
        approvals=[
            {"body": each.body.code, "by": each.by.name, "at": each.at.isoformat(),
             "instrument": each.instrument}
            for each in words
            if each.kind == Word.Kind.APPROVES
        ],
    )  # fmt: skip
    # Who confirmed and has left their Secretariat since acts for it no more: that part is reviewed.
    confirmed = {
        each.body.code: each.by
        for each in words
        if each.kind == Word.Kind.CONFIRMS and allowed(may_work_as_secretariat, each.by)
    }
    minutes = agenda.record_minutes(
        paper=read_pasted(text.words), title=sitting.title, place=sitting.place,
        starts=sitting.starts, ends=sitting.ends, public=sitting.public,
        language=record.language, by=next(iter(confirmed.values()), None),
    )  # fmt: skip
    _say_whose(sitting, minutes)
    sitting.meeting = minutes.meeting
    sitting.save(update_fields=["meeting"])
    MINUTES.move("minutes_approves", record, Record.State.APPROVED)
    record.save(update_fields=["state"])
    audit.record("freeze_minutes", made, by=by, sha256=text.sha256)
    if set(SECRETARIATS) <= set(confirmed):
        _open(record, minutes, [confirmed[code] for code in SECRETARIATS])
    tell(sitting, notices.minutes_approved)
    return made


def _say_whose(sitting: Sitting, minutes: Minutes) -> None:
    """The forum that met sets the dates of its minutes, and changes them."""
    organ = Body.objects.filter(code=sitting.kind.organ or "").first()
    Meeting.objects.filter(pk=minutes.meeting_id).update(organ=organ)


def _open(record: Record, minutes: Minutes, people: list[User]) -> None:
    """Accept, for each Secretariat by whoever confirmed, the candidates of the agreements."""
    agreed = Agreement.objects.filter(item__sitting=record.sitting, item__dropped=False)
    for agreement in agreed:
        candidate = _candidate_of(agreement, minutes, people[0])
        for person in people:
            # What may not be accepted as it reads waits for the review, and holds nothing up.
            with contextlib.suppress(Denied):
                agenda.accept(candidate=candidate, revision=candidate.revision, by=person)


def _candidate_of(agreement: Agreement, minutes: Minutes, by: User) -> Candidate:
    """The candidate the reader made of an agreement; one of its line, where it saw none."""
    wanted = fold(agreement.text).strip(" .;")
    for each in minutes.candidates.there():
        quote = fold(each.quote).strip(" .;")
        if quote and (quote in wanted or wanted in quote):
            return each
    lines = minutes.text.split("\n")
    at = next(n for n, line in enumerate(lines, start=1) if line.endswith(agreement.text))
    return agenda.add_candidate(
        minutes=minutes, first=at, last=at, kind=Candidate.Kind.AGREEMENT, by=by
    )
