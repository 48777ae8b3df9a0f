"""What requests tell people of."""

from __future__ import annotations

from django.utils.translation import gettext as _

from consuno.core.models import User
from consuno.core.notices import Line, notice
from consuno.core.policy import allowed
from consuno.inquiries import policies
from consuno.inquiries.models import Answer, Inquiry

_ANSWERS = Answer.objects.select_related("inquiry", "body").defer("content")


@notice(lambda: _ANSWERS.all())
def asked(reader: User, found: Answer) -> Line | None:
    """A body is asked for something."""
    if not allowed(policies.may_write_answer, reader, found):
        return None
    words = _("Se pide información a %(body)s") % {"body": found.body}
    return Line(words, found.inquiry.get_absolute_url())


@notice(lambda: _ANSWERS.all())
def answer_due(reader: User, found: Answer, due: str, rung: int) -> Line | None:
    """The day of an answer comes, or has passed."""
    if found.given or found.inquiry.closed_on or found.inquiry.due_on.isoformat() != due:
        return None
    if not allowed(policies.may_read_inquiry, reader, found.inquiry):
        return None
    words = (
        _("Se acerca el día de responder a una solicitud (%(body)s)")
        if rung < 0
        else _("Pasó el día de responder a una solicitud (%(body)s)")
    )
    return Line(words % {"body": found.body}, found.inquiry.get_absolute_url())


@notice(lambda: _ANSWERS.all())
def answer_given(reader: User, found: Answer) -> Line | None:
    """A body answered; told to all who read it."""
    if not found.given or not allowed(policies.may_read_answer, reader, found):
        return None
    words = _("%(body)s respondió a una solicitud") % {"body": found.body}
    return Line(words, found.inquiry.get_absolute_url())


@notice(lambda: _ANSWERS.select_related("passed_to"))
def passed_on(reader: User, found: Answer) -> Line | None:
    """An institution passed what it was asked to another of its country."""
    if found.passed_to is None or not allowed(policies.may_read_inquiry, reader, found.inquiry):
        return None
    words = _("%(body)s pasó a %(to)s la solicitud «%(title)s»") % {
        "body": found.body, "to": found.passed_to, "title": found.inquiry.title,
    }  # fmt: skip
    return Line(words, found.inquiry.get_absolute_url())


@notice(lambda: _ANSWERS.all())
def answer_came_back(reader: User, found: Answer) -> Line | None:
    """The Secretariat gave an answer back."""
    if not allowed(policies.may_write_answer, reader, found):
        return None
    words = _("Se le devolvió una respuesta para completarla (%(body)s)") % {"body": found.body}
    return Line(words, found.inquiry.get_absolute_url())


@notice(lambda: Inquiry.objects.all())
def due_changed(reader: User, found: Inquiry) -> Line | None:
    """A request has another day."""
    if found.closed_on or not allowed(policies.may_read_inquiry, reader, found):
        return None
    return Line(_("Cambió el plazo de una solicitud de información"), found.get_absolute_url())
