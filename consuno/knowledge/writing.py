"""Fields whose words are checked while people write: a discreet mark with the right term below."""

from __future__ import annotations

from django import forms
from django.urls import reverse_lazy


class CheckedTextarea(forms.Textarea):
    """A text area whose words are checked when it is left; without scripts it is a plain one."""

    template_name = "knowledge/checked_textarea.html"

    def __init__(self, rows: int) -> None:
        super().__init__(
            attrs={
                "rows": rows, "hx-post": reverse_lazy("knowledge:wording"),
                "hx-trigger": "change", "hx-target": "next .wording", "hx-swap": "innerHTML",
                # What its form says of swapping is not meant for this.
                "hx-select": "ul", "hx-select-oob": "unset",
            }
        )  # fmt: skip
