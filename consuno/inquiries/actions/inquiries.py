"""Ask bodies for information, answer, share the answers."""

from __future__ import annotations

import datetime
import hashlib
from collections.abc import Sequence
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from consuno.agenda.models import Commitment
from consuno.core import audit, clock
from consuno.core.models import User
from consuno.core.policy import ConflictError
from consuno.core.scrubbing import scrubbed
from consuno.directory.models import Body, Role
from consuno.directory.queries import acting_for
from consuno.directory.standing import SECRETARIATS
from consuno.inquiries import letters, notices, policies
from consuno.inquiries.models import Answer, Inquiry
from consuno.inquiries.workflow import ANSWER, INQUIRY
from consuno.monitoring.queries.cycles import ASKED


@transaction.atomic
def ask(
    *,
    title: str,
    text: str,
    language: str,
    due_on: datetime.date,
    bodies: Sequence[Body],
    shared_with: Sequence[Body],
    among: bool,
    by: User,
    commitment: Commitment | None = None,
    matter: str = "",
) -> Inquiry:
    """Ask bodies for a thing by a day; whoever acts for each gets a letter and a notice.

    Raises Denied: not a Secretariat, nothing asked, nobody asked, or a day that has come.
    """
    secretariat = policies.may_work_as_secretariat(by)
    policies.must_be_an_inquiry(text, due_on, bodies)
    made = Inquiry.objects.create(
        secretariat=secretariat, title=title.strip()[:200], text=text.strip(), language=language,
        due_on=due_on, among=among, commitment=commitment, by=by,
        matter=matter,
    )  # fmt: skip
    made.shared_with.set(shared_with)
    Answer.objects.bulk_create(Answer(inquiry=made, body=body) for body in dict.fromkeys(bodies))
    audit.record("ask", made, by=by, on_behalf_of=secretariat, bodies=len(bodies))
    for answer in made.answers.select_related("body", "inquiry"):
        _tell_asked(answer)
    return made


def _tell_asked(answer: Answer) -> None:
    people = acting_for([answer.body.code], ASKED)
    notices.asked.tell(people, about=answer)
    for person in people:
        letters.asked_for_information.post(person, answer=answer.pk)


@transaction.atomic
def change_due(*, inquiry: Inquiry, due_on: datetime.date, by: User) -> Inquiry:
    """Give more time, or less; whoever has not answered hears of it. Raises Denied."""
    inquiry = Inquiry.objects.select_for_update(of=("self",)).get(pk=inquiry.pk)
    policies.may_change(by, inquiry)
    policies.must_be_later(due_on)
    was, inquiry.due_on = inquiry.due_on, due_on
    inquiry.save(update_fields=["due_on"])
    audit.record(
        "change_due", inquiry, by=by, on_behalf_of=inquiry.secretariat, was=was.isoformat(),
        due_on=due_on.isoformat(),
    )  # fmt: skip
    waiting = inquiry.answers.filter(state__in=ANSWER.at("save_answer"))
    codes = list(waiting.values_list("body__code", flat=True))
    notices.due_changed.tell(acting_for(codes, ASKED), about=inquiry)
    return inquiry


@transaction.atomic
def close_inquiry(*, inquiry: Inquiry, by: User) -> Inquiry:
    """Take no more answers; what nobody answered stays so. Raises Denied."""
    inquiry = Inquiry.objects.select_for_update(of=("self",)).get(pk=inquiry.pk)
    policies.may_close(by, inquiry)
    INQUIRY.move("close_inquiry", inquiry, at=clock.today())
    inquiry.save(update_fields=["closed_on"])
    audit.record("close_inquiry", inquiry, by=by, on_behalf_of=inquiry.secretariat)
    return inquiry


def _held(answer: Answer) -> Answer:
    found = Answer.objects.select_for_update(of=("self",)).select_related("body", "inquiry")
    return found.get(pk=answer.pk)


def _write(answer: Answer, revision: int, written: dict[str, Any]) -> None:
    if answer.revision != revision:
        raise ConflictError(_("Alguien más guardó esta respuesta mientras usted escribía."))
    content = written.pop("content", None)
    if content is not None:
        content, answer.cleaned = scrubbed(content)
        answer.content, answer.sha256 = content, hashlib.sha256(content).hexdigest()
        answer.file_name = written.pop("file_name", "")[:200]
    for name in ("text", "language", "link"):
        if name in written:
            setattr(answer, name, written[name])
    answer.revision += 1


@transaction.atomic
def save_answer(*, answer: Answer, revision: int, by: User, **written: Any) -> Answer:
    """Keep what was written so far. Raises Denied or ConflictError."""
    answer = _held(answer)
    policies.may_write_answer(by, answer)
    _write(answer, revision, written)
    ANSWER.move("save_answer", answer)
    answer.save()
    audit.record("save_answer", answer, by=by, on_behalf_of=answer.body)
    return answer


@transaction.atomic
def give_answer(*, answer: Answer, revision: int, by: User, **written: Any) -> Answer:
    """Answer: both Secretariats and all it is shared with read it at once.

    Raises Denied (a drafter, given already, nothing said) or ConflictError.
    """
    answer = _held(answer)
    policies.may_give_answer(by, answer)
    _write(answer, revision, written)
    policies.must_say_something(answer.text, answer.link, answer.content)
    return _give("answer_given", answer, by)


@transaction.atomic
def decline(*, answer: Answer, revision: int, text: str, by: User, **_rest: Any) -> Answer:
    """Say that the body cannot answer, and why; of what was written only the text counts.

    Raises Denied or ConflictError.
    """
    answer = _held(answer)
    policies.may_decline(by, answer)
    policies.must_give_reason(text)
    _write(answer, revision, {"text": text})
    return _give("answer_declined", answer, by)


@transaction.atomic
def pass_on(*, answer: Answer, to: Body | None, reason: str, by: User) -> Answer:
    """Another institution of the country is competent: it is asked, and this one no more.

    Returns the answer that is now asked for. Raises Denied.
    """
    answer = _held(answer)
    policies.may_pass(by, answer)
    to = policies.must_be_competent(answer.body, to, reason)
    ANSWER.move("pass_on", answer)
    answer.passed_to = to
    answer.passed_reason = reason.strip()[:2000]
    answer.answered_by, answer.answered_at = by, clock.now()
    answer.revision += 1
    answer.save()
    asked, new = Answer.objects.get_or_create(inquiry=answer.inquiry, body=to)
    policies.must_not_come_back(asked)
    audit.record("pass_on", answer, by=by, on_behalf_of=answer.body, to=to.code)
    if new:
        _tell_asked(asked)
    notices.passed_on.tell(acting_for(SECRETARIATS, [Role.OFFICER]), about=answer)
    return asked


def _give(verb: str, answer: Answer, by: User) -> Answer:
    ANSWER.move(verb, answer)
    answer.answered_by, answer.answered_at = by, clock.now()
    answer.save()
    audit.record(verb, answer, by=by, on_behalf_of=answer.body)
    people = {*acting_for(SECRETARIATS, [Role.OFFICER])}
    codes = [body.code for body in answer.inquiry.shared_with.all()]
    people |= {*acting_for(codes, ASKED)}
    notices.answer_given.tell([each for each in people if each != by], about=answer)
    return answer


@transaction.atomic
def reopen_answer(*, answer: Answer, by: User) -> Answer:
    """Give an answer back to be completed; until then nobody else reads it. Raises Denied."""
    answer = _held(answer)
    policies.may_reopen(by, answer)
    ANSWER.move("reopen_answer", answer)
    answer.revision += 1
    answer.save(update_fields=["state", "revision"])
    audit.record("reopen_answer", answer, by=by, on_behalf_of=answer.inquiry.secretariat)
    notices.answer_came_back.tell(acting_for([answer.body.code], ASKED), about=answer)
    return answer
