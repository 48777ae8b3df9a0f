"""The letter that asks whether services go on as they are."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from consuno.core.mail import Letter, letter
from consuno.core.models import User
from consuno.services.keys import path_of
from consuno.services.models import Asking
from consuno.services.queries.services import to_confirm


@letter()
def services_to_confirm(person: User, asking: int) -> Letter | None:
    """Its link opens a page with one button; opening it changes nothing."""
    found = Asking.objects.select_related("body", "user").filter(pk=asking).first()
    if found is None or not found.good or found.user_id != person.pk:
        return None
    due = to_confirm(found.body).count()
    if not due:
        return None
    sentence = ngettext(
        "%(n)s servicio de su institución lleva casi 90 días sin confirmarse. Si nadie lo confirma, deja de ofrecerse.",
        "%(n)s servicios de su institución llevan casi 90 días sin confirmarse. Si nadie los confirma, dejan de "
        "ofrecerse.",
        due,
    )  # fmt: skip
    return Letter(
        subject=_("¿sus servicios siguen igual?"),
        paragraphs=(sentence % {"n": due},),
        path=path_of(found),
        action=_("Ver y confirmar"),
    )
