"""Forms of meetings. They read what people type; the rules are in the policies."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from consuno.agenda.models import Population, Theme
from consuno.core.acting import Form
from consuno.core.fields import DayField, UploadField, file_of
from consuno.directory.models import Body, Country
from consuno.knowledge.writing import CheckedTextarea
from consuno.meetings.models import Delegation, Effort, Sitting, Topic
from consuno.meetings.policies import tells_for
from consuno.meetings.queries.sittings import usual_guests
from consuno.meetings.series import all_series


class SittingForm(Form):
    """When and where a meeting is."""

    series = forms.ChoiceField(label=_("Qué reunión es"))
    title = forms.CharField(
        label=_("Nombre"), max_length=200,
        help_text=_("Como la llamará la gente: XI reunión del Grupo Ad-hoc."),
    )  # fmt: skip
    country = forms.ModelChoiceField(
        label=_("De qué país, si es una mesa nacional"), queryset=Country.objects.all(),
        required=False, empty_label=_("de toda la región"),
    )  # fmt: skip
    starts = DayField(label=_("Primer día"))
    ends = DayField(label=_("Último día, si dura más de uno"), required=False)
    place = forms.CharField(label=_("Lugar"), max_length=120, required=False)
    public = forms.BooleanField(
        label=_("Cualquiera puede leer cuándo y dónde es, y su acta aprobada"), required=False
    )

    def __init__(self, sitting: Sitting | None, data: Any = None) -> None:
        names = ("series", "title", "country", "starts", "ends", "place", "public")
        super().__init__(data, initial={n: getattr(sitting, n) for n in names} if sitting else {})
        series: Any = self.fields["series"]
        series.choices = [(each.slug, str(each.name)) for each in all_series().values()]


class GuestsForm(Form):
    """The bodies that are invited."""

    bodies = forms.ModelMultipleChoiceField(
        label=_("Invitadas"), queryset=Body.objects.none(), required=False,
        widget=forms.CheckboxSelectMultiple,
    )  # fmt: skip

    def __init__(self, sitting: Sitting, data: Any = None) -> None:
        there = [each.body_id for each in sitting.delegations.all()]
        chosen = there or [body.pk for body in usual_guests(sitting)]
        super().__init__(data, initial={"bodies": chosen})
        known = Body.objects.filter(closed_on=None).exclude(kind__in=("group", "country"))
        field: Any = self.fields["bodies"]
        field.queryset = known
        first = sorted(known.select_related("country"), key=lambda body: body.pk not in chosen)
        field.choices = [(body.pk, str(body)) for body in first]


class AttendanceForm(Form):
    """How many people came for each body."""

    def __init__(self, delegations: list[Delegation], data: Any = None) -> None:
        super().__init__(data)
        for each in delegations:
            self.fields[f"people_{each.pk}"] = forms.IntegerField(
                label=str(each.body), required=False, min_value=0, max_value=500,
                initial=each.people,
                widget=forms.NumberInput(attrs={"class": "short", "inputmode": "numeric"}),
            )  # fmt: skip

    def values(self) -> dict[str, Any]:
        """How many came, by the key of the delegation."""
        counted = self.cleaned_data.items()
        return {"people": {int(name.removeprefix("people_")): many for name, many in counted}}


class DocumentForm(Form):
    """A file or a link."""

    title = forms.CharField(label=_("Qué es"), max_length=200)
    file = UploadField(required=False)
    link = forms.URLField(
        label=_("O su dirección en la red"), required=False, max_length=500, assume_scheme="https"
    )
    language = forms.ChoiceField(
        label=_("En qué idioma está"), choices=[("es", "Español"), ("en", "English")]
    )

    def values(self) -> dict[str, Any]:
        """Return the values as the action wants them."""
        data = dict(self.cleaned_data)
        return {**file_of(data.pop("file")), **data}


class EffortForm(Form):
    """Something a body already does."""

    body = forms.ModelChoiceField(
        label=_("Institución"), queryset=Body.objects.none(), empty_label=None
    )
    theme = forms.ModelChoiceField(label=_("Tema"), queryset=Theme.objects.all())
    populations = forms.ModelMultipleChoiceField(
        label=_("A quién sirve"), queryset=Population.objects.all(), required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Si no marca ninguna, se anotan las que nombren sus palabras; ninguna: a cualquiera."),
    )  # fmt: skip
    title = forms.CharField(
        label=_("Qué se hace"), max_length=200,
        help_text=_("Programa, campaña, curso, protocolo, mesa: algo que ya existe."),
    )  # fmt: skip
    description = forms.CharField(
        label=_("En qué consiste"), required=False, max_length=5_000,
        widget=CheckedTextarea(4),
        help_text=_("No escriba nombres de personas atendidas ni direcciones de refugios."),
    )  # fmt: skip
    since = DayField(label=_("Desde"), required=False)
    until = DayField(label=_("Hasta, si terminó o terminará"), required=False)
    link = forms.URLField(
        label=_("Dirección en la red"), required=False, max_length=500, assume_scheme="https"
    )
    language = forms.ChoiceField(
        label=_("Idioma en que escribe"), choices=[("es", "Español"), ("en", "English")]
    )

    def __init__(self, by: Any, effort: Effort | None, data: Any = None) -> None:
        names = tuple(name for name in self.base_fields if name != "populations")
        initial: dict[str, Any] = {n: getattr(effort, n) for n in names} if effort else {}
        if effort:
            initial["populations"] = list(effort.populations.all())
        super().__init__(data, initial=initial)
        field: Any = self.fields["body"]
        field.queryset = Body.objects.filter(pk__in=[each.pk for each in tells_for(by)])


class TopicForm(Form):
    """A topic for a country's table."""

    body = forms.ModelChoiceField(
        label=_("Quién lo plantea"), queryset=Body.objects.none(), empty_label=None
    )
    title = forms.CharField(label=_("De qué se trata"), max_length=200)
    text = forms.CharField(
        label=_("Qué pasa y qué se pide"), max_length=10_000,
        widget=CheckedTextarea(5),
        help_text=_("No escriba nombres ni datos de personas atendidas."),
    )  # fmt: skip
    language = forms.ChoiceField(
        label=_("Idioma en que escribe"), choices=[("es", "Español"), ("en", "English")]
    )

    def __init__(
        self, bodies: list[Body], data: Any = None, *, initial: Topic | None = None
    ) -> None:
        names = ("title", "text", "language") if initial else ()
        known = {name: getattr(initial, name) for name in names}
        # Beside the form with which others answer it.
        super().__init__(data, initial=known, auto_id="topic_%s")
        field: Any = self.fields["body"]
        field.queryset = Body.objects.filter(pk__in=[body.pk for body in bodies])


class CorrectTopicForm(TopicForm):
    """The same, written anew: whose topic it is stays."""

    def values(self) -> dict[str, Any]:
        """All but the body."""
        return {name: value for name, value in super().values().items() if name != "body"}


class SayForm(Form):
    """What a body says of a topic."""

    body = forms.ModelChoiceField(
        label=_("Por quién habla"), queryset=Body.objects.none(), empty_label=None
    )
    text = forms.CharField(
        label=_("Qué quiere decir"), max_length=5_000,
        widget=CheckedTextarea(3),
    )  # fmt: skip
    language = forms.ChoiceField(
        label=_("Idioma en que escribe"), choices=[("es", "Español"), ("en", "English")]
    )

    def __init__(self, bodies: list[Body], data: Any = None) -> None:
        super().__init__(data)
        field: Any = self.fields["body"]
        field.queryset = Body.objects.filter(pk__in=[body.pk for body in bodies])
