"""Forms of services."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from consuno.core.acting import Form
from consuno.core.areas import areas
from consuno.core.bilingual import Bilingual
from consuno.core.fields import UploadField
from consuno.core.vocabularies import choices
from consuno.directory.models import Body
from consuno.services.models import Programme, Service
from consuno.services.policies import LISTS

BOTH = ("name", "description", "documents", "how")


def both(
    label: Any, *, required: bool = False, rows: int = 0, most: int = 1000
) -> list[forms.CharField]:
    """The same question in both languages: Spanish, then English, which may stay empty."""
    widget: Any = forms.Textarea(attrs={"rows": rows}) if rows else forms.TextInput()
    spanish = forms.CharField(label=label, required=required, max_length=most, widget=widget)
    english = forms.CharField(
        label=_("Lo mismo, en inglés"), required=False, max_length=most, widget=widget
    )
    return [spanish, english]


class ServiceForm(Form):
    """All that is said of a service; what is left empty is shown as not known."""

    name_es, name_en = both(_("Cómo se llama"), required=True, most=150)
    description_es, description_en = both(_("Qué hace"), rows=3)
    status = forms.ChoiceField(label=_("Cómo está"), choices=Service.Status.choices)
    programme = forms.ChoiceField(label=_("De qué programa es"), required=False)
    needs = forms.MultipleChoiceField(
        label=_("Para qué sirve"), widget=forms.CheckboxSelectMultiple
    )
    populations = forms.MultipleChoiceField(
        label=_("A quién atiende"), required=False, widget=forms.CheckboxSelectMultiple,
        help_text=_("Ninguna marcada: atiende a cualquiera."),
    )  # fmt: skip
    minimum_age = forms.IntegerField(
        label=_("Desde qué edad"), required=False, min_value=0, max_value=120
    )
    maximum_age = forms.IntegerField(
        label=_("Hasta qué edad"), required=False, min_value=0, max_value=120
    )
    sex = forms.ChoiceField(label=_("Sexo"), choices=Service.Sex.choices, required=False)
    languages = forms.MultipleChoiceField(
        label=_("En qué idiomas atiende"), required=False, widget=forms.CheckboxSelectMultiple
    )
    asks_status = forms.ChoiceField(
        label=_("¿Pregunta por la situación migratoria?"), choices=Service.Asked.choices,
        required=False,
    )  # fmt: skip
    documents_es, documents_en = both(_("Qué documentos pide"), rows=2)
    cost = forms.ChoiceField(label=_("¿Cuesta?"), choices=Service.Cost.choices, required=False)
    cost_note = forms.CharField(label=_("Cuánto"), required=False, max_length=200)
    how_es, how_en = both(_("Cómo se pide"), rows=3)
    phone = forms.CharField(label=_("Teléfono"), required=False, max_length=60)
    email = forms.EmailField(label=_("Correo"), max_length=254, required=False)
    url = forms.URLField(label=_("Página"), required=False, max_length=300, assume_scheme="https")
    hours = forms.CharField(label=_("Horario"), required=False, max_length=200)
    safe = forms.BooleanField(
        label=_("Es un lugar seguro: su dirección no se dice"), required=False,
        help_text=_("Un albergue protegido. No escriba su dirección: se llega por teléfono."),
    )  # fmt: skip
    area = forms.ChoiceField(
        label=_("Dónde está"), required=False, help_text=_("Sin elegir: sirve a todo el país.")
    )
    areas = forms.MultipleChoiceField(
        label=_("Qué otras zonas atiende"),
        required=False,
        widget=forms.SelectMultiple(attrs={"size": 6}),
    )
    city = forms.CharField(label=_("Ciudad"), required=False, max_length=100)
    address = forms.CharField(label=_("Dirección"), required=False, max_length=200)
    postal_code = forms.CharField(label=_("Código postal"), required=False, max_length=12)
    places = forms.IntegerField(label=_("Plazas"), required=False, min_value=0, max_value=1_000_000)
    free_places = forms.IntegerField(
        label=_("Plazas libres hoy"), required=False, min_value=0, max_value=1_000_000
    )
    alert = forms.CharField(
        label=_("Aviso"), required=False, max_length=300,
        help_text=_("Lo que hay que saber ahora: «cerrado hasta el 3 de enero»."),
    )  # fmt: skip
    source = forms.CharField(label=_("Fuente"), required=False, max_length=300)

    def __init__(self, body: Body, service: Service | None, data: Any = None) -> None:
        super().__init__(data, initial=_initial(service))
        self.body = body
        here = [(each.code, each.name) for each in areas(body.country_id or "")]
        some: Any
        for name, rows in (
            *((each, choices(each)) for each in LISTS[:3]),
            ("area", [("", _("todo el país")), *here]), ("areas", here),
            ("programme", [("", _("de ninguno")), *self._programmes()]),
        ):  # fmt: skip
            some = self.fields[name]
            some.choices = rows

    def _programmes(self) -> list[tuple[str, str]]:
        return [(str(each.pk), str(each.name)) for each in self.body.programmes.all()]

    def clean_programme(self) -> Programme | None:
        """Its record; one that was taken away meanwhile is none."""
        return self.body.programmes.filter(pk=self.cleaned_data["programme"] or 0).first()

    def values(self) -> dict[str, Any]:
        """Return fields and traits of the action."""
        data = dict(self.cleaned_data)
        traits = {name: list(data.pop(name)) for name in LISTS}
        for name in BOTH:
            data[name] = Bilingual(data.pop(f"{name}_es"), data.pop(f"{name}_en"))
        status = data.pop("status")
        return {
            "fields": {**data, "country": self.body.country},
            "traits": traits,
            "status": status,
        }


def _initial(service: Service | None) -> dict[str, Any]:
    if service is None:
        return {}
    plain = {
        name: getattr(service, name)
        for name in ServiceForm.base_fields
        if hasattr(service, name) and name not in LISTS
    }
    plain["programme"] = str(service.programme_id or "")
    for name in BOTH:
        value: Bilingual = getattr(service, name)
        plain[f"{name}_es"], plain[f"{name}_en"] = value.es, value.en
    return plain | {name: service.slugs(name) for name in LISTS}


class BringForm(Form):
    """A table of services, and what they are for where it does not say."""

    file = UploadField(
        label=_("Archivo"), help_text=_("CSV o XLSX con los títulos de la plantilla, o JSON de HSDS 3. Hasta 10 "
                                        "MB y 5 000 servicios."),
    )  # fmt: skip
    need = forms.ChoiceField(
        label=_("Si no dice para qué sirve"), required=False,
        help_text=_("Se toma esto para las filas que no lo dicen con nuestras palabras."),
    )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        need: Any = self.fields["need"]
        need.choices = [("", _("es un problema de la fila")), *choices("needs")]


class PcodesForm(Form):
    """A list of areas with HXL tags, and whose list it is."""

    file = UploadField(
        label=_("Lista con etiquetas HXL"),
        help_text=_("CSV o XLSX con una fila de etiquetas: «#adm1+name» y «#adm1+code»."),
    )
    source = forms.CharField(
        label=_("Fuente"), max_length=200, help_text=_("De quién es la lista y de qué fecha.")
    )
