"""Where one's country stands, written down."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from consuno.consultation.forms.rounds import cited
from consuno.consultation.models import Position, Version
from consuno.core.fields import DayField
from consuno.directory.models import Body
from consuno.knowledge.models import Provision
from consuno.knowledge.writing import CheckedTextarea


class PositionForm(forms.Form):
    """A position with what its kind has to say; the network's is a statement."""

    body = forms.ModelChoiceField(label=_("Por quién"), queryset=Body.objects.none())
    kind = forms.ChoiceField(
        label=_("Postura"), choices=Position.Kind.choices, widget=forms.RadioSelect
    )
    until = DayField(
        label=_("Hasta qué día"), required=False,
        help_text=_("Al pedir tiempo o consentir ad referendum. Pasado ese día cuenta como que falta."),
    )  # fmt: skip
    text = forms.CharField(
        label=_("Declaración, o razón de política"), max_length=2000, required=False,
        widget=CheckedTextarea(4),
    )  # fmt: skip
    clauses = forms.TypedMultipleChoiceField(
        label=_("Cláusulas a las que objeta"), coerce=int, required=False,
        widget=forms.CheckboxSelectMultiple,
    )  # fmt: skip
    provisions = forms.ModelMultipleChoiceField(
        label=_("Norma que lo impide"), queryset=Provision.objects.none(), required=False,
        widget=forms.CheckboxSelectMultiple,
    )  # fmt: skip
    basis = forms.CharField(
        label=_("Norma que no está en la lista"), max_length=300, required=False,
        help_text=_("Con su artículo. Queda sin confirmar."),
    )  # fmt: skip
    resolves = forms.CharField(
        label=_("Qué resolvería la objeción"), max_length=1000, required=False,
        widget=CheckedTextarea(3),
    )  # fmt: skip
    instrument = forms.CharField(
        label=_("Nota que la trajo"), max_length=200,
        help_text=_("Con su fecha. Queda escrito que la anotó la Secretaría."),
    )  # fmt: skip

    def __init__(
        self, version: Version, bodies: list[Body], data: Any = None, *, by_letter: bool = False
    ) -> None:
        super().__init__(data)
        body: Any = self.fields["body"]
        body.queryset = Body.objects.filter(pk__in=[each.pk for each in bodies])
        if len(bodies) == 1:
            body.empty_label = None
        kind: Any = self.fields["kind"]
        network = bool(bodies) and all(each.civil_society for each in bodies)
        kind.choices = [
            choice for choice in Position.Kind.choices if (choice[0] == "network") == network
        ]
        clauses: Any = self.fields["clauses"]
        clauses.choices = [
            (each.uid, f"{place}. {str(each.text)[:80]}")
            for place, each in enumerate(version.clauses.all(), 1) if not each.heading
        ]  # fmt: skip
        countries = [each.country_id for each in bodies if each.country_id]
        provisions: Any = self.fields["provisions"]
        provisions.queryset = Provision.objects.filter(
            country__in=countries, ended_on=None
        ).exclude(law="").select_related("country")  # fmt: skip
        provisions.label_from_instance = cited
        if network:
            for name in ("until", "clauses", "provisions", "basis", "resolves"):
                del self.fields[name]
        if by_letter:
            del self.fields["provisions"]
        else:
            del self.fields["instrument"]
