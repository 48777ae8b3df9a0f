"""Instruments, versions, texts and what a country did, written down."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from consuno.core.acting import Form
from consuno.core.bilingual import Bilingual
from consuno.core.fields import DayField, UploadField, file_of
from consuno.core.vocabularies import choices
from consuno.knowledge.models import Adoption, Instrument

PART = _("2016, 2016-11 o 2016-11-15. Vacío si no se sabe.")


def _words(label: Any, *, most: int = 300, required: bool = True, rows: int = 0) -> forms.CharField:
    widget = forms.Textarea(attrs={"rows": rows}) if rows else forms.TextInput()
    return forms.CharField(label=label, max_length=most, required=required, widget=widget)


def paired(data: dict[str, Any], name: str) -> Bilingual:
    """Take the two fields of a bilingual text out of the data, as one."""
    return Bilingual(data.pop(f"{name}_es"), data.pop(f"{name}_en"))


class InstrumentForm(Form):
    """An instrument in the list."""

    name_es = _words(_("Nombre en español"))
    name_en = _words(_("Nombre en inglés"))
    kind = forms.ChoiceField(label=_("Tipo"), choices=Instrument.Kind.choices)
    scope = forms.ChoiceField(label=_("Alcance"), choices=Instrument.Scope.choices)
    about_es = _words(_("De qué trata, con sus palabras"), most=1000, required=False, rows=3)
    about_en = _words(_("Lo mismo, en inglés"), most=1000, required=False, rows=3)

    def values(self) -> dict[str, Any]:
        """Return the arguments of the action."""
        data = dict(self.cleaned_data)
        return {"name": paired(data, "name"), "about": paired(data, "about"), **data}


class EditionForm(Form):
    """A version of an instrument."""

    label = forms.CharField(label=_("Versión"), max_length=40, help_text=_("Como «2016»."))
    adopted_on = forms.CharField(
        label=_("Fecha de adopción"), max_length=10, required=False, help_text=PART
    )
    adopted_by_es = _words(_("Quién la adoptó y dónde"), required=False)
    adopted_by_en = _words(_("Lo mismo, en inglés"), required=False)
    note_es = _words(_("Nota"), most=1000, required=False, rows=2)
    note_en = _words(_("La nota, en inglés"), most=1000, required=False, rows=2)
    source = _words(_("Fuente"))
    on = DayField(label=_("Fecha de la fuente"))

    def values(self) -> dict[str, Any]:
        """Return the arguments of the action."""
        data = dict(self.cleaned_data)
        pairs = {"adopted_by": paired(data, "adopted_by"), "note": paired(data, "note")}
        return {**pairs, **data}


class TextForm(Form):
    """The text of a version in a language: an address or a file."""

    language = forms.ChoiceField(label=_("Idioma"), choices=lambda: choices("languages"))
    authentic = forms.BooleanField(
        label=_("Es texto auténtico, no traducción"), required=False
    )  # fmt: skip
    link = forms.URLField(
        label=_("Dirección oficial"), max_length=500, required=False, assume_scheme="https"
    )
    file = UploadField(required=False)

    def values(self) -> dict[str, Any]:
        """Return the arguments of the action."""
        data = dict(self.cleaned_data)
        return {**file_of(data.pop("file")), **data}


class AdoptionForm(Form):
    """What a country did with an instrument."""

    state = forms.ChoiceField(
        label=_("Respuesta"), choices=Adoption.State.choices, widget=forms.RadioSelect
    )
    since = forms.CharField(label=_("Desde"), max_length=10, required=False, help_text=PART)
    law = forms.CharField(
        label=_("Norma"), max_length=200, required=False,
        help_text=_("La que lo aprueba o lo incorpora, como se publicó."),
    )  # fmt: skip
    source = _words(_("Fuente"))
    on = DayField(label=_("Fecha de la fuente"))

    def __init__(self, now: Adoption | None, data: Any = None) -> None:
        known = ("state", "since", "law", "source")
        initial = {name: getattr(now, name) for name in known} if now else {}
        super().__init__(data, initial=initial)

    def values(self) -> dict[str, Any]:
        """Return the arguments of the action."""
        return dict(self.cleaned_data)
