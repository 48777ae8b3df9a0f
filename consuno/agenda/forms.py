"""Forms of the agenda. They read what people type; the rules are in the policies."""

from __future__ import annotations

import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from consuno.agenda.models import Candidate, Theme
from consuno.agenda.papers import Paper, PaperError, read_pasted, read_upload
from consuno.core import clock
from consuno.core.fields import DayField
from consuno.directory.models import Body


class MinutesForm(forms.Form):
    """A new paper and what is known of its meeting."""

    title = forms.CharField(label=_("Nombre de la reunión"), max_length=200)
    place = forms.CharField(label=_("Lugar"), max_length=120, required=False)
    starts = DayField(label=_("Día de la reunión"))
    ends = DayField(label=_("Último día, si duró más de uno"), required=False)
    file = forms.FileField(
        label=_("Archivo del acta"),
        required=False,
        allow_empty_file=True,
        help_text=_(
            "TXT, Markdown, DOCX, ODT, RTF, HTML, PDF con texto o correo (.eml), hasta 10 MB. Se guarda tal como vino."
        ),
    )
    text = forms.CharField(
        label=_("O pegue aquí el texto"),
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 8}),
    )
    public = forms.BooleanField(
        label=_("Cualquiera puede leer lo que ambas Secretarías confirmen"),
        required=False,
        initial=True,
        help_text=_("Sin marcar, lo leen solo quienes actúan por una institución."),
    )

    def clean_starts(self) -> datetime.date:
        """A meeting that has not been has no minutes."""
        starts: datetime.date = self.cleaned_data["starts"]
        if starts > clock.today():
            raise forms.ValidationError(_("Ese día todavía no ha llegado."))
        return starts

    def clean(self) -> dict[str, Any]:
        """One paper, from the file or from the pasted text."""
        data = super().clean() or {}
        starts, ends = data.get("starts"), data.get("ends")
        if starts and ends and ends < starts:
            self.add_error("ends", _("El último día no puede ser anterior al primero."))
        try:
            data["paper"] = self._paper(data)
        except PaperError as error:
            self.add_error("file" if data.get("file") is not None else "text", str(error))
        return data

    def _paper(self, data: dict[str, Any]) -> Paper | None:
        if data.get("file") is not None:
            return read_upload(data["file"])
        if data.get("text"):
            return read_pasted(data["text"])
        self.add_error("file", _("Elija un archivo o pegue el texto del acta."))
        return None


class CandidateForm(forms.Form):
    """What was read of one item, to be put right."""

    statement = forms.CharField(
        label=_("Redacción"), max_length=4000, widget=forms.Textarea(attrs={"rows": 4})
    )
    kind = forms.ChoiceField(label=_("Tipo"), choices=Candidate.Kind.choices)
    theme = forms.ModelChoiceField(
        label=_("Tema"), queryset=Theme.objects.all(), required=False, empty_label=_("sin tema")
    )
    responsible = forms.ModelMultipleChoiceField(
        label=_("Responsables"),
        queryset=Body.objects.all(),
        to_field_name="code",
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    other = forms.CharField(
        label=_("Otros responsables, como están escritos"),
        required=False,
        max_length=600,
        help_text=_("Uno por línea. Úselo para cuerpos que no están en el directorio."),
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    deadline_text = forms.CharField(
        label=_("Plazo, como está escrito"), required=False, max_length=300
    )
    due_on = DayField(label=_("Fecha límite"), required=False)
    distributive = forms.BooleanField(label=_("Lo debe cada país, por separado"), required=False)
    actionable = forms.BooleanField(
        label=_("Alguien tiene que hacer algo (no es solo un tema o una constancia)"),
        required=False,
    )

    def __init__(self, candidate: Candidate, data: Any = None) -> None:
        self.candidate = candidate
        super().__init__(data, initial=_initial(candidate))

    def clean_due_on(self) -> datetime.date | None:
        """What a meeting asks for comes after it."""
        due: datetime.date | None = self.cleaned_data["due_on"]
        if due and due < self.candidate.minutes.meeting.starts:
            raise forms.ValidationError(_("El plazo es anterior a la reunión."))
        return due

    def changes(self) -> dict[str, Any]:
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
        result["parties"] = self._parties()
        if data["due_on"] != self.candidate.due_on:
            result["deadline_kind"] = "day" if data["due_on"] else "none"
        return result

    def _parties(self) -> list[dict[str, Any]]:
        """Who owes it as chosen, then the other parties as they were; what was read is kept."""
        kept = [row for row in self.candidate.parties if row["role"] != "responsible"]
        owners = [row for row in self.candidate.parties if row["role"] == "responsible"]
        before = {row["name"]: row for row in owners} | {
            row["body"]: row for row in owners if row["body"]
        }
        codes = [body.code for body in self.cleaned_data["responsible"]]
        names = [line.strip()[:200] for line in self.cleaned_data["other"].splitlines()]
        chosen = [before.get(code) or _assigned(code, "") for code in self._in_order(before, codes)]
        chosen += [before.get(name) or _assigned(None, name) for name in names if name]
        return chosen + kept

    def _in_order(self, before: dict[str, Any], codes: list[str]) -> list[str]:
        known = {_plain_code(key): key for key in before}
        there = [known[code] for code in known if code in codes]
        return there + [code for code in codes if code not in known]


def _assigned(code: str | None, name: str) -> dict[str, Any]:
    return {"role": "responsible", "body": code, "name": name, "basis": "assigned"}


def _plain_code(code: str) -> str:
    """`PAISES-CRM:each` and `PPT-CRM:CR` are the group and the office."""
    head, _colon, tail = code.rpartition(":")
    return head if head and (tail == "each" or head == "PPT-CRM") else code


def _initial(candidate: Candidate) -> dict[str, Any]:
    owners = [row for row in candidate.parties if row["role"] == "responsible"]
    known = set(Body.objects.values_list("code", flat=True))
    codes = [_plain_code(row["body"]) for row in owners if row["body"]]
    return {
        "statement": candidate.statement,
        "kind": candidate.kind,
        "theme": candidate.theme,
        "responsible": [code for code in codes if code in known],
        "other": "\n".join(
            row["name"] or row["body"]
            for row in owners
            if not row["body"] or _plain_code(row["body"]) not in known
        ),
        "deadline_text": candidate.deadline_text,
        "due_on": candidate.due_on,
        "distributive": candidate.distributive,
        "actionable": candidate.actionable,
    }


class AddForm(forms.Form):
    """Lines that the reader passed over."""

    first = forms.IntegerField(label=_("Desde la línea"), min_value=1)
    last = forms.IntegerField(label=_("Hasta la línea"), min_value=1, required=False)
    kind = forms.ChoiceField(
        label=_("Es"), choices=Candidate.Kind.choices, initial=Candidate.Kind.AGREEMENT
    )

    def __init__(self, line_count: int, data: Any = None) -> None:
        self.line_count = line_count
        super().__init__(data)

    def clean(self) -> dict[str, Any]:
        """A range inside the paper."""
        data = super().clean() or {}
        first, last = data.get("first"), data.get("last") or data.get("first")
        if first and last:
            if last < first or last > self.line_count or last - first > 60:
                self.add_error(
                    "last",
                    _("Elija hasta 60 líneas seguidas, entre la 1 y la %d.") % self.line_count,
                )
            data["last"] = last
        return data
