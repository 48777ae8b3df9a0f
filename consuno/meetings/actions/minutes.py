"""Write the minutes of a meeting, circulate them, have them corrected and approved, freeze them."""

from __future__ import annotations

import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from consuno.core import audit, clock
from consuno.core.models import User
from consuno.core.policy import ConflictError
from consuno.directory.models import Body, Role
from consuno.directory.queries import acting_for
from consuno.directory.standing import SECRETARIATS, secretariat_of
from consuno.meetings import notices, policies
from consuno.meetings.actions.freeze import freeze
from consuno.meetings.actions.sittings import tell
from consuno.meetings.models import AgendaItem, Agreement, Correction, Record, Sitting, Word
from consuno.meetings.queries.minutes import compose, for_all, titles
from consuno.meetings.workflow import MINUTES

State = Record.State


def _held(record: Record) -> Record:
    found = Record.objects.select_for_update(of=("self",)).select_related("sitting")
    return found.get(pk=record.pk)


@transaction.atomic
def open_minutes(*, sitting: Sitting, by: User, language: str = "es") -> Record:
    """Begin to write, or go on. Raises Denied."""
    sitting = Sitting.objects.select_for_update(of=("self",)).get(pk=sitting.pk)
    policies.may_write_minutes(by, sitting)
    record, made = Record.objects.get_or_create(sitting=sitting, defaults={"language": language})
    if made:
        audit.record("open_minutes", record, by=by, on_behalf_of=secretariat_of(by))
    return record


@transaction.atomic
def write_discussion(*, item: AgendaItem, revision: int, text: str, by: User) -> AgendaItem:
    """Keep what was said under an item. Raises Denied or ConflictError."""
    item = AgendaItem.objects.select_for_update(of=("self",)).get(pk=item.pk)
    policies.may_write_minutes(by, item.sitting)
    if item.revision != revision:
        raise ConflictError(
            _(
                "Alguien más escribió en este punto mientras usted lo hacía: lea lo que hay y vuelva a guardar lo suyo."
            )
        )
    item.discussion, item.revision = text.strip(), revision + 1
    item.save(update_fields=["discussion", "revision"])
    audit.record("write_discussion", item, by=by, on_behalf_of=secretariat_of(by))
    return item


@transaction.atomic
def take_agreement(*, item: AgendaItem, text: str, by: User) -> Agreement:
    """Write down what is agreed, as it is taken. Raises Denied."""
    item = AgendaItem.objects.select_for_update(of=("self",)).get(pk=item.pk)
    policies.may_write_minutes(by, item.sitting)
    policies.must_be_an_agreement(item, text)
    made = Agreement.objects.create(item=item, text=" ".join(text.split())[:2000], by=by)
    audit.record("take_agreement", made, by=by, on_behalf_of=secretariat_of(by))
    return made


@transaction.atomic
def strike_agreement(*, agreement: Agreement, by: User) -> None:
    """Take an agreement out of the draft. Raises Denied."""
    policies.may_write_minutes(by, agreement.item.sitting)
    audit.record("strike_agreement", agreement, by=by, on_behalf_of=secretariat_of(by))
    agreement.delete()


@transaction.atomic
def circulate(*, record: Record, by: User) -> Record:
    """Send the minutes out: to the Presidency for its leave, or at once where nobody's is asked.

    Raises Denied.
    """
    record = _held(record)
    policies.may_circulate(by, record)
    _settle_titles(record)
    leave = record.sitting.kind.leave_by
    if leave:
        MINUTES.move("circulate", record, State.LEAVE)
        record.save(update_fields=["state"])
        people = acting_for([leave], [Role.PRESIDENCY])
        notices.leave_waits.tell(people, about=record)
    else:
        _send_out("circulate", record)
    audit.record("circulate", record, by=by, on_behalf_of=secretariat_of(by), state=record.state)
    return record


def _settle_titles(record: Record) -> None:
    """From here on the titles are those that circulate, whatever becomes of the records."""
    with for_all(record.language):
        items = titles(record)
    for item, words in items.items():
        item.title = words[:300]
    AgendaItem.objects.bulk_update(items, ["title"])


@transaction.atomic
def give_leave(*, record: Record, by: User, instrument: str = "", grants: bool = True) -> Record:
    """The Presidency lets the minutes circulate, or gives them back to be written on. Raises Denied."""
    record = _held(record)
    policies.may_give_leave(by, record, instrument)
    record.leave_by, record.leave_instrument = by, instrument.strip()[:200]
    if grants:
        _send_out("give_leave", record)
    else:
        MINUTES.move("give_leave", record, State.DRAFT)
    record.save()
    audit.record(
        "give_leave", record, by=by, on_behalf_of=record.sitting.kind.leave_by, grants=grants,
        instrument=record.leave_instrument,
    )  # fmt: skip
    notices.leave_given.tell(acting_for(SECRETARIATS, [Role.OFFICER]), about=record)
    return record


def _send_out(verb: str, record: Record) -> None:
    MINUTES.move(verb, record, State.CIRCULATED)
    record.circulated_on = clock.today()
    days = datetime.timedelta(days=record.sitting.kind.window_days)
    record.window_ends = record.circulated_on + days
    record.save()
    tell(record.sitting, notices.minutes_circulate)


@transaction.atomic
def ask_correction(*, record: Record, text: str, by: User) -> Correction:
    """A body that was invited asks for a change. Raises Denied."""
    record = _held(record)
    body = policies.may_correct(by, record)
    policies.must_ask_something(record, text)
    made = Correction.objects.create(record=record, body=body, text=text.strip()[:5000], by=by)
    audit.record("ask_correction", made, by=by, on_behalf_of=body)
    notices.correction_waits.tell(acting_for(SECRETARIATS, [Role.OFFICER]), about=made)
    return made


@transaction.atomic
def answer_correction(*, correction: Correction, taken: bool, reason: str, by: User) -> Correction:
    """Say whether it was taken up in the text, and if not why. Raises Denied."""
    policies.may_answer_correction(by, correction.record, taken=taken, reason=reason)
    correction.taken, correction.reason = taken, reason.strip()[:500]
    correction.save(update_fields=["taken", "reason"])
    audit.record(
        "answer_correction", correction, by=by, on_behalf_of=secretariat_of(by), taken=taken
    )
    notices.correction_answered.tell([correction.by], about=correction)
    return correction


@transaction.atomic
def confirm_agreements(*, record: Record, sha256: str, by: User) -> Word:
    """One Secretariat confirms the agreements of this very text. Raises Denied."""
    record = _held(record)
    policies.may_confirm(by, record)
    policies.must_be_the_text(compose(record).sha256, sha256)
    body = policies.may_work_as_secretariat(by)
    return _say("minutes_confirms", record, Word.Kind.CONFIRMS, body, sha256, "", by)


@transaction.atomic
def approve(*, record: Record, body: Body, sha256: str, by: User, instrument: str = "") -> Record:
    """A body approves this very text; the last one freezes it and opens what it agreed.

    Raises Denied.
    """
    record = _held(record)
    policies.may_approve_for(by, record, body, instrument)
    text = compose(record)
    policies.must_be_the_text(text.sha256, sha256)
    _say("minutes_approves", record, Word.Kind.APPROVES, body, sha256, instrument, by)
    said = record.words.filter(kind=Word.Kind.APPROVES, sha256=sha256)
    wanted = set(record.sitting.kind.approved_by)
    if wanted <= set(said.values_list("body__code", flat=True)):
        freeze(record, text, by)
    return record


def _say(
    verb: str, record: Record, kind: str, body: Body, sha256: str, instrument: str, by: User
) -> Word:
    word, _made = Word.objects.update_or_create(
        record=record, kind=kind, body=body,
        defaults={
            "sha256": sha256, "instrument": instrument.strip()[:200], "by": by, "at": clock.now(),
        },
    )  # fmt: skip
    audit.record(verb, record, by=by, on_behalf_of=body, sha256=sha256)
    return word
