"""Form fields that more than one room uses."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

#: Day first in both languages of the region; the hint beside each field says so.
DAY_FORMATS = ["%d/%m/%Y", "%Y-%m-%d", "%d-%m-%Y", "%d.%m.%Y"]


class DayField(forms.DateField):
    """A day typed as dd/mm/yyyy: browsers show their own order in a native date field."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("help_text", _("día/mes/año, por ejemplo 20/02/2013"))
        super().__init__(
            input_formats=DAY_FORMATS,
            widget=forms.DateInput(format="%d/%m/%Y", attrs={"inputmode": "numeric"}),
            error_messages={"invalid": _("Escriba un día como 20/02/2013.")},
            **kwargs,
        )
