"""The letter of a request. It says that something is asked and where, never what."""

from __future__ import annotations

from django.utils.translation import gettext as _

from consuno.core.mail import Letter, letter
from consuno.core.models import User
from consuno.core.policy import allowed
from consuno.inquiries import policies
from consuno.inquiries.models import Answer


@letter()
def asked_for_information(person: User, answer: int) -> Letter | None:
    """One click and a sign-in lead to it. Opening it changes nothing."""
    found = Answer.objects.select_related("inquiry", "body").defer("content")
    row = found.filter(pk=answer).first()
    if row is None or not allowed(policies.may_write_answer, person, row):
        return None
    return Letter(
        subject=_("se le pide información"),
        paragraphs=(_("Una Secretaría Técnica pide información a su institución."),),
        path=row.inquiry.get_absolute_url(),
        action=_("Ver lo que se pide"),
    )
