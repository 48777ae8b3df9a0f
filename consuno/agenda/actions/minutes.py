"""Take minutes in."""

from __future__ import annotations

import datetime
from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import Any

from django.db import transaction
from django.utils.text import slugify

from consuno.agenda import notices, policies
from consuno.agenda.deadlines import fields_of
from consuno.agenda.extraction import Extraction, Item, Party, extract
from consuno.agenda.models import Candidate, Charge, Meeting, Minutes, Population, Theme
from consuno.agenda.papers import Paper
from consuno.agenda.populations import named_in, text_of
from consuno.core import audit, clock
from consuno.core.bilingual import Bilingual
from consuno.core.locks import exclusively
from consuno.core.models import User
from consuno.core.text import fold
from consuno.directory.models import Body, Role
from consuno.directory.queries import acting_for
from consuno.directory.standing import SECRETARIATS, secretariat_of


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
    found = extract(paper.text, date=ends, language=language)
    with transaction.atomic():
        # Two papers in the same instant would both find neither the other nor its address taken.
        exclusively("record_minutes")
        same = _pressed_twice(paper, title, starts, by)
        if same is not None:
            return same
        meeting = Meeting.objects.create(
            slug=_free_slug(title, starts), title=Bilingual(**{found.language: title}),
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
    )  # fmt: skip
    Candidate.objects.bulk_create(candidates_of(minutes, found))
    if body is not None and by is not None:
        take_charge(minutes=minutes, body=body, by=by)
    audit.record(
        "record_minutes", minutes, by=by, on_behalf_of=body.code if body else "",
        sha256=paper.sha256,
    )  # fmt: skip
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
        audit.record("pass_on_minutes", charge.minutes, by=by, on_behalf_of=body.code)
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
    audit.record("withdraw_minutes", minutes, by=by, on_behalf_of=body.code if body else "")


def _free_slug(title: str, day: datetime.date) -> str:
    stem = f"{slugify(title)[:30].strip('-') or 'reunion'}-{day.year}"
    taken = set(Meeting.objects.filter(slug__startswith=stem).values_list("slug", flat=True))
    numbered = (f"{stem}-{number}" for number in range(2, len(taken) + 3))
    return next(slug for slug in (stem, *numbered) if slug not in taken)


def candidates_of(minutes: Minutes, found: Extraction) -> list[Candidate]:
    """Return what was found as candidates of this paper, in its order; not saved yet."""
    themes, populations = list(Theme.objects.all()), list(Population.objects.all())
    drafts = [_item(item, themes) for item in found.items if item.kind != "note"]
    drafts += [
        Candidate(
            ref=challenge.ref, kind=Candidate.Kind.CHALLENGE, theme=theme_for(challenge.theme, themes),
            quote=challenge.text, lines=list(challenge.lines), rule="challenge",
            spans=[[span.start, span.end] for span in challenge.spans],
        )
        for challenge in found.challenges
    ]  # fmt: skip
    _share_themes(drafts)
    drafts.sort(key=lambda draft: (draft.lines, draft.spans))
    seen: set[str] = set()
    for number, draft in enumerate(drafts, start=1):
        draft.minutes, draft.number, draft.statement = minutes, number, draft.quote
        draft.populations = populations_in(draft, populations)
        if draft.ref in seen:  # a paper may number two things alike
            draft.ref = f"{draft.ref[:30]}~{number}"
        seen.add(draft.ref)
    return drafts


def populations_in(candidate: Candidate, known: Sequence[Population]) -> list[str]:
    """Return the keys of the populations that a candidate's words and parties name."""
    names = (row["name"] for row in candidate.parties)
    return [each.pk for each in named_in(text_of(candidate.statement, names), known)]


def _share_themes(drafts: list[Candidate]) -> None:
    """An item whose own words name no theme is of the theme of its section ("1.P3", "1.A.a")."""
    sections: dict[str, Counter[Theme]] = defaultdict(Counter)
    for draft in drafts:
        if draft.theme is not None:
            sections[draft.ref.partition(".")[0]][draft.theme] += 1
    for draft in drafts:
        found = sections.get(draft.ref.partition(".")[0])
        if draft.theme is None and found:
            draft.theme = found.most_common(1)[0][0]


def _item(item: Item, themes: list[Theme]) -> Candidate:
    return Candidate(
        ref=item.ref[:40], kind=item.kind, quote=item.text, lines=list(item.lines),
        spans=[[span.start, span.end] for span in item.spans], rule=item.rule,
        theme=theme_for(item.theme, themes), parent_ref=(item.parent or "")[:40],
        depends_on=list(item.depends_on), facet=(item.facet or "")[:12],
        parties=[
            *(_party("responsible", party) for party in item.responsible),
            *(_party("requester", party) for party in item.requester),
            *({"role": "beneficiary", "body": None, "name": name, "basis": "explicit"}
              for name in item.beneficiaries),
        ],
        condition=(item.condition or "")[:500], distributive=item.distributive,
        actionable=item.actionable, **fields_of(item.deadline),
    )  # fmt: skip


def _party(role: str, party: Party) -> dict[str, Any]:
    return {"role": role, "body": party.body, "name": party.name[:200], "basis": party.basis}


def theme_for(heading: str | None, themes: list[Theme]) -> Theme | None:
    """The theme that a heading of a paper speaks of, by the beginnings of its words."""
    words = fold(heading or "").split()
    for theme in themes:
        if any(word.startswith(tuple(theme.keywords)) for word in words):
            return theme
    return None
