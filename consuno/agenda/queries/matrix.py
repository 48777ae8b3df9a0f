"""The challenges of a meeting and what was done with each."""

from __future__ import annotations

from dataclasses import dataclass, field

from django.utils.translation import gettext_lazy as _

from consuno.agenda.models import Answer, Challenge, Commitment, Meeting
from consuno.agenda.similar import Collection
from consuno.directory.standing import SECRETARIATS

STATES = {
    "whole": _("retomado"),
    "part": _("retomado en parte"),
    "never": _("nadie lo retomó"),
    "open": _("por responder"),
}


@dataclass(slots=True)
class Link:
    """An item beside a challenge: what each Secretariat says, by code, or only a proposal."""

    item: Commitment
    said: dict[str, str] = field(default_factory=dict)

    @property
    def agreed(self) -> str:
        """The degree on which both agree, or nothing."""
        words = {self.said.get(code, "") for code in SECRETARIATS}
        return words.pop() if len(words) == 1 else ""

    @property
    def words(self) -> list[tuple[str, str]]:
        """What each Secretariat says, in words."""
        labels = dict(Answer.Degree.choices)
        return [(code, str(labels[self.said[code]])) for code in SECRETARIATS if code in self.said]


@dataclass(slots=True)
class Row:
    """A challenge, the items said to take it up, and those proposed."""

    challenge: Challenge
    links: list[Link]
    proposals: list[Link]

    @property
    def state(self) -> str:
        """Taken up, partly, never (both looked and found nothing), or not answered yet."""
        agreed = [link.agreed for link in self.links]
        for degree in ("whole", "part"):
            if degree in agreed:
                return degree
        looked = bool(agreed) and all(word == "not" for word in agreed)
        return "never" if looked and not self.proposals else "open"

    @property
    def state_words(self) -> str:
        """The state in words."""
        return str(STATES[self.state])


def items_of(meeting: Meeting) -> list[Commitment]:
    """All that may take up a challenge, in the order of its paper, with what a choice shows."""
    found = Commitment.objects.filter(meeting=meeting).order_by("order", "ref")
    return list(
        found.only("acta_id", "ref", "statement", "meeting__slug").select_related("meeting")
    )


def matrix(meeting: Meeting) -> list[Row]:
    """Return every challenge of a meeting with its answers; as many queries whatever the length."""
    items = items_of(meeting)
    texts = Collection([str(item.statement) for item in items])
    found = meeting.challenges.prefetch_related("answers__body")
    return [_row(challenge, items, texts) for challenge in found]


def _row(challenge: Challenge, items: list[Commitment], texts: Collection) -> Row:
    by_key = {item.pk: item for item in items}
    links: dict[int, Link] = {}
    for said in challenge.answers.all():
        link = links.setdefault(said.commitment_id, Link(by_key[said.commitment_id]))
        link.said[said.body.code] = said.degree
    likely = (items[place] for place in texts.likest(str(challenge.text)))
    proposals = [Link(item) for item in likely if item.pk not in links]
    return Row(challenge, list(links.values()), proposals)
