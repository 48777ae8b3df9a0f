"""What whoever reports does, by their receipt. Of them nothing is written down but what they say.

No entry of these acts goes into the record of acts: its hours would tell when somebody was at a computer. The
record begins with the first opening by a recipient.
"""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import Any

from django.db import transaction

from consuno.cases import policies, queries
from consuno.cases.models import Attachment, Complaint, Message, Recipient
from consuno.cases.models.complaint import ACKNOWLEDGE, ANSWER
from consuno.cases.sealed import pack
from consuno.cases.workflow import COMPLAINT, HOLDER
from consuno.core import clock, jobs, locks
from consuno.core.models import Key, Section
from consuno.core.primitives import Secret
from consuno.core.vault import files, sections
from consuno.core.vault.receipts import Receipt
from consuno.directory.models import Body

#: Under which purpose a reporter's section is opened to a recipient.
PURPOSE = "complaint"


@transaction.atomic
def begin_complaint(*, country: str, codes: Sequence[str], by: Receipt) -> Complaint:
    """Begin a draft for whom the reporter chose; until it is sent only the receipt opens it."""
    chosen = policies.must_be_receiving(country, codes)
    public = by.secret.public
    key = Key.objects.create(
        kind=Key.Kind.REPORTER, suite=public.suite, sealing=public.sealing, checking=public.checking
    )
    empty = [(kind, pack({})) for kind in ("narrative", "identity")]
    narrative, identity = sections.seal_all("", empty, [key], purpose="own")
    made = Complaint.objects.create(
        lookup=by.lookup, reporter=key, country_id=country, narrative=narrative, identity=identity
    )
    Recipient.objects.bulk_create(Recipient(complaint=made, body=body) for body, _key in chosen)
    return made


@transaction.atomic
def save_draft(*, narrative: dict[str, Any], identity: dict[str, Any], by: Receipt) -> Complaint:
    """Keep what is written so far, sealed to the receipt alone."""
    complaint = _mine(by)
    policies.must_be_a_draft(complaint)
    texts = ((complaint.narrative, pack(narrative)), (complaint.identity, pack(identity)))
    sections.write_all(
        [(section, said) for section, said in texts if section is not None],
        complaint.reporter,
        by.secret,
    )
    _touch(complaint)
    return complaint


@transaction.atomic
def choose_recipients(*, codes: Sequence[str], by: Receipt) -> None:
    """Choose anew who will read a draft."""
    complaint = _mine(by)
    policies.must_be_a_draft(complaint)
    chosen = policies.must_be_receiving(complaint.country_id, codes)
    complaint.recipients.exclude(body__in=[body for body, _key in chosen]).delete()
    for body, _key in chosen:
        Recipient.objects.get_or_create(complaint=complaint, body=body)


@transaction.atomic
def send_complaint(*, by: Receipt) -> Complaint:
    """Open it to whom the reporter chose. Pressed twice, it is sent once."""
    complaint = _mine(by)
    if complaint.status == Complaint.Status.SENT:
        return complaint
    policies.must_be_a_draft(complaint)
    policies.must_tell_something(queries.narrative(complaint, by))
    codes = list(complaint.recipients.values_list("body__code", flat=True))
    chosen = policies.must_be_receiving(complaint.country_id, codes)
    parts = [complaint.narrative, complaint.identity, *attached(complaint)]
    open_to([key for _body, key in chosen], parts, complaint, by, purpose=PURPOSE)
    today = clock.today()
    complaint.recipients.update(acknowledge_by=today + ACKNOWLEDGE, answer_by=today + ANSWER)
    COMPLAINT.move("send_complaint", complaint)
    complaint.sent_on = complaint.touched_on = today
    complaint.save(update_fields=["status", "sent_on", "touched_on"])
    return complaint


def open_to(
    keys: Sequence[Key],
    parts: Sequence[Section | None],
    complaint: Complaint,
    by: Receipt,
    *,
    purpose: str,
) -> None:
    """Let these keys open these parts, by the receipt: nothing else can."""
    there = [each for each in parts if each is not None]
    sections.grant_all(there, complaint.reporter, by.secret, to=keys, purpose=purpose)


@transaction.atomic
def add_message(*, text: str, by: Receipt, press: str = "", to: Recipient | None = None) -> Message:
    """Tell more, to one of the recipients or to all. The same press tells once."""
    complaint = _mine(by)
    if told := sent_by(press, complaint):
        return told
    policies.must_go_on(complaint)
    keys = readers(complaint, complaint.reporter, by.secret)
    body = policies.must_be_its_recipient(complaint, to).body if to else None
    section = sections.seal(
        "", "message", pack({"text": text}), only(keys, body) if body else keys, purpose=PURPOSE
    )
    made = Message.objects.create(complaint=complaint, section=section, press=press, to=body)
    wrote(complaint, body)
    _touch(complaint)
    return made


def only(keys: Sequence[Key], body: Body) -> list[Key]:
    """Of the readers of a report, the reporter and this organisation."""
    return [each for each in keys if each.kind == Key.Kind.REPORTER or each.owner == body.code]


def wrote(complaint: Complaint, to: Body | None = None) -> None:
    """The reporter said more: whoever it is for and had asked or answered owes an answer again, and
    is told by the hour.
    """
    going_on = complaint.recipients.exclude(state=Recipient.State.CLOSED)
    if to is not None:
        going_on = going_on.filter(body=to)
    HOLDER.move_all("reporter_wrote", going_on, written_on=clock.today())
    going_on.update(told=False)


def sent_by(press: str, complaint: Complaint) -> Message | None:
    """What this press of a button has already sent."""
    return complaint.messages.filter(press=press).first() if press else None


@transaction.atomic
def add_file(*, upload: files.SealedUpload, by: Receipt) -> Attachment:
    """Add a file, sealed already, for the same readers; of a draft, for nobody yet."""
    complaint = _mine(by)
    policies.must_fit(complaint, upload)
    holders = readers(complaint, complaint.reporter, by.secret)
    section = files.keep(upload, "", holders, purpose=PURPOSE)
    if complaint.status == Complaint.Status.SENT:
        wrote(complaint)
    _touch(complaint)
    return Attachment.objects.create(complaint=complaint, section=section)


def readers(complaint: Complaint, holder: Key, secret: Secret) -> list[Key]:
    """Today's keys of the reporter and of those who may read it: exactly those to whom its narrative is open.

    As one of them knows it, by the narrative's own key: a row that somebody wrote makes nobody a reader.
    """
    assert complaint.narrative is not None  # noqa: S101 (it is going on, or a draft)
    return sections.holders(complaint.narrative, holder, secret)


@transaction.atomic
def withdraw_complaint(*, by: Receipt) -> Complaint:
    """Erase what was told, at every holder. The organisations keep that there was one, and its days."""
    complaint = _mine(by)
    if complaint.status == Complaint.Status.DRAFT:
        erase(complaint)
        return complaint
    wipe(complaint)
    COMPLAINT.move("withdraw_complaint", complaint)
    complaint.ended_on = clock.today()
    complaint.save(update_fields=["status", "ended_on"])
    HOLDER.move_all("reporter_withdrew", complaint.recipients.all())
    return complaint


@transaction.atomic
def renew_mine(*, by: Receipt) -> int:
    """Give another key to what was flagged of one's report: done whenever its receipt is given."""
    complaint = _mine(by)
    parts = [complaint.narrative, complaint.identity, *attached(complaint)]
    parts += [each.section for each in complaint.messages.select_related("section")]
    ids = [each.pk for each in parts if each is not None]
    return sections.rekey_due(complaint.reporter, by.secret, owner="", among=ids)


def attached(complaint: Complaint) -> list[Section | None]:
    """The sections of its files."""
    return [each.section for each in complaint.attachments.select_related("section")]


def wipe(complaint: Complaint) -> None:
    """Erase every sealed part of a complaint, notes included."""
    parts = [complaint.narrative, complaint.identity]
    parts += [each.section for each in complaint.messages.select_related("section")]
    parts += attached(complaint)
    parts += [each.reason for each in complaint.handovers.select_related("reason")]
    there = [section for section in parts if section is not None]
    for section in sorted(
        there, key=lambda each: each.pk
    ):  # in the order in which everybody locks them
        sections.erase(section)
    complaint.narrative = complaint.identity = None


def _mine(receipt: Receipt) -> Complaint:
    """The receipt's complaint, which nobody else changes until this ends. Raises DoesNotExist."""
    rows = Complaint.objects.select_for_update(of=("self",)).filter(lookup=receipt.lookup)
    found = rows.select_related("reporter", "narrative", "identity").get()
    if found.reporter.public != receipt.secret.public:
        raise sections.HolderChangedError
    return found


def _touch(complaint: Complaint) -> None:
    Complaint.objects.filter(pk=complaint.pk).update(touched_on=clock.today())


@jobs.job(cron="23 2 * * *")
def erase_drafts() -> None:
    """Erase the drafts that nobody touched for a week: the page says so when one begins."""
    oldest = clock.today() - datetime.timedelta(days=policies.DRAFT_DAYS)
    old = Complaint.objects.filter(status=Complaint.Status.DRAFT, touched_on__lt=oldest)
    locks.while_still(old, erase)


def erase(complaint: Complaint) -> None:
    """Take a locked complaint away whole, with the key of whoever reported."""
    wipe(complaint)
    reporter = complaint.reporter
    complaint.delete()
    reporter.delete()
