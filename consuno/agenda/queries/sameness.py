"""What of a paper just taken in was there already."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from consuno.agenda.models import Candidate, Commitment, Minutes
from consuno.agenda.sameness import SHARED, key, nearly_same, shared

#: A paper of a meeting further away than this is compared by its file alone.
NEAR = datetime.timedelta(days=31)


def paper_like(minutes: Minutes) -> Minutes | None:
    """A paper that was there with the same file, or with nearly the same text and day; or None."""
    others = Minutes.objects.filter(withdrawn_at=None).exclude(pk=minutes.pk).defer("content")
    if "sheet" in minutes.notes or minutes.being_read:
        return None
    same = others.filter(sha256=minutes.sha256).order_by("pk").first()
    if same is not None:
        return same
    day = minutes.meeting.starts
    near = others.filter(meeting__starts__range=(day - NEAR, day + NEAR)).order_by("pk")
    return next((each for each in near if shared(each.text, minutes.text) >= SHARED), None)


def point_at_same(candidates: Sequence[Candidate], language: str) -> None:
    """Say of each candidate, not saved yet, what is on the agenda in nearly the same words."""
    known = list(Commitment.objects.values_list("pk", "statement"))
    keys = [key(getattr(statement, language)) for _pk, statement in known]
    for each in candidates if known else ():
        place = nearly_same(each.quote, keys)
        each.like_id = known[place][0] if place is not None else None
