"""Form fields for what a commitment says in plain words, made from its rows."""

from __future__ import annotations

from typing import Any

from django import forms

from consuno.agenda.commitment_fields import PLAIN


def add_plain_fields(form: forms.Form, record: Any) -> None:
    """Give a form a field for each, with what a candidate or a commitment says now."""
    for each in PLAIN:
        form.fields[each.name] = forms.CharField(
            label=str(each.plain), required=False, max_length=each.longest,
            initial=getattr(record, each.name),
        )  # fmt: skip


def plain_values(form: forms.Form) -> dict[str, str]:
    """What was typed into them."""
    return {each.name: form.cleaned_data[each.name] for each in PLAIN}
