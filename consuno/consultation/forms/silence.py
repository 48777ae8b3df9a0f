"""Ordering silence."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from consuno.consultation.models import Adoption
from consuno.consultation.silence import ZONES
from consuno.core.acting import Form
from consuno.core.fields import DayField


class SilenceForm(Form):
    """The exact hour at which silence ends, and whose decision it will be."""

    forum = forms.ChoiceField(
        label=_("De quién será la decisión"),
        choices=Adoption.Forum.choices,
        widget=forms.RadioSelect,
    )
    day = DayField(label=_("Qué día termina"))
    hour = forms.TimeField(
        label=_("A qué hora"), widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
    )  # fmt: skip
    zone = forms.ChoiceField(label=_("Hora de"), choices=tuple(ZONES.items()))


class LiftForm(Form):
    """Why the order is taken back."""

    reason = forms.CharField(label=_("Por qué se levanta"), max_length=1000)
