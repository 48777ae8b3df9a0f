"""The date that a paper left to be defined."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from consuno.core.acting import Form
from consuno.core.fields import DayField


class DateForm(Form):
    """The day, and by which note the Presidency set it where somebody else writes it down."""

    prefix = "date"
    day = DayField(label=_("Qué día"))
    note = forms.CharField(
        label=_("Con qué nota se fijó"), required=False, max_length=200,
        help_text=_("La Presidencia no la necesita; una Secretaría anota la de la Presidencia."),
    )  # fmt: skip
