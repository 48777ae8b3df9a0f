"""The form that proposes a correction of what is on the agenda."""

from __future__ import annotations

import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from consuno.agenda.commitment_fields import correctable
from consuno.agenda.forms.parties import LinesField, Owners
from consuno.agenda.forms.plain import add_plain_fields, plain_values
from consuno.agenda.models import Commitment, Theme
from consuno.core.acting import Form
from consuno.core.fields import DayField

_TEXT = forms.Textarea(attrs={"rows": 3})


class CorrigendumForm(Form):
    """What it shall say, and why."""

    statement_es = forms.CharField(
        label=_("Redacción"), max_length=4000, required=False, widget=_TEXT
    )
    statement_en = forms.CharField(
        label=_("Redacción en inglés"), max_length=4000, required=False, widget=_TEXT
    )
    who = LinesField(
        label=_("Responsables"),
        required=False,
        help_text=_(
            "Uno por renglón: el nombre o la sigla. Lo que el directorio no conoce queda como lo escriba."
        ),
    )
    deadline_text = forms.CharField(label=_("Plazo, en palabras"), max_length=300, required=False)
    due_on = DayField(label=_("Fecha límite"), required=False)
    theme = forms.ModelChoiceField(
        label=_("Tema"), queryset=Theme.objects.all(), required=False, empty_label=_("sin tema")
    )
    reason = forms.CharField(
        label=_("Por qué"), max_length=500, widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Lo leerá la otra Secretaría, y quedará en la historia."),
    )  # fmt: skip

    def __init__(self, item: Commitment, data: Any = None) -> None:
        self.item = item
        self.owners = Owners(correctable(item)["who"])
        initial = {
            "statement_es": item.statement.es, "statement_en": item.statement.en,
            "deadline_text": item.deadline_text, "due_on": item.due_on, "theme": item.theme,
        }  # fmt: skip
        super().__init__(data, initial=initial | {"who": self.owners.shown})
        add_plain_fields(self, item)
        self.order_fields([name for name in self.fields if name != "reason"])  # the reason is last
        who: Any = self.fields["who"]
        who.widget.options = self.owners.names.options

    def clean_due_on(self) -> datetime.date | None:
        """What a meeting asks for comes after it."""
        due: datetime.date | None = self.cleaned_data["due_on"]
        if due and due != self.item.due_on and due < self.item.meeting.starts:
            raise forms.ValidationError(_("El plazo es anterior a la reunión."))
        return due

    def clean(self) -> dict[str, Any]:
        """An item says something in some language."""
        data = super().clean() or {}
        if not (data.get("statement_es") or data.get("statement_en")):
            self.add_error("statement_es", _("Escriba la redacción."))
        return data

    def values(self) -> dict[str, Any]:
        """Return the values as the action wants them."""
        data = self.cleaned_data
        wanted = {
            "statement_es": data["statement_es"], "statement_en": data["statement_en"],
            "who": self.owners.read(data["who"]), "deadline_text": data["deadline_text"],
            "due_on": data["due_on"].isoformat() if data["due_on"] else "",
            "theme": str(data["theme"].pk) if data["theme"] else "",
            **plain_values(self),
        }  # fmt: skip
        return {"wanted": wanted, "reason": data["reason"]}
