"""The form that puts one candidate right."""

from __future__ import annotations

import datetime
from typing import Any

from django import forms
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from consuno.agenda.deadlines import worked_out
from consuno.agenda.forms.parties import LinesField, Owners
from consuno.agenda.forms.plain import add_plain_fields, plain_values
from consuno.agenda.models import Candidate, Population, Theme
from consuno.agenda.queries.review import siblings
from consuno.core.acting import Form
from consuno.core.fields import DayField


class CandidateForm(Form):
    """What was read of one item, to be put right."""

    statement = forms.CharField(
        label=_("Redacción"), max_length=4000, widget=forms.Textarea(attrs={"rows": 4})
    )
    kind = forms.ChoiceField(label=_("Tipo"), choices=Candidate.Kind.choices)
    theme = forms.ModelChoiceField(
        label=_("Tema"), queryset=Theme.objects.all(), required=False, empty_label=_("sin tema")
    )
    populations = forms.MultipleChoiceField(
        label=_("Poblaciones"), required=False, widget=forms.CheckboxSelectMultiple
    )
    who = LinesField(
        label=_("Responsables"),
        required=False,
        help_text=_(
            "Uno por renglón: el nombre o la sigla. Lo que el directorio no conoce queda como lo escriba."
        ),
    )
    deadline_text = forms.CharField(
        label=_("Plazo, en palabras"), required=False, max_length=300,
        help_text=_("Como está escrito o como se dice: «a fines de marzo», «dentro de 30 días hábiles»."),
    )  # fmt: skip
    due_on = DayField(label=_("Fecha límite"), required=False)
    distributive = forms.BooleanField(label=_("Lo debe cada país, por separado"), required=False)
    actionable = forms.BooleanField(
        label=_("Alguien tiene que hacer algo (no es solo un tema o una constancia)"),
        required=False,
    )
    depends_on = forms.MultipleChoiceField(
        label=_("Espera a que se cumpla"), required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, candidate: Candidate, data: Any = None) -> None:
        self.candidate = candidate
        self.owners = Owners(candidate.parties)
        super().__init__(data, initial=_initial(candidate) | {"who": self.owners.shown})
        add_plain_fields(self, candidate)
        who: Any = self.fields["who"]
        who.widget.options = self.owners.names.options
        words: Any = self.fields["deadline_text"]
        words.widget.attrs |= {
            # What the words come to is said under them while one types; the server works it out.
            "hx-get": reverse("agenda:deadline", args=[candidate.minutes_id]),
            "hx-trigger": "input changed delay:400ms", "hx-target": "#id_deadline_text_helptext",
        }  # fmt: skip
        populations: Any = self.fields["populations"]
        populations.choices = [(each.pk, str(each)) for each in Population.objects.all()]
        depends: Any = self.fields["depends_on"]
        depends.choices = [
            (each.ref, f"{each.ref} {each.statement[:80]}") for each in siblings(candidate)
        ]

    def clean_due_on(self) -> datetime.date | None:
        """What a meeting asks for comes after it."""
        due: datetime.date | None = self.cleaned_data["due_on"]
        if due and due < self.candidate.minutes.meeting.starts:
            raise forms.ValidationError(_("El plazo es anterior a la reunión."))
        return due

    def values(self) -> dict[str, Any]:
        """The new values, as the action wants them."""
        data = self.cleaned_data
        plain = (
            "statement",
            "kind",
            "theme",
            "deadline_text",
            "due_on",
            "distributive",
            "actionable",
        )
        result = {name: data[name] for name in plain}
        result["populations"] = data["populations"]
        result["depends_on"] = data["depends_on"]
        result["parties"] = self.owners.read(data["who"])
        return result | plain_values(self) | self._deadline()

    def _deadline(self) -> dict[str, Any]:
        """A date typed wins; words typed without one are worked out; neither touched stays."""
        words, due = self.cleaned_data["deadline_text"], self.cleaned_data["due_on"]
        if due != self.candidate.due_on:
            return {
                "due_on": due, "deadline_kind": "day" if due else "none",
                "deadline_edtf": due.isoformat() if due else "",
            }  # fmt: skip
        if words != self.candidate.deadline_text and words:
            return worked_out(words, self.candidate.minutes.meeting)
        return {}


def _initial(candidate: Candidate) -> dict[str, Any]:
    return {
        "statement": candidate.statement,
        "kind": candidate.kind,
        "theme": candidate.theme,
        "populations": candidate.populations,
        "depends_on": candidate.depends_on,
        "deadline_text": candidate.deadline_text,
        "due_on": candidate.due_on,
        "distributive": candidate.distributive,
        "actionable": candidate.actionable,
    }
