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


class UploadField(forms.FileField):
    """A file of up to 10 MB: the upload handler keeps no more, and marks one that was larger."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("label", _("Archivo"))
        kwargs.setdefault("help_text", _("Hasta 10 MB."))
        super().__init__(**kwargs)

    def clean(self, data: Any, initial: Any = None) -> Any:
        """Refuse a file that is too large."""
        file = super().clean(data, initial)
        if getattr(file, "too_large", False):
            raise forms.ValidationError(_("El archivo pasa de 10 MB."))
        return file


def file_of(upload: Any) -> dict[str, Any]:
    """Return a file's name, without the folders it came from, and its content; None where none came."""
    if not upload:
        return {"file_name": "", "content": None}
    name = (upload.name or "").replace("\\", "/").rsplit("/", 1)[-1]
    return {"file_name": name[:200], "content": upload.read()}
