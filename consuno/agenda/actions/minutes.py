"""Take minutes in."""

from __future__ import annotations

import datetime

from django.db import transaction
from django.utils.text import slugify

from consuno.agenda import notices, policies
from consuno.agenda.actions.drafts import candidates_of
from consuno.agenda.actions.possible import keep_possible
from consuno.agenda.actions.scans import read_scan
from consuno.agenda.models import Candidate, Charge, Meeting, Minutes
from consuno.agenda.papers import Paper
from consuno.agenda.queries.learned import scorer_in_use
from consuno.agenda.queries.sameness import paper_like, point_at_same
from consuno.core import audit, clock
from consuno.core.bilingual import Bilingual
from consuno.core.locks import exclusively
from consuno.core.models import User
from consuno.directory.models import Body, Role
from consuno.directory.queries import acting_for
from consuno.directory.standing import SECRETARIATS, secretariat_of
from consuno.reader import Extraction, extract


def record_minutes(
    *,
    paper: Paper,
    title: str,
    place: str,
    starts: datetime.date,
    ends: datetime.date,
    public: bool,
    by: User | None,
    language: str = "auto",
    invented: bool = False,
) -> Minutes:
    """Keep a paper as it came and read its candidates; both Secretariats may then review it.

    The same paper for the same meeting by the same person is taken in once. Raises Denied unless
    `by` is an officer of a Secretariat; None is the system's demo world.
    """
    if by is not None:
        policies.may_work_as_secretariat(by)
    # Read before anything is locked: a long paper must not keep other writers waiting.
    found = extract(paper.text, date=ends, language=language, scorer=scorer_in_use())
    with transaction.atomic():
        # Two papers in the same instant would both find neither the other nor its address taken.
        exclusively("record_minutes")
        same = _pressed_twice(paper, title, starts, by)
        if same is not None:
            return same
        meeting = Meeting.objects.create(
            slug=free_slug(title, starts), title=Bilingual(**{found.language: title}),
            place=place, starts=starts, ends=ends,
            language=found.language, public=public, invented=invented,
        )  # fmt: skip
        return _keep(paper, meeting, found, by)


def _keep(paper: Paper, meeting: Meeting, found: Extraction, by: User | None) -> Minutes:
    body = secretariat_of(by)
    minutes = Minutes.objects.create(
        meeting=meeting, text=paper.text, file_name=paper.name, content=paper.content,
        sha256=paper.sha256, recorded_by=by, recorded_for=body,
        pages=list(paper.pages), notes=list(paper.notes),
        scan={"pages": 0, "read": []} if paper.unread else {},
    )  # fmt: skip
    candidates = candidates_of(minutes, found)
    point_at_same(candidates, meeting.language)
    Candidate.objects.bulk_create(candidates)
    minutes.like = paper_like(minutes)
    minutes.save(update_fields=["like"])
    keep_possible(minutes=minutes, found=found)
    if body is not None and by is not None:
        take_charge(minutes=minutes, body=body, by=by)
    audit.record(
        "record_minutes", minutes, by=by, on_behalf_of=body,
        sha256=paper.sha256,
    )  # fmt: skip
    if minutes.being_read:  # people hear of it when there is something to review
        read_scan.later(minutes=minutes.pk)
        return minutes
    officers = acting_for(SECRETARIATS, [Role.OFFICER])
    notices.paper_waits.tell([each for each in officers if each != by], about=minutes)
    return minutes


def take_charge(*, minutes: Minutes, body: Body, by: User) -> None:
    """Whoever begins has the paper in hand for their Secretariat, until they pass it on."""
    Charge.objects.get_or_create(minutes=minutes, body=body, defaults={"user": by})


@transaction.atomic
def pass_on(*, body: Body, leaving: User, to: User, by: User) -> int:
    """Give somebody all the papers that a person who leaves had in hand; return how many."""
    charges = list(Charge.objects.filter(body=body, user=leaving).select_related("minutes"))
    for charge in charges:
        charge.user = to
        charge.save(update_fields=["user"])
        audit.record("pass_on_minutes", charge.minutes, by=by, on_behalf_of=body)
    return len(charges)


def _pressed_twice(
    paper: Paper, title: str, starts: datetime.date, by: User | None
) -> Minutes | None:
    """The very paper this person just brought in for this meeting, sent again by a second click."""
    return (
        Minutes.objects.filter(sha256=paper.sha256, recorded_by=by, withdrawn_at=None)
        .filter(
            meeting__starts=starts, meeting__title__in=[Bilingual(es=title), Bilingual(en=title)]
        )
        .defer("content")
        .first()
    )


@transaction.atomic
def withdraw_minutes(*, minutes: Minutes, by: User) -> None:
    """Take a paper back (the wrong file, twice the same) while nothing of it is on the agenda."""
    minutes = Minutes.objects.select_for_update().get(pk=minutes.pk)
    policies.may_withdraw_minutes(by, minutes)
    minutes.withdrawn_at = clock.now()
    minutes.save(update_fields=["withdrawn_at"])
    body = secretariat_of(by)
    audit.record("withdraw_minutes", minutes, by=by, on_behalf_of=body)


def free_slug(title: str, day: datetime.date) -> str:
    """An address for a meeting that no other has; the caller holds the lock."""
    stem = f"{slugify(title)[:30].strip('-') or 'reunion'}-{day.year}"
    taken = set(Meeting.objects.filter(slug__startswith=stem).values_list("slug", flat=True))
    numbered = (f"{stem}-{number}" for number in range(2, len(taken) + 3))
    return next(slug for slug in (stem, *numbered) if slug not in taken)
