"""The rule of absence, and a reminder by note."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from consuno.core.acting import Form


class AbsenceForm(Form):
    """What the governments agreed about countries that do not speak."""

    term = forms.IntegerField(
        label=_("Días desde que el texto circula"), min_value=1, max_value=999,
        help_text=_("Pasados, se recuerda a los países que no se han pronunciado. Al menos 30."),
        widget=forms.NumberInput(attrs={"class": "short", "inputmode": "numeric"}),
    )  # fmt: skip
    after = forms.IntegerField(
        label=_("Días desde el recordatorio"), min_value=1, max_value=999,
        help_text=_("Pasados, el país que sigue callado consta como ausente. Al menos 10."),
        widget=forms.NumberInput(attrs={"class": "short", "inputmode": "numeric"}),
    )  # fmt: skip
    least = forms.IntegerField(
        label=_("Países que tienen que haberse pronunciado"), min_value=1, max_value=999,
        help_text=_("Más de la mitad."),
        widget=forms.NumberInput(attrs={"class": "short", "inputmode": "numeric"}),
    )  # fmt: skip
    agreed = forms.CharField(
        label=_("Dónde la acordaron los gobiernos"), max_length=300,
        help_text=_("El acta o la decisión, con su fecha. Las Secretarías escriben la regla; no la hacen."),
    )  # fmt: skip


class ReminderForm(Form):
    """The note by which a country was reminded."""

    body = forms.IntegerField(widget=forms.HiddenInput)
    instrument = forms.CharField(label=_("Con qué nota, y su fecha"), max_length=200)
