"""The provision of one's country on which an observation or an objection rests."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from consuno.core.acting import Form
from consuno.core.fields import UploadField
from consuno.directory.models import Body
from consuno.knowledge.elements import elements
from consuno.knowledge.models import Provision


class GroundedForm(Form):
    """By whom, and on which provision: picked from those the library has of the country, or added to it."""

    body = forms.ModelChoiceField(label=_("Por quién"), queryset=Body.objects.none())
    provisions = forms.ModelMultipleChoiceField(
        label=_("Norma que lo impide"), queryset=Provision.objects.none(), required=False,
        widget=forms.CheckboxSelectMultiple,
    )  # fmt: skip
    basis = forms.CharField(
        label=_("Norma que no está en la lista"), max_length=300, required=False,
        help_text=_("Con su artículo. Queda sin confirmar."),
    )  # fmt: skip
    adds = forms.ChoiceField(
        label=_("Añadirla a la biblioteca: qué dice esa norma"), required=False,
        help_text=_("Si trata de algo que la biblioteca no sabe de su país. Se ve sin confirmar hasta que su "
                    "país la valide."),
    )  # fmt: skip

    def ground(self, bodies: list[Body], *, by_letter: bool) -> None:
        """Offer these bodies and what the library has of their countries; by letter, only words."""
        body: Any = self.fields["body"]
        body.queryset = Body.objects.filter(pk__in=[each.pk for each in bodies])
        if len(bodies) == 1:
            body.empty_label = None
        countries = {each.country_id for each in bodies if each.country_id}
        known = Provision.objects.filter(country__in=countries, ended_on=None)
        provisions: Any = self.fields["provisions"]
        provisions.queryset = known.exclude(law="").select_related("country")
        provisions.label_from_instance = cited
        if len(countries) != 1 or by_letter:
            del self.fields["adds"]
            return
        adds: Any = self.fields["adds"]
        adds.choices = _unknown(set(known.values_list("element", flat=True)))

    def clean(self) -> dict[str, Any]:
        """Words of a provision are needed to add it."""
        data = super().clean() or {}
        if data.get("adds") and not data.get("basis", "").strip():
            self.add_error("basis", _("Escriba qué norma es, con su artículo."))
        return data


def _unknown(known: set[str]) -> list[tuple[str, Any]]:
    """Of each element that the library does not know, the answers that fit."""
    groups = [
        (str(each), [(f"{slug}:{value}", f"{each}: {words}") for value, words in each.choices])
        for slug, each in elements().items() if slug not in known
    ]  # fmt: skip
    return [("", _("No añadirla")), *groups]


def cited(provision: Provision) -> str:
    """A provision as it is chosen: what it speaks of, its law and article."""
    return f"{provision.what}: {provision.citation}"


class MatrixForm(Form):
    """A matrix of observations that comes back."""

    body = forms.ModelChoiceField(label=_("Por quién"), queryset=Body.objects.none())
    instrument = forms.CharField(
        label=_("Nota o correo que la trajo"), max_length=200,
        help_text=_("Con su fecha. Queda escrito que la anotó la Secretaría."),
    )  # fmt: skip
    file = UploadField(
        label=_("La hoja llena"), help_text=_("XLSX, DOCX o CSV, hasta 10 MB."),
        widget=forms.FileInput(attrs={"accept": ".xlsx,.docx,.csv"}),
    )  # fmt: skip

    def __init__(self, bodies: list[Body], *given: Any, by_letter: bool) -> None:
        super().__init__(*given)
        body: Any = self.fields["body"]
        body.queryset = Body.objects.filter(pk__in=[each.pk for each in bodies])
        if len(bodies) == 1:
            body.empty_label = None
            body.initial = bodies[0].pk
        if not by_letter:
            del self.fields["instrument"]
