"""What the review of a paper shows: the paper with its marks, and where each candidate stands."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from django.db.models import Count, Exists, F, OuterRef, Prefetch, Q, QuerySet

from consuno.agenda.models import (
    Candidate,
    CandidateVersion,
    Charge,
    Minutes,
    Population,
    Possible,
    Verdict,
)
from consuno.agenda.sameness import key, nearly_same
from consuno.core.models import User
from consuno.core.registry import OpenWork
from consuno.directory.models import Body
from consuno.directory.queries import Gazetteer
from consuno.directory.standing import SECRETARIATS


@dataclass(slots=True)
class Standing:
    """A candidate as one Secretariat sees it; a verdict on an earlier revision is `stale`."""

    candidate: Candidate
    body: Body
    verdicts: dict[str, Verdict]
    other_body: Body
    #: Who owes it as people say it, and whether the directory knows the body.
    owners: list[tuple[str, bool]] = field(default_factory=list)

    def _current(self, code: str) -> Verdict | None:
        verdict = self.verdicts.get(code)
        return verdict if verdict and verdict.revision == self.candidate.revision else None

    @property
    def mine(self) -> Verdict | None:
        """What my Secretariat says of the wording as it is now."""
        return self._current(self.body.code)

    @property
    def theirs(self) -> Verdict | None:
        """What the other says of it."""
        return self._current(self.other_body.code)

    @property
    def stale(self) -> list[Verdict]:
        """Verdicts on an earlier wording."""
        return [v for v in self.verdicts.values() if v.revision != self.candidate.revision]

    @property
    def state(self) -> str:
        """confirmed, mine (accepted by me), rejected (by me), theirs (waits for me) or waiting."""
        if self.candidate.confirmed:
            return "confirmed"
        if self.mine:
            return "mine" if self.mine.word == Verdict.Word.ACCEPTED else "rejected"
        return "theirs" if self.theirs else "waiting"

    @property
    def waits_for_me(self) -> bool:
        """Whether my Secretariat has yet to say something."""
        return self.state in {"waiting", "theirs"}

    @property
    def differ(self) -> bool:
        """Whether the two say opposite things of the same wording."""
        return bool(self.mine and self.theirs and self.mine.word != self.theirs.word)


@dataclass(slots=True)
class Review:
    """All candidates of a paper, in its order, as one Secretariat sees them."""

    minutes: Minutes
    body: Body
    standings: list[Standing] = field(default_factory=list)
    #: Sentences to look at, the likeliest first, but those that are candidates by now.
    possible: list[Possible] = field(default_factory=list)

    @classmethod
    def of(cls, minutes: Minutes, body: Body) -> Review:
        """Read it; seven queries whatever the length of the paper."""
        gazetteer = Gazetteer()
        other = next(code for code in SECRETARIATS if code != body.code)
        other_body = Body.objects.get(code=other)
        verdicts = Verdict.objects.select_related("body", "by")
        changes = CandidateVersion.objects.filter(candidate=OuterRef("pk"), undone=False)
        found = (
            Candidate.objects.there()
            .filter(minutes=minutes)
            .select_related("theme", "commitment__meeting", "like__meeting")
            .prefetch_related(Prefetch("verdicts", queryset=verdicts))
            .annotate(changed=Exists(changes))
        )
        looked = minutes.possible.filter(candidate=None).select_related("looked_for")
        review = cls(minutes, body, possible=list(looked.order_by("number")))
        for candidate in sorted(found, key=lambda each: (each.spans, each.number)):
            candidate.minutes = minutes
            said = {verdict.body.code: verdict for verdict in candidate.verdicts.all()}
            owners = [
                owner_name(row, gazetteer)
                for row in candidate.parties
                if row["role"] == "responsible"
            ]
            review.standings.append(Standing(candidate, body, said, other_body, owners))
        return review

    def find(self, number: int | None) -> Standing | None:
        """The one asked for; else the first that waits for me; else the first."""
        asked = (each for each in self.standings if each.candidate.number == number)
        waiting = (each for each in self.standings if each.waits_for_me)
        return next(asked, None) or next(waiting, None) or next(iter(self.standings), None)

    def after(self, number: int) -> int | None:
        """Number of the next that waits for me, from this one on and around."""
        order = [each.candidate.number for each in self.standings]
        at = order.index(number) if number in order else -1
        turned = self.standings[at + 1 :] + self.standings[: at + 1]
        return next((each.candidate.number for each in turned if each.waits_for_me), None)

    def neighbours(self, standing: Standing) -> tuple[int | None, int | None]:
        """Numbers of the one before and the one after, in the order of the paper."""
        at = self.standings.index(standing)
        before = self.standings[at - 1].candidate.number if at else None
        last = at + 1 >= len(self.standings)
        return before, None if last else self.standings[at + 1].candidate.number

    def twin_of(self, standing: Standing) -> Standing | None:
        """Another of the same paper, not rejected by me, in nearly the same words."""
        others = [
            each for each in self.standings if each is not standing and each.state != "rejected"
        ]
        if standing.candidate.confirmed:
            return None
        keys = [key(each.candidate.statement) for each in others]
        place = nearly_same(standing.candidate.statement, keys)
        return others[place] if place is not None else None

    def phrase(self, number: int | None) -> Possible | None:
        """The sentence to look at that is asked for."""
        return next((each for each in self.possible if each.number == number), None)

    def after_phrase(self, number: int = 0) -> int | None:
        """Number of the next sentence nobody has looked at, from this one on and around."""
        unseen = [each.number for each in self.possible if each.state == "unseen"]
        later = (each for each in unseen if each > number)
        return next(later, None) or next(iter(unseen), None)

    @property
    def unseen(self) -> int:
        """How many sentences nobody has looked at."""
        return sum(each.state == "unseen" for each in self.possible)

    @property
    def confirmed(self) -> int:
        """How many are on the agenda."""
        return sum(each.state == "confirmed" for each in self.standings)

    @property
    def waiting(self) -> int:
        """How many wait for me."""
        return sum(each.waits_for_me for each in self.standings)


def owner_name(row: dict[str, Any], gazetteer: Gazetteer) -> tuple[str, bool]:
    """The name of a party as people say it, and whether the directory knows the body."""
    body, country = gazetteer.find(row["body"])
    if body is None:
        return str(row["name"] or row["body"]), False
    if country is not None and body.country_id != country.code:
        return f"{body} ({country})", True
    return str(body), True


def next_paper(*, body: Body) -> Minutes | None:
    """The newest paper in which something waits for this Secretariat."""
    return next((each for each in papers(body=body) if each.waiting), None)


def papers(*, body: Body) -> QuerySet[Any]:
    """Papers not withdrawn, newest first, with how many candidates they hold, are confirmed, and
    wait for this Secretariat.
    """
    said = Verdict.objects.filter(body=body, revision=F("candidate__revision")).values("candidate")
    answered = (
        Verdict.objects.exclude(body=body)
        .filter(revision=F("candidate__revision"))
        .values("candidate")
    )
    there = Q(candidates__merged_into__isnull=True, candidates__left_at__isnull=True)
    open_ = there & Q(candidates__commitment__isnull=True, candidates__challenge__isnull=True)
    return (
        Minutes.objects.defer("text", "content")
        .select_related("meeting", "recorded_for")
        .annotate(
            total=Count("candidates", filter=there),
            confirmed=Count("candidates", filter=there & ~open_ & Q(candidates__isnull=False)),
            waiting=Count("candidates", filter=open_ & ~Q(candidates__in=said)),
            ahead=Count(
                "candidates", filter=open_ & ~Q(candidates__in=said) & Q(candidates__in=answered)
            ),
        )
        .prefetch_related(
            Prefetch("charges", Charge.objects.filter(body=body).select_related("user"))
        )
        .filter(withdrawn_at=None)
        .order_by("-recorded_at", "-pk")
    )


def in_hand(user: User, body: Body) -> list[OpenWork]:
    """Papers that this person has in hand and in which something still waits for their Secretariat."""
    mine = papers(body=body).filter(charges__body=body, charges__user=user)
    return [OpenWork(str(each.meeting), each.get_absolute_url()) for each in mine if each.waiting]


def former_quote(candidate: Candidate) -> str:
    """What the paper said of it before its text was corrected, where that was something else."""
    earlier = CandidateVersion.objects.filter(candidate=candidate).order_by("-pk")
    quotes = (each.content["quote"] for each in earlier if each.undone)
    return next((quote for quote in quotes if quote != candidate.quote), "")


def populations_of(candidate: Candidate) -> list[Population]:
    """The populations it is about; asks nothing where there is none."""
    keys = candidate.populations
    return list(Population.objects.filter(pk__in=keys)) if keys else []


def siblings(candidate: Candidate) -> list[Candidate]:
    """The other candidates of its paper, in the paper's order."""
    others = Candidate.objects.there().filter(minutes_id=candidate.minutes_id)
    return sorted(others.exclude(pk=candidate.pk), key=lambda each: (each.spans, each.number))
