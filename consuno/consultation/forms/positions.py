"""Where one's country stands, written down."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from consuno.consultation.forms.grounds import GroundedForm
from consuno.consultation.models import Position, Version
from consuno.core.fields import DayField
from consuno.directory.models import Body
from consuno.knowledge.writing import CheckedTextarea


class PositionForm(GroundedForm):
    """A position with what its kind has to say; the network's is a statement."""

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
        self.ground(bodies, by_letter=by_letter)
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
        if network:
            for name in ("until", "clauses", "provisions", "basis", "adds", "resolves"):
                self.fields.pop(name, None)
        del self.fields["provisions" if by_letter else "instrument"]
        self.order_fields(["body", "kind", "until", "text", "clauses"])
