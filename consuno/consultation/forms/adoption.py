"""Declaring that a text was adopted."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from consuno.consultation.models import Adoption
from consuno.core.acting import Form
from consuno.core.fields import DayField


class AdoptionForm(Form):
    """Who adopted it, when and where."""

    forum = forms.ChoiceField(
        label=_("Quién lo adoptó"), choices=Adoption.Forum.choices, widget=forms.RadioSelect
    )
    on = DayField(label=_("Qué día"))
    place = forms.CharField(label=_("Dónde"), max_length=200, required=False)
