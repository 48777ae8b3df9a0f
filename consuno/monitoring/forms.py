"""Forms of monitoring. They read what people type; the rules are in the policies."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from consuno.agenda.models import Commitment
from consuno.core.acting import Form
from consuno.core.fields import DayField, UploadField, file_of
from consuno.directory.models import Body
from consuno.knowledge.writing import CheckedTextarea
from consuno.monitoring.covering import OPEN, Covering
from consuno.monitoring.intake import COLUMNS
from consuno.monitoring.models import Cycle, Evidence, Intake, Milestone, Obligation, Rating, Report
from consuno.monitoring.queries.answering import Answering
from consuno.monitoring.queries.milestones import steps


def needed(form: forms.Form, *names: str) -> None:
    """Mark fields that the rules want in the end, though the form takes them empty."""
    for name in names:
        form.fields[name].needed = True  # type: ignore[attr-defined]


class Beside(Form):
    """A form that stands beside others on a page: its fields have identifiers of their own."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        named = f"{type(self).__name__.lower()}_%s"
        super().__init__(*args, **({"auto_id": named} | kwargs))


class BodiesForm(Form):
    """The bodies that answer for one commitment."""

    codes = forms.MultipleChoiceField(
        label=_("Responden"), required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, row: Answering, secretariat: Body | None, data: Any = None) -> None:
        said = row.said.get(secretariat.code if secretariat else "")
        others = next(iter(row.said.values()), None)
        settled = [body.code for body in row.bodies]
        chosen = said or settled or others or row.proposed
        super().__init__(data, initial={"codes": chosen})
        known = Body.objects.filter(closed_on=None).exclude(kind="group").select_related("country")
        codes: Any = self.fields["codes"]
        # Those that are ticked stand first: the list is longer than its box.
        first = sorted(known, key=lambda body: body.code not in chosen)
        codes.choices = [(body.code, str(body)) for body in first]


class CycleForm(Form):
    """The days of a cycle, and what it covers."""

    code = forms.SlugField(
        label=_("Nombre del ciclo"), max_length=20, help_text=_("Por ejemplo 2026-II."),
        error_messages={"invalid": _("Escriba letras, cifras y guiones, sin espacios.")},
    )  # fmt: skip
    forum = forms.CharField(
        label=_("Para qué reunión"), max_length=200,
        help_text=_("La reunión a la que llegará lo que resulte: GRCM o Viceministros, con su lugar."),
    )  # fmt: skip
    reports_due = DayField(label=_("Las instituciones informan hasta"))
    reviews_due = DayField(label=_("Las Secretarías valoran hasta"))
    publishes_on = DayField(label=_("Se publica"))

    def __init__(self, cycle: Cycle | None, data: Any = None) -> None:
        self.cycle, self.covering = cycle, Covering(cycle, data)
        names = ("code", "forum", "reports_due", "reviews_due", "publishes_on")
        initial = {name: getattr(cycle, name) for name in names} if cycle else {}
        if data is not None and OPEN in data:
            # Only a group is opened: nothing is sent yet, and nothing typed is lost.
            data, initial = None, {name: data.get(name, "") for name in names}
        super().__init__(data, initial=initial)

    def clean_code(self) -> str:
        """A name is one cycle's."""
        code: str = self.cleaned_data["code"]
        others = Cycle.objects.exclude(pk=self.cycle.pk if self.cycle else 0)
        if others.filter(code__iexact=code).exists():
            raise forms.ValidationError(_("Ya hay un ciclo con ese nombre."))
        return code

    def clean(self) -> dict[str, Any]:
        """What is ticked is part of it; an empty choice is said by the policy."""
        return {**(super().clean() or {}), "covers": self.covering.chosen()}


class ReportForm(Form):
    """What an institution says of one thing it owes."""

    rating = forms.ChoiceField(
        label=_("Hasta dónde se llegó"), choices=[("", "—"), *Rating.choices], required=False,
        help_text=_("Es su propia valoración. Cada Secretaría dará la suya."),
    )  # fmt: skip
    narrative = forms.CharField(
        label=_("Qué se hizo"), required=False, max_length=10_000,
        widget=CheckedTextarea(8),
        help_text=_("Qué, cuándo y con quién. Si no se hizo, por qué. No escriba nombres de personas atendidas."),
    )  # fmt: skip
    difficulties = forms.CharField(
        label=_("Dificultades"), required=False, max_length=5_000,
        widget=CheckedTextarea(4),
    )  # fmt: skip
    help_wanted = forms.CharField(
        label=_("Qué ayuda hace falta"), required=False, max_length=5_000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )  # fmt: skip
    sdg_target = forms.RegexField(
        r"^(?:[1-9]|1[0-7])\.(?:[1-9]|1\d|[a-d])$", label=_("Meta de los ODS"), required=False,
        help_text=_("La meta de la Agenda 2030 a la que esto contribuye, por ejemplo 10.7."),
        error_messages={"invalid": _("Una meta de los ODS se escribe como 10.7.")},
        widget=forms.TextInput(attrs={"class": "short"}),
    )  # fmt: skip
    indicator = forms.CharField(
        label=_("Indicador"), required=False, max_length=300,
        help_text=_("Qué se mide, con su valor y su fecha."),
    )  # fmt: skip
    language = forms.ChoiceField(
        label=_("Idioma en que escribe"), choices=[("es", "Español"), ("en", "English")]
    )

    def __init__(self, report: Report, data: Any = None, before: Report | None = None) -> None:
        names = tuple(self.base_fields)
        # What was said in the last cycle is where one begins; a draft of one's own comes first.
        source = before if before and report.state == Report.State.REQUESTED else report
        super().__init__(data, initial={name: getattr(source, name) for name in names})
        needed(self, "rating", "narrative")
        self.steps = steps(report, given=False).rows
        last = {step.pk: percent for step, percent in steps(source, given=False).rows}
        for step, _percent in self.steps:
            self.fields[f"step_{step.pk}"] = StepField(step, last.get(step.pk))

    def step_fields(self) -> list[forms.BoundField]:
        """The steps with their fields, in the order of their days."""
        return [self[f"step_{step.pk}"] for step, _percent in self.steps]

    def word_fields(self) -> list[forms.BoundField]:
        """All the other fields."""
        return [field for field in self if not field.name.startswith("step_")]

    def values(self) -> dict[str, Any]:
        """Return the values as the actions want them."""
        data = dict(self.cleaned_data)
        reached = {step.pk: data.pop(f"step_{step.pk}", None) for step, _percent in self.steps}
        return {**data, "reached": reached}


class StepField(forms.IntegerField):
    """How far one step is, in per cent."""

    def __init__(self, step: Milestone, percent: int | None) -> None:
        day = date_format(step.due_on, "DATE_FORMAT") if step.due_on else ""
        said = _("peso %(weight)s · hasta %(day)s") if day else _("peso %(weight)s")
        super().__init__(
            label=step.title, required=False, min_value=0, max_value=100, initial=percent,
            help_text=said % {"weight": step.weight, "day": day},
            widget=forms.NumberInput(attrs={"class": "short", "step": 5, "inputmode": "numeric"}),
        )  # fmt: skip


class MilestoneForm(Beside):
    """One step on the way to what is owed."""

    title = forms.CharField(
        label=_("En qué consiste"), max_length=200,
        help_text=_("Algo que se pueda comprobar: «reglamento publicado», no «avanzar»."),
    )  # fmt: skip
    weight = forms.IntegerField(
        label=_("Peso"), min_value=1, max_value=100, initial=1,
        help_text=_("Cuánto cuenta al lado de los otros: el doble de peso, el doble de avance."),
        widget=forms.NumberInput(attrs={"class": "short", "inputmode": "numeric"}),
    )  # fmt: skip
    due_on = DayField(label=_("Hasta qué día"), required=False)


class WorkbookForm(Form):
    """A spreadsheet that comes back."""

    file = UploadField(
        label=_("La hoja llena"), help_text=_("XLSX o CSV, hasta 10 MB."),
        widget=forms.FileInput(attrs={"accept": ".xlsx,.csv"}),
    )  # fmt: skip


class IntakeForm(Form):
    """A follow-up sheet, and what it is of."""

    file = UploadField(
        label=_("La hoja"), help_text=_("XLSX o CSV, hasta 10 MB y 5 000 filas. Se lee la primera hoja."),
        widget=forms.FileInput(attrs={"accept": ".xlsx,.csv"}),
    )  # fmt: skip
    title = forms.CharField(
        label=_("De qué reunión o plan es"), max_length=200,
        help_text=_("Por ejemplo: Plan de trabajo del Grupo Ad-hoc."),
    )  # fmt: skip
    place = forms.CharField(label=_("Lugar"), max_length=120, required=False)
    day = DayField(label=_("Día en que se acordó"))
    public = forms.BooleanField(
        label=_("Cualquiera puede leer lo que ambas Secretarías confirmen"), required=False
    )

    def values(self) -> dict[str, Any]:
        """Return the values as the action wants them."""
        data = dict(self.cleaned_data)
        return {**file_of(data.pop("file")), **data}


class ColumnsForm(Form):
    """Which column of a sheet is what."""

    head = forms.IntegerField(
        label=_("En qué fila están los nombres de las columnas"), min_value=1,
        widget=forms.NumberInput(attrs={"class": "short", "inputmode": "numeric"}),
    )  # fmt: skip

    def __init__(self, intake: Intake, data: Any = None) -> None:
        super().__init__(data, initial={"head": intake.head, **intake.columns})
        heads = intake.rows[intake.head - 1]
        widest = max(len(row) for row in intake.rows)
        cells = [heads[place] if place < len(heads) else "" for place in range(widest)]
        choices = [("", _("ninguna"))] + [
            (str(place), f"{chr(65 + place) if place < 26 else place + 1}: {words[:60]}")
            for place, words in enumerate(cells)
        ]
        for name, (label, _starts) in COLUMNS.items():
            self.fields[name] = forms.ChoiceField(label=label, choices=choices, required=False)
        needed(self, "statement")

    def values(self) -> dict[str, Any]:
        """Return the values as the action wants them."""
        chosen = {name: self.cleaned_data[name] for name in COLUMNS if self.cleaned_data[name]}
        places = {name: int(place) for name, place in chosen.items()}
        return {"head": self.cleaned_data["head"], "columns": places}


class NoteForm(Form):
    """What an institution said by letter, written down for it."""

    instrument = forms.CharField(
        label=_("Nota con que la institución lo dijo"), max_length=200, required=False,
        help_text=_("Oficio o nota, con su número y su fecha: quedará a la vista."),
    )  # fmt: skip
    rating = forms.ChoiceField(
        label=_("Hasta dónde dice que se llegó"), choices=[("", "—"), *Rating.choices],
        required=False,
    )  # fmt: skip
    narrative = forms.CharField(
        label=_("Qué dice la nota"), required=False, max_length=10_000,
        widget=forms.Textarea(attrs={"rows": 5}),
    )  # fmt: skip
    language = forms.ChoiceField(
        label=_("En qué idioma está"), choices=[("es", "Español"), ("en", "English")]
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        needed(self, "instrument", "rating", "narrative")


class AssessmentForm(Form):
    """How far a Secretariat finds that it is, and why."""

    rating = forms.ChoiceField(
        label=_("Hasta dónde se llegó"), choices=[("", "—"), *Rating.choices], required=False
    )
    reasons = forms.CharField(
        label=_("Por qué"), required=False, max_length=5_000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("La otra Secretaría valora por su cuenta: cada una lee a la otra cuando ambas han dicho."),
    )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        needed(self, "rating", "reasons")


class RemarkForm(Form):
    """A word beside a report."""

    text = forms.CharField(
        label=_("Qué quiere decir"), required=False, max_length=5_000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )  # fmt: skip
    language = forms.ChoiceField(
        label=_("Idioma en que escribe"), choices=[("es", "Español"), ("en", "English")]
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        needed(self, "text")


class EvidenceForm(Form):
    """A file or a link."""

    title = forms.CharField(
        label=_("Qué es"),
        max_length=200,
        help_text=_("Por ejemplo: acuerdo ministerial, lista de asistencia sin nombres."),
    )
    file = UploadField(
        label=_("Archivo"), required=False, help_text=_("Hasta 10 MB. Se le quitan los datos ocultos (autor, "
                                                        "aparato, lugar); lo que se lee en él, quítelo usted antes."),
    )  # fmt: skip
    link = forms.URLField(
        label=_("O su dirección en la red"), required=False, max_length=500, assume_scheme="https"
    )
    reach = forms.ChoiceField(
        label=_("Quién la lee"), choices=Evidence.Reach.choices, initial=Evidence.Reach.MEMBERS,
        widget=forms.RadioSelect,
    )  # fmt: skip
    language = forms.ChoiceField(
        label=_("En qué idioma está"), choices=[("es", "Español"), ("en", "English")]
    )

    def values(self) -> dict[str, Any]:
        """Return the values as the action wants them."""
        data = dict(self.cleaned_data)
        return {**file_of(data.pop("file")), **data}


class DeliveryForm(EvidenceForm):
    """What is handed over today: words, and a file or a link where there is one."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["title"].label = _("Qué se entrega")
        self.fields["title"].help_text = _("Por ejemplo: ley comparada, lista de puntos focales.")


class ExtensionForm(Beside):
    """More time, and why."""

    wanted = DayField(label=_("Hasta qué día"))
    reason = forms.CharField(
        label=_("Por qué hace falta"), max_length=500, widget=forms.Textarea(attrs={"rows": 3})
    )


class PartnerForm(Form):
    """The organisation of the same country that works on it with the body."""

    partner = forms.ModelChoiceField(
        label=_("Socia local de la RROCM"), queryset=Body.objects.none(), required=False,
        empty_label=_("ninguna todavía"),
    )  # fmt: skip

    def __init__(self, obligation: Obligation, data: Any = None) -> None:
        super().__init__(data, initial={"partner": obligation.partner_id})
        here = Body.objects.filter(country=obligation.body.country_id, civil_society=True)
        field: Any = self.fields["partner"]
        field.queryset = here.filter(closed_on=None)


class OutcomeForm(Form):
    """What became of an obligation, and why."""

    outcome = forms.ChoiceField(
        label=_("Qué fue de esto"), required=False,
        choices=[("", _("se debe todavía")), *Commitment.Outcome.choices],
    )  # fmt: skip
    reason = forms.CharField(
        label=_("Por qué"), max_length=500, required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        needed(self, "reason")
