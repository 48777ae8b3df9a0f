"""What the extractor hands back: plain, frozen values that know nothing of the database."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Any, Literal

Kind = Literal["priority", "agreement", "request", "offer", "proposal", "decision", "note"]
Basis = Literal["explicit", "anaphora", "inherited", "implicit"]
DeadlineKind = Literal[
    "day", "month", "quarter", "range", "relative", "event", "recurrent", "tbd", "none"
]
SegmentKind = Literal[
    "heading",
    "label",
    "item",
    "challenge",
    "group",
    "footnote",
    "prose",
    "thanks",
    "preamble",
]

COMMITMENT_KINDS: frozenset[Kind] = frozenset(
    {"agreement", "request", "offer", "proposal", "decision"}
)


@dataclass(frozen=True, slots=True)
class Span:
    """Half-open range of character offsets in the text as it was received."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Party:
    """A body or person named in an item.

    ``body`` is a code of the gazetteer, or None when nobody knows the name; ``name`` is the
    name as written. ``side`` is ``each`` (one instance per member), ``with`` (co-responsible,
    named after "con"/"with") or empty.
    """

    body: str | None
    name: str
    basis: Basis
    side: str = ""

    def as_json(self) -> dict[str, Any]:
        """Plain values for JSON."""
        return {"body": self.body, "name": self.name, "basis": self.basis}


@dataclass(frozen=True, slots=True)
class Deadline:
    """A deadline as written and as understood.

    ``edtf`` follows the Extended Date/Time Format (ISO 8601-2:2019), quarters as 33–36.
    ``resolved`` is the last day of the period, or None where the paper leaves it open.
    ``precision`` says how exact the paper was and may end in ``; past`` (before the meeting)
    or ``; year inferred``. ``relative_to`` names what a relative or event deadline hangs on.
    """

    kind: DeadlineKind
    text: str = ""
    edtf: str | None = None
    resolved: datetime.date | None = None
    precision: str = ""
    relative_to: str | None = None

    def as_json(self) -> dict[str, Any]:
        """Plain values for JSON."""
        return {
            "kind": self.kind,
            "text": self.text,
            "edtf": self.edtf,
            "resolved": self.resolved.isoformat() if self.resolved else None,
            "precision": self.precision,
            "relative_to": self.relative_to,
        }


NO_DEADLINE = Deadline("none")


@dataclass(frozen=True, slots=True)
class Segment:
    """One line of the source and the role it plays; ``level`` counts list nesting from 0."""

    line_no: int
    start: int
    end: int
    kind: SegmentKind
    level: int = 0


@dataclass(frozen=True, slots=True)
class Challenge:
    """A difficulty the meeting named, to be traced to what was agreed about it."""

    ref: str
    text: str
    theme: str | None
    lines: tuple[int, ...]
    spans: tuple[Span, ...]

    def as_json(self) -> dict[str, Any]:
        """Plain values for JSON."""
        return {
            "ref": self.ref,
            "text": self.text,
            "theme": self.theme,
            "lines": list(self.lines),
            "spans": [[span.start, span.end] for span in self.spans],
        }


@dataclass(frozen=True, slots=True)
class Item:
    """A candidate commitment (or priority, or note) with everything that was read about it."""

    ref: str
    kind: Kind
    text: str
    lines: tuple[int, ...]
    spans: tuple[Span, ...]
    rule: str
    theme: str | None = None
    parent: str | None = None
    responsible: tuple[Party, ...] = ()
    requester: tuple[Party, ...] = ()
    beneficiaries: tuple[str, ...] = ()
    condition: str | None = None
    deadline: Deadline = NO_DEADLINE
    distributive: bool = False
    actionable: bool = True
    depends_on: tuple[str, ...] = ()
    facet: str | None = None

    def as_json(self) -> dict[str, Any]:
        """Plain values for JSON."""
        return {
            "ref": self.ref,
            "kind": self.kind,
            "text": self.text,
            "lines": list(self.lines),
            "spans": [[span.start, span.end] for span in self.spans],
            "theme": self.theme,
            "parent": self.parent,
            "responsible": [party.as_json() for party in self.responsible],
            "requester": [party.as_json() for party in self.requester],
            "beneficiaries": list(self.beneficiaries),
            "condition": self.condition,
            "deadline": self.deadline.as_json(),
            "distributive": self.distributive,
            "actionable": self.actionable,
            "rule": self.rule,
            "depends_on": list(self.depends_on),
            "facet": self.facet,
        }


@dataclass(frozen=True, slots=True)
class Meeting:
    """What the head of the paper says about the meeting itself."""

    title: str = ""
    place: str = ""
    dates: tuple[datetime.date, ...] = ()
    bodies: tuple[str, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """Plain values for JSON."""
        return {
            "title": self.title,
            "place": self.place,
            "dates": [day.isoformat() for day in self.dates],
            "bodies": list(self.bodies),
        }


@dataclass(frozen=True, slots=True)
class Possible:
    """A sentence in which no rule found anything and that may hold a duty all the same.

    ``score`` goes from 0 to 1 and only tells which to look at first (`reader.possible`).
    """

    text: str
    lines: tuple[int, ...]
    spans: tuple[Span, ...]
    score: float

    def as_json(self) -> dict[str, Any]:
        """Plain values for JSON."""
        return {"text": self.text, "lines": list(self.lines), "score": round(self.score, 3)}


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that was read in one paper, in the order of the paper."""

    meeting: Meeting
    challenges: tuple[Challenge, ...]
    items: tuple[Item, ...]
    language: str
    segments: tuple[Segment, ...]
    #: Where else to look, best first.
    possible: tuple[Possible, ...] = ()

    @property
    def commitments(self) -> tuple[Item, ...]:
        """The items that bind someone: everything but priorities and notes."""
        return tuple(item for item in self.items if item.kind in COMMITMENT_KINDS)

    def as_json(self) -> dict[str, Any]:
        """The answer of ``consuno extract_minutes --json``."""
        return {
            "language": self.language,
            "meeting": self.meeting.as_json(),
            "challenges": [challenge.as_json() for challenge in self.challenges],
            "items": [item.as_json() for item in self.items],
            "possible": [each.as_json() for each in self.possible],
        }
