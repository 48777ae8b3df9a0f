"""What is written in a round."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from consuno.consultation.forms.grounds import GroundedForm
from consuno.consultation.models import Disposition, Observation, Round, Version
from consuno.core.acting import Form
from consuno.core.fields import DayField
from consuno.directory.models import Body
from consuno.knowledge.writing import CheckedTextarea

#: Silence is ordered by the Presidency, on its own page.
OPENED = [each for each in Round.Kind.choices if each[0] != Round.Kind.SILENCE]


class RoundForm(Form):
    """A round: its kind, until when, and which languages have to be complete."""

    kind = forms.ChoiceField(
        label=_("Tipo"), choices=OPENED, widget=forms.RadioSelect,
        help_text=_("Dura al menos: informal 5 días, formal 30, final 10."),
    )  # fmt: skip
    closes = DayField(label=_("Hasta qué día se observa"))
    languages = forms.ChoiceField(
        label=_("Idiomas que tienen que estar completos"), choices=Round.Languages.choices
    )
    publishes = forms.ChoiceField(
        label=_("Qué leerá cualquiera cuando el texto se adopte"), choices=Round.Publishes.choices,
        initial=Round.Publishes.RESULT, widget=forms.RadioSelect,
        help_text=_("Lo que acordaron las partes. Se les dice al abrir la ronda, y después no se amplía."),
    )  # fmt: skip


class ExtendForm(Form):
    """A later day."""

    closes = DayField(label=_("Hasta qué día"))


def _clauses(version: Version) -> list[tuple[str, str]]:
    listed = [("", str(_("El texto entero")))]
    for place, clause in enumerate(version.clauses.all(), 1):
        listed.append((str(clause.uid), f"{place}. {str(clause.text)[:80]}"))
    return listed


class ObservationForm(GroundedForm):
    """An observation of a clause or of the whole text."""

    uid = forms.TypedChoiceField(
        label=_("De qué"), required=False, coerce=int, empty_value=None,
    )  # fmt: skip
    quote = forms.CharField(
        label=_("Palabras a las que se refiere"), max_length=1000, required=False,
        help_text=_("Copiadas del texto, si no es toda la cláusula: así la siguen si se mueven."),
    )  # fmt: skip
    kind = forms.ChoiceField(
        label=_("De qué clase"), choices=Observation.Kind.choices, widget=forms.RadioSelect
    )
    language = forms.ChoiceField(
        label=_("En qué idioma se leyó"), choices=(("es", _("Español")), ("en", _("Inglés")))
    )
    text = forms.CharField(label=_("Observación"), max_length=5000, widget=CheckedTextarea(5))
    wording = forms.CharField(
        label=_("Texto que propone"), max_length=5000, required=False, widget=CheckedTextarea(4)
    )
    instrument = forms.CharField(
        label=_("Nota o correo que la trajo"), max_length=200,
        help_text=_("Con su fecha. Queda escrito que la anotó la Secretaría."),
    )  # fmt: skip

    def __init__(
        self, version: Version, bodies: list[Body], data: Any = None, *, by_letter: bool = False,
        initial: Any = None,
    ) -> None:  # fmt: skip
        super().__init__(data, initial=initial)
        self.ground(bodies, by_letter=by_letter)
        uid: Any = self.fields["uid"]
        uid.choices = _clauses(version)
        del self.fields["provisions" if by_letter else "instrument"]
        self.order_fields(["body", "uid", "quote", "kind", "language", "text", "wording"])


class DispositionForm(Form):
    """What is decided on an observation."""

    verdict = forms.ChoiceField(
        label=_("Qué se decide"), choices=Disposition.Verdict.choices, widget=forms.RadioSelect
    )
    reason = forms.CharField(label=_("Por qué"), max_length=1000, widget=CheckedTextarea(3))
    resulting = forms.CharField(
        label=_("Texto que resulta"), max_length=5000, required=False, widget=CheckedTextarea(4)
    )


class InputForm(Form):
    """What an institution tells its own country."""

    body = forms.ModelChoiceField(label=_("Institución"), queryset=Body.objects.none())
    uid = forms.TypedChoiceField(label=_("De qué"), required=False, coerce=int, empty_value=None)
    text = forms.CharField(
        label=_("Qué opina"), max_length=5000, widget=forms.Textarea(attrs={"rows": 4})
    )

    def __init__(self, version: Version, bodies: list[Body], data: Any = None) -> None:
        super().__init__(data)
        body: Any = self.fields["body"]
        body.queryset = Body.objects.filter(pk__in=[each.pk for each in bodies])
        if len(bodies) == 1:
            body.empty_label = None
        uid: Any = self.fields["uid"]
        uid.choices = _clauses(version)
