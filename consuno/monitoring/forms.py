"""Forms of monitoring. They read what people type; the rules are in the policies."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from consuno.directory.models import Body
from consuno.monitoring.queries.answering import Answering


class BodiesForm(forms.Form):
    """The bodies that answer for one commitment."""

    codes = forms.MultipleChoiceField(
        label=_("Responden"), required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, row: Answering, secretariat: Body | None, data: Any = None) -> None:
        said = row.said.get(secretariat.code if secretariat else "")
        others = next(iter(row.said.values()), None)
        settled = [body.code for body in row.bodies]
        super().__init__(data, initial={"codes": said or settled or others or row.proposed})
        known = Body.objects.filter(closed_on=None).exclude(kind="group").select_related("country")
        codes: Any = self.fields["codes"]
        codes.choices = [(body.code, str(body)) for body in known]
