"""What the law of a country says, written down."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from consuno.core.acting import Form
from consuno.core.bilingual import Bilingual
from consuno.core.fields import DayField
from consuno.knowledge.elements import Element
from consuno.knowledge.models import Provision


class ProvisionForm(Form):
    """What the law says of an element, by which article and source."""

    value = forms.ChoiceField(label=_("Respuesta"), widget=forms.RadioSelect)
    law = forms.CharField(
        label=_("Ley"), max_length=200, help_text=_("Su nombre y número, como se publicó.")
    )
    article = forms.CharField(
        label=_("Artículo"), max_length=40, required=False,
        help_text=_("Vacío si no lo sabe con certeza."),
    )  # fmt: skip
    text_es = forms.CharField(
        label=_("Qué dice, con sus palabras"), max_length=1000, required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )  # fmt: skip
    text_en = forms.CharField(
        label=_("Lo mismo, en inglés"), max_length=1000, required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )  # fmt: skip
    source = forms.CharField(
        label=_("Fuente"), max_length=300, help_text=_("El diario oficial o la página oficial.")
    )
    on = DayField(label=_("Fecha de la fuente"))

    def __init__(self, element: Element, now: Provision | None, data: Any = None) -> None:
        super().__init__(data, initial=_initial(now))
        value: Any = self.fields["value"]
        value.choices = element.choices

    def values(self) -> dict[str, Any]:
        """Return the arguments of the action."""
        data = dict(self.cleaned_data)
        text = Bilingual(data.pop("text_es"), data.pop("text_en"))
        return {**data, "text": text}


def _initial(now: Provision | None) -> dict[str, Any]:
    if now is None:
        return {}
    return {
        "value": now.value, "law": now.law, "article": now.article, "text_es": now.text.es,
        "text_en": now.text.en, "source": now.source,
    }  # fmt: skip
