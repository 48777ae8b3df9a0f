"""Forms of the channels of complaint."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from consuno.core.acting import Form
from consuno.core.bilingual import Bilingual
from consuno.core.fields import DayField
from consuno.core.vocabularies import choices
from consuno.directory.models import Body, Country
from consuno.services.models import Channel

_BOTH = ("name", "steps", "safety")
_AREA = {"rows": 4}


class ChannelForm(Form):
    """All that is said of a channel; what is left empty is shown as not known."""

    kind = forms.ChoiceField(label=_("Qué es"), choices=Channel.Kind.choices)
    name_es = forms.CharField(label=_("Cómo se llama"), max_length=150)
    name_en = forms.CharField(label=_("Lo mismo, en inglés"), max_length=150, required=False)
    body = forms.ModelChoiceField(
        label=_("Quién lo atiende"), queryset=Body.objects.none(), required=False,
        empty_label=_("no se sabe"),
    )  # fmt: skip
    phone = forms.CharField(label=_("Teléfono"), max_length=60, required=False)
    url = forms.URLField(label=_("Página"), max_length=300, required=False, assume_scheme="https")
    hours = forms.CharField(label=_("Horario"), max_length=120, required=False)
    steps_es = forms.CharField(
        label=_("Pasos, uno por línea"), max_length=2000, required=False,
        widget=forms.Textarea(attrs=_AREA),
    )  # fmt: skip
    steps_en = forms.CharField(
        label=_("Lo mismo, en inglés"), max_length=2000, required=False,
        widget=forms.Textarea(attrs=_AREA),
    )  # fmt: skip
    time_limit = forms.CharField(label=_("Hasta cuándo se puede"), max_length=200, required=False)
    answered_in = forms.CharField(label=_("En cuánto responden"), max_length=200, required=False)
    languages = forms.MultipleChoiceField(
        label=_("En qué idiomas atiende"), required=False, widget=forms.CheckboxSelectMultiple
    )
    cost = forms.ChoiceField(label=_("¿Cuesta?"), choices=Channel.Cost.choices, required=False)
    safety_es = forms.CharField(
        label=_("Qué saber antes"), max_length=1000, required=False,
        help_text=_("Quién se entera, qué puede pasar después, qué no decir por teléfono."),
        widget=forms.Textarea(attrs=_AREA),
    )  # fmt: skip
    safety_en = forms.CharField(
        label=_("Lo mismo, en inglés"), max_length=1000, required=False,
        widget=forms.Textarea(attrs=_AREA),
    )  # fmt: skip
    source = forms.CharField(label=_("Fuente"), max_length=300)

    def __init__(self, country: Country, channel: Channel | None, data: Any = None) -> None:
        super().__init__(data, initial=_initial(channel))
        body: Any = self.fields["body"]
        body.queryset = Body.objects.filter(country=country, closed_on=None, civil_society=False)
        languages: Any = self.fields["languages"]
        languages.choices = choices("languages")

    def values(self) -> dict[str, Any]:
        """Return body and fields of the action."""
        data = dict(self.cleaned_data)
        for name in _BOTH:
            data[name] = Bilingual(data.pop(f"{name}_es"), data.pop(f"{name}_en"))
        return {"body": data.pop("body"), "fields": data}


def _initial(channel: Channel | None) -> dict[str, Any]:
    if channel is None:
        return {}
    plain = {n: getattr(channel, n) for n in ChannelForm.base_fields if hasattr(channel, n)}
    for name in _BOTH:
        value: Bilingual = getattr(channel, name)
        plain[f"{name}_es"], plain[f"{name}_en"] = value.es, value.en
    return plain


class TrialForm(Form):
    """A walk-through with a watch."""

    on = DayField(label=_("Qué día"))
    minutes = forms.IntegerField(label=_("Cuántos minutos"), min_value=0, max_value=10_000)
    steps = forms.IntegerField(label=_("Cuántos pasos"), min_value=0, max_value=200)
    reached = forms.ChoiceField(
        label=_("¿Llegó al final?"), choices=[("1", _("sí")), ("0", _("no"))]
    )
    stopped = forms.CharField(
        label=_("Qué le detuvo"), max_length=500, required=False,
        help_text=_("Sin nombres: qué paso, qué respondieron, qué pidieron."),
    )  # fmt: skip

    def values(self) -> dict[str, Any]:
        """Return the arguments of the action."""
        return {**self.cleaned_data, "reached": self.cleaned_data["reached"] == "1"}
