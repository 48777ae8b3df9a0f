"""What an organisation reads of the reports that it may open."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Case, F, Q, QuerySet, When

from consuno.cases.models import Attachment, Complaint, HandOver, Recipient
from consuno.cases.models.complaint import ANSWER
from consuno.cases.policies import receiving_anywhere
from consuno.cases.queries.complaints import Enclosed, in_words, listed, told_with
from consuno.cases.sealed import unpack
from consuno.core import clock
from consuno.core.models import User
from consuno.core.primitives import DoesNotOpenError
from consuno.core.vault import files, instance, organisations, sections
from consuno.core.vault.locks import Opened
from consuno.directory.models import Body, Membership, Role
from consuno.directory.standing import CARE, memberships

#: Purpose under which the installation's key seals who takes care of a report.
ASSIGNED = "cases.assigned"
State = Recipient.State


def _bodies(user: Any) -> list[Body]:
    return [held.body for held in memberships(user) if held.role in CARE]


def caring_bodies(user: Any) -> list[Body]:
    """Bodies for which this person works with people."""
    return list(dict.fromkeys(_bodies(user)))


def may_be_handed_to(recipient: Recipient) -> list[tuple[str, str]]:
    """Organisations of every country that could receive it and do not read it already: code and name."""
    reading = set(recipient.complaint.recipients.values_list("body__code", flat=True))
    ready = [body for body, _key in receiving_anywhere() if body.code not in reading]
    return [
        (body.code, f"{body} ({body.country})" if body.country else str(body)) for body in ready
    ]


def desk(user: Any) -> QuerySet[Recipient]:
    """What came to this person's organisations, what falls due first on top; ended ones last."""
    found = Recipient.objects.filter(body__in=_bodies(user)).exclude(
        complaint__status=Complaint.Status.DRAFT
    )
    return found.select_related("complaint__country", "body").order_by(
        F("complaint__ended_on").asc(nulls_first=True),
        Case(When(state__in=[State.NEW, State.OPEN], then=0), When(state=State.WAITING, then=1), default=2),
        # Whoever wrote again waits since that day; else what falls due first.
        Case(
            When(written_on__isnull=False, then="written_on"),
            When(acknowledged_on=None, then="acknowledge_by"),
            default="answer_by",
        ),
        "complaint__folio",
    )  # fmt: skip


def late() -> QuerySet[Recipient]:
    """What was not acknowledged, or not answered, in time."""
    today = clock.today()
    return Recipient.objects.filter(
        Q(acknowledged_on=None, acknowledge_by__lt=today)
        | Q(answered_on=None, answer_by__lt=today)
        | Q(written_on__lt=today - ANSWER),
        complaint__status=Complaint.Status.SENT,
    ).exclude(state=State.CLOSED).select_related("complaint", "body")  # fmt: skip


def people_of(body: Body) -> list[User]:
    """Those who work with people for a body."""
    found = Membership.objects.current().filter(body=body, role__in=CARE).select_related("user")
    return list({each.user_id: each.user for each in found}.values())


def supervisors_of(body: Body) -> list[User]:
    """Its supervisors; where it has none, all who work with people there."""
    found = (
        Membership.objects.current().filter(body=body, role=Role.SUPERVISOR).select_related("user")
    )
    return [each.user for each in found] or people_of(body)


def assigned_to(recipient: Recipient) -> User | None:
    """Who takes care of it."""
    try:
        number = instance.unseal(recipient.assigned, purpose=ASSIGNED)
    except DoesNotOpenError:
        return None
    return User.objects.filter(pk=number).first() if number else None


def words_of(recipient: Recipient) -> int:
    """How many messages the reporter has written to this recipient since it was sent."""
    return told_with(recipient.complaint, recipient.body).filter(body=None).count()


def caring_for(recipient: Recipient) -> list[User]:
    """Who takes care of it; where nobody does, or who did has left, all who work with people there."""
    people, one = people_of(recipient.body), assigned_to(recipient)
    return [one] if one in people else people


@dataclass(frozen=True, slots=True)
class Line:
    """Something said, as an organisation reads it."""

    body: Body | None
    on: datetime.date
    text: str
    internal: bool = False
    author: str = ""


@dataclass(slots=True)
class File:
    """A report opened by one of its organisations: what it may read of it, and nothing else."""

    recipient: Recipient
    said: dict[str, Any]
    identity: dict[str, Any] | None
    lines: list[Line] = field(default_factory=list)
    handovers: list[tuple[HandOver, str]] = field(default_factory=list)
    enclosed: list[Enclosed] = field(default_factory=list)


def open_file(recipient: Recipient, opened: Opened, *, reader: User) -> File:
    """Open a report, each part that was given to this organisation written down. Raises NotHeldError."""
    complaint, body = recipient.complaint, recipient.body
    # Of the others' conversations only what a hand-over opened: the rest has no wrap, and is not shown.
    lines = complaint.messages.select_related("body").exclude(~Q(body=body), internal=True)
    proposals = complaint.handovers.select_related("to", "proposed_by")
    key = organisations.current(body.code)
    if key is None:
        raise organisations.NotHeldError
    added = list(complaint.attachments.all())
    parts = [complaint.narrative_id, complaint.identity_id, *(each.section_id for each in lines)]
    parts += [each.section_id for each in added]
    plain = sections.read_many(
        [*parts, *(each.reason_id for each in proposals)], key, organisations.secret_of(key, opened),
        by=reader, purpose="complaint",
    )  # fmt: skip

    def said(section: str | None) -> dict[str, Any] | None:
        """None where it is erased, or was not given to this organisation."""
        found = plain.get(section or "")
        return unpack(found) if found is not None else None

    file = File(
        recipient, in_words(said(complaint.narrative_id) or {}), said(complaint.identity_id)
    )
    for each in lines:
        words = said(each.section_id)
        if words is not None:
            text, author = words.get("text", ""), words.get("author", "")
            file.lines.append(Line(each.body, each.on, text, each.internal, author))
    file.enclosed = listed(
        added, {pk: each for pk, each in plain.items() if pk in {a.section_id for a in added}}
    )
    file.handovers = [(each, (said(each.reason_id) or {}).get("text", "")) for each in proposals]
    return file


def open_attachment(
    recipient: Recipient, attachment: Attachment, opened: Opened, *, reader: User
) -> files.Label:
    """What opens a file, by one of its organisations. Raises NotHeldError, NoGrantError."""
    key = organisations.current(recipient.body.code)
    if key is None or attachment.section is None:
        raise sections.NoGrantError
    secret = organisations.secret_of(key, opened)
    return files.open_file(attachment.section, key, secret, by=reader, purpose="complaint")


@dataclass(frozen=True, slots=True)
class Figures:
    """How an organisation handles what comes to it; for itself alone."""

    by_state: list[tuple[str, int]]
    late: int
    days_to_acknowledge: float | None
    days_to_answer: float | None


def _middle(days: Iterable[int]) -> float | None:
    found = sorted(days)
    if not found:
        return None
    half = len(found) // 2
    return float(found[half]) if len(found) % 2 else (found[half - 1] + found[half]) / 2


def figures(body: Body) -> Figures:
    """Counts by state, and the median days from sending; two queries."""
    rows = list(
        Recipient.objects.filter(body=body).exclude(complaint__status=Complaint.Status.DRAFT)
        .select_related("complaint")
    )  # fmt: skip
    counts = {state: sum(each.state == state for each in rows) for state in State}
    return Figures(
        by_state=[(str(state.label), number) for state, number in counts.items()],
        late=late().filter(body=body).count(),
        days_to_acknowledge=_middle(
            (each.acknowledged_on - each.complaint.sent_on).days
            for each in rows if each.acknowledged_on and each.complaint.sent_on
        ),
        days_to_answer=_middle(
            (each.answered_on - each.complaint.sent_on).days
            for each in rows if each.answered_on and each.complaint.sent_on
        ),
    )  # fmt: skip
