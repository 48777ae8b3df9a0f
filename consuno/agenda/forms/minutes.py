"""Forms of minutes as a whole."""

from __future__ import annotations

import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from consuno.agenda.models import Candidate
from consuno.agenda.papers import Paper, PaperError, read_pasted, read_upload
from consuno.core import clock
from consuno.core.acting import Form
from consuno.core.fields import DayField

#: How a paper comes: one of both.
CAME_AS = frozenset(("file", "text"))


class PaperForm(Form):
    """A paper, from a file or pasted; `scans` where pictures of pages may be read later."""

    scans = False

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

    def clean(self) -> dict[str, Any]:
        """One paper, from the file or from the pasted text."""
        data = super().clean() or {}
        try:
            data["paper"] = self._paper(data)
        except PaperError as error:
            self.add_error("file" if data.get("file") is not None else "text", str(error))
        return data

    def _paper(self, data: dict[str, Any]) -> Paper | None:
        if data.get("file") is not None:
            return read_upload(data["file"], scans=self.scans)
        if data.get("text"):
            return read_pasted(data["text"])
        self.add_error("file", _("Elija un archivo o pegue el texto del acta."))
        return None

    def values(self) -> dict[str, Any]:
        """The paper that was read, however it came, and the rest."""
        return {name: value for name, value in super().values().items() if name not in CAME_AS}


class CorrectedForm(PaperForm):
    """The corrected text of a paper, and why."""

    reason = forms.CharField(
        label=_("Por qué cambia el texto"),
        max_length=500,
        help_text=_("Por ejemplo: la versión firmada corrige dos fechas. Queda en la historia."),
    )
    field_order = ("file", "text", "reason")


class MinutesForm(PaperForm):
    """A new paper and what is known of its meeting."""

    scans = True

    title = forms.CharField(label=_("Nombre de la reunión"), max_length=200)
    place = forms.CharField(label=_("Lugar"), max_length=120, required=False)
    starts = DayField(label=_("Día de la reunión"))
    ends = DayField(label=_("Último día, si duró más de uno"), required=False)
    public = forms.BooleanField(
        label=_("Cualquiera puede leer lo que ambas Secretarías confirmen"),
        required=False,
        initial=True,
        help_text=_("Sin marcar, lo leen solo quienes actúan por una institución."),
    )

    field_order = ("title", "place", "starts", "ends", "file", "text", "public")

    def clean_starts(self) -> datetime.date:
        """A meeting that has not been has no minutes."""
        starts: datetime.date = self.cleaned_data["starts"]
        if starts > clock.today():
            raise forms.ValidationError(_("Ese día todavía no ha llegado."))
        return starts

    def clean(self) -> dict[str, Any]:
        """A meeting ends when it began, or later."""
        data = super().clean() or {}
        starts, ends = data.get("starts"), data.get("ends")
        if starts and ends and ends < starts:
            self.add_error("ends", _("El último día no puede ser anterior al primero."))
        return data

    def values(self) -> dict[str, Any]:
        """A meeting of one day ends on the day it begins."""
        data = super().values()
        return {**data, "ends": data["ends"] or data["starts"]}


class AddForm(Form):
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
