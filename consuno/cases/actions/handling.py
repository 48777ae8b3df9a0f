"""What an organisation does with a report that it may read."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from django.db import transaction
from django.db.models import Q

from consuno.cases import notices, policies, queries
from consuno.cases.actions.complaints import (
    PURPOSE,
    attached,
    erase,
    only,
    open_to,
    readers,
    sent_by,
)
from consuno.cases.models import Complaint, HandOver, Message, Recipient
from consuno.cases.models.complaint import ACKNOWLEDGE, ANSWER
from consuno.cases.sealed import pack
from consuno.cases.workflow import COMPLAINT, HOLDER
from consuno.core import audit, clock, jobs, locks
from consuno.core.models import Key, Section, User
from consuno.core.vault import instance, organisations, sections
from consuno.core.vault.locks import Opened
from consuno.core.vault.receipts import Receipt
from consuno.directory.models import Body

State = Recipient.State


@transaction.atomic
def acknowledge(*, recipient: Recipient, by: User) -> None:
    """Say that it was received. Said again, nothing changes."""
    recipient = _locked(recipient)
    policies.may_handle(by, recipient)
    policies.must_be_going_on(recipient, "complaint_acknowledged")
    if recipient.acknowledged_on is None:
        recipient.acknowledged_on = clock.today()
        HOLDER.move("complaint_acknowledged", recipient)
        _save(recipient, "complaint_acknowledged", by)


@transaction.atomic
def reply(
    *, recipient: Recipient, text: str, asks: bool, opened: Opened, by: User, press: str = "",
    seen: int | None = None,
) -> Message:  # fmt: skip
    """Write to the reporter: an answer, or a question that waits for theirs. It also acknowledges.

    The same press writes once. `seen` is how many of the reporter's messages were read: what came
    since is not answered.
    """
    recipient = _locked(recipient)
    policies.may_handle(by, recipient)
    if told := sent_by(press, recipient.complaint):
        return told
    policies.must_be_going_on(recipient, "complaint_replied")
    today, complaint = clock.today(), recipient.complaint
    made = _say(complaint, text, _readers(recipient, opened), body=recipient.body, press=press)
    recipient.acknowledged_on = recipient.acknowledged_on or today
    if seen is not None and queries.words_of(recipient) > seen:
        to = State.OPEN
    else:
        to = State.WAITING if asks else State.ANSWERED
        recipient.written_on = None
    if not asks:
        recipient.answered_on = recipient.answered_on or today
    HOLDER.move("complaint_replied", recipient, to)
    _save(recipient, "complaint_replied", by, asks=asks)
    return made


def _readers(recipient: Recipient, opened: Opened) -> list[Key]:
    """The reporter and this organisation, as its own key shows them: what others tell each other is theirs."""
    key = organisations.current(recipient.body.code)
    assert key is not None  # noqa: S101 (the policy has just asked for it)
    found = readers(recipient.complaint, key, organisations.secret_of(key, opened))
    return only(found, recipient.body)


@transaction.atomic
def note(*, recipient: Recipient, text: str, by: User, press: str = "") -> Message:
    """Write something down for one's own organisation; nobody else ever opens it. The same press writes once."""
    recipient = _locked(recipient)
    policies.may_handle(by, recipient)
    if told := sent_by(press, recipient.complaint):
        return told
    policies.must_not_be_withdrawn(recipient.complaint)
    key = organisations.current(recipient.body.code)
    assert key is not None  # noqa: S101 (the policy has just asked for it)
    made = _say(
        recipient.complaint, text, [key], body=recipient.body, internal=True, author=by.name,
        press=press,
    )  # fmt: skip
    audit.record("complaint_noted", recipient, by=by, on_behalf_of=recipient.body)
    return made


def _say(
    complaint: Complaint, text: str, keys: Sequence[Key], *, body: Body, internal: bool = False,
    author: str = "", press: str = "",
) -> Message:  # fmt: skip
    owner = body.code if internal else ""
    said = {"text": text, "author": author} if author else {"text": text}
    section = sections.seal(
        owner, "note" if internal else "message", pack(said), keys, purpose=PURPOSE
    )
    Complaint.objects.filter(pk=complaint.pk).update(touched_on=clock.today())
    return Message.objects.create(
        complaint=complaint, body=body, internal=internal, section=section, press=press
    )


@transaction.atomic
def assign(*, recipient: Recipient, to: User, by: User) -> None:
    """Say who takes care of it."""
    recipient = _locked(recipient)
    policies.may_handle(by, recipient)
    policies.must_be_a_colleague(to, recipient)
    recipient.assigned = instance.seal(str(to.pk), purpose=queries.ASSIGNED)
    recipient.save(update_fields=["assigned"])
    audit.record("complaint_assigned", recipient, by=by, on_behalf_of=recipient.body)
    if to != by:
        notices.assigned_to_you.tell([to], about=recipient)


@transaction.atomic
def close_complaint(*, recipient: Recipient, by: User) -> None:
    """End one's own part, after an answer. When all have, it is closed for the reporter too."""
    recipient = _locked(recipient)
    policies.may_handle(by, recipient)
    policies.must_be_going_on(recipient, "complaint_closed")
    policies.must_have_been_answered(recipient)
    HOLDER.move("complaint_closed", recipient)
    _save(recipient, "complaint_closed", by)
    _close_when_all_have(recipient.complaint)


def _close_when_all_have(complaint: Complaint) -> None:
    if not complaint.recipients.exclude(state=State.CLOSED).exists():
        mine = Complaint.objects.filter(pk=complaint.pk)
        COMPLAINT.move_all("end_complaint", mine, ended_on=clock.today())


@transaction.atomic
def propose_handover(
    *, recipient: Recipient, to: Body, reason: str, opened: Opened, by: User
) -> HandOver:
    """Propose that another organisation reads it as well: the reporter decides."""
    recipient = _locked(recipient)
    policies.may_handle(by, recipient)
    policies.must_be_going_on(recipient, "handover_proposed")
    policies.must_be_another(recipient, to)
    policies.must_be_transferable(recipient.body, to)
    complaint = recipient.complaint
    section = sections.seal(
        "", "message", pack({"text": reason}), _readers(recipient, opened), purpose=PURPOSE
    )  # fmt: skip
    made = HandOver.objects.create(
        complaint=complaint, proposed_by=recipient.body, to=to, reason=section
    )
    audit.record("handover_proposed", recipient, by=by, on_behalf_of=recipient.body, to=to.code)
    return made


@transaction.atomic
def answer_handover(*, handover: HandOver, answer: str, by: Receipt) -> None:
    """The reporter's yes or no. With a yes, and only then, the other gets its own key to what was said.

    Raises Denied where it was answered, or where the other can no longer receive.
    """
    handover = (
        HandOver.objects.select_related(
            "complaint__reporter",
            "complaint__narrative",
            "complaint__identity",
            "proposed_by",
            "to",
        )
        .select_for_update(of=("self", "complaint"))
        .get(pk=handover.pk, complaint__lookup=by.lookup)
    )
    policies.must_go_on(handover.complaint)
    policies.must_wait_for_an_answer(handover)
    handover.answer, handover.answered_on = HandOver.Answer(answer), clock.today()
    handover.save(update_fields=["answer", "answered_on"])
    proposer = handover.complaint.recipients.filter(body=handover.proposed_by)
    proposer.exclude(state=State.CLOSED).update(told=False)
    if handover.answer != HandOver.Answer.NO:
        _open(handover, by)


def _open(handover: HandOver, by: Receipt) -> None:
    complaint, to = handover.complaint, handover.to
    policies.must_be_transferable(handover.proposed_by, to)  # the rule may be another by now
    ((_body, key),) = policies.must_be_receiving(to.country_id or "", [to.code])
    parts: list[Section | None] = [complaint.narrative]
    if handover.answer == HandOver.Answer.ALL:
        parts.append(complaint.identity)
    told = queries.told_with(complaint, handover.proposed_by)
    parts += [each.section for each in told.select_related("section")]
    parts += attached(complaint)
    open_to([key], parts, complaint, by, purpose="handover")
    today = clock.today()
    Recipient.objects.create(
        complaint=complaint, body=to, acknowledge_by=today + ACKNOWLEDGE,
        answer_by=today + ANSWER,
    )  # fmt: skip


def _locked(recipient: Recipient) -> Recipient:
    """The row, which nobody else changes until this ends, nor its report: withdrawn meanwhile, nothing is added."""
    Complaint.objects.select_for_update().get(recipients=recipient.pk)
    found = Recipient.objects.select_for_update(of=("self",)).select_related(
        "complaint__reporter", "complaint__narrative", "complaint__identity", "body"
    )
    return found.get(pk=recipient.pk)


def _save(recipient: Recipient, verb: str, by: User, **detail: object) -> None:
    recipient.save(update_fields=["state", "acknowledged_on", "answered_on", "written_on"])
    audit.record(verb, recipient, by=by, on_behalf_of=recipient.body, **detail)


@jobs.job(cron="0 * * * *")
def tell_recipients() -> None:
    """Each hour, tell an organisation's people what came or is new: by then no hour says when it was sent."""
    with transaction.atomic():
        for each in Recipient.objects.filter(told=False, complaint__status=Complaint.Status.SENT):
            if each.state == State.NEW:
                notices.complaint_came.tell(queries.people_of(each.body), about=each)
            else:
                notices.complaint_news.tell(queries.caring_for(each), about=each)
            Recipient.objects.filter(pk=each.pk).update(told=True)


@jobs.job(cron="30 12 * * *")
def tell_of_late_ones() -> None:
    """Each week, tell the supervisors of what was not acknowledged or not answered in time."""
    before = clock.today() - datetime.timedelta(days=7)
    with transaction.atomic():
        untold = Q(late_told_on=None) | Q(late_told_on__lte=before)
        for each in queries.late().filter(untold):
            notices.complaint_late.tell(queries.supervisors_of(each.body), about=each)
            Recipient.objects.filter(pk=each.pk).update(late_told_on=clock.today())


@jobs.job(cron="41 2 * * *")
def erase_ended() -> None:
    """Erase what ended long enough ago, and close what waited in vain for its reporter."""
    today = clock.today()

    def before(days: int) -> datetime.date:
        return today - datetime.timedelta(days=days)

    waited = Complaint.objects.filter(
        status=Complaint.Status.SENT, touched_on__lt=before(policies.WAITS)
    ).exclude(recipients__state__in=[State.NEW, State.OPEN])
    locks.while_still(waited, _close_unanswered)
    for status, days in (
        (Complaint.Status.CLOSED, policies.KEPT_CLOSED),
        (Complaint.Status.WITHDRAWN, policies.KEPT_WITHDRAWN),
    ):
        locks.while_still(Complaint.objects.filter(status=status, ended_on__lt=before(days)), erase)


def _close_unanswered(complaint: Complaint) -> None:
    HOLDER.move_all("waited_in_vain", complaint.recipients.all())
    _close_when_all_have(complaint)
