"""Forms of information requests."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from consuno.agenda.models import Commitment
from consuno.core.acting import Form
from consuno.core.fields import DayField, UploadField, file_of
from consuno.core.vocabularies import choices
from consuno.directory.models import Body
from consuno.inquiries.models import Answer
from consuno.inquiries.queries.inquiries import named_in
from consuno.knowledge.writing import CheckedTextarea

LANGUAGES = [("es", "Español"), ("en", "English")]


class InquiryForm(Form):
    """What is asked, of whom and by when."""

    title = forms.CharField(label=_("De qué se trata"), max_length=200)
    text = forms.CharField(label=_("Qué se pide"), max_length=10_000, widget=CheckedTextarea(6))
    language = forms.ChoiceField(label=_("Idioma en que escribe"), choices=LANGUAGES)
    due_on = DayField(label=_("Hasta qué día"))
    matter = forms.ChoiceField(
        label=_("De qué asunto es"), required=False,
        help_text=_("Si la institución a la que se pide no es la competente, sabrá a cuál pasarla."),
    )  # fmt: skip
    bodies = forms.ModelMultipleChoiceField(
        label=_("A quién se pide"), queryset=Body.objects.none(), required=False,
        widget=forms.CheckboxSelectMultiple,
    )  # fmt: skip
    among = forms.BooleanField(
        label=_("Las instituciones a las que se pide leen las respuestas de todas"),
        required=False, initial=True,
    )  # fmt: skip
    shared_with = forms.ModelMultipleChoiceField(
        label=_("Quién más las lee, apenas se den"), queryset=Body.objects.none(), required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Las dos Secretarías las leen siempre. Vienen marcadas las que nombra el acta."),
    )  # fmt: skip

    def __init__(self, commitment: Commitment | None, data: Any = None) -> None:
        usual = list(Body.objects.filter(closed_on=None, kind="migration"))
        named = named_in(commitment)
        initial = {"bodies": [each.pk for each in usual], "shared_with": [b.pk for b in named]}
        if commitment is not None:
            initial["title"] = f"{commitment.label}"  # type: ignore[assignment]
        super().__init__(data, initial=initial)
        matter: Any = self.fields["matter"]
        matter.choices = [("", "—"), *choices("matters")]
        known = Body.objects.filter(closed_on=None).exclude(kind__in=("group", "country"))
        for name, first in (("bodies", usual), ("shared_with", named)):
            field: Any = self.fields[name]
            field.queryset = known
            rows = [
                *first,
                *(body for body in known.select_related("country") if body not in first),
            ]
            field.choices = [(body.pk, str(body)) for body in rows]

    def values(self) -> dict[str, Any]:
        """Return the arguments of the action."""
        data = super().values()
        return {**data, "bodies": list(data["bodies"]), "shared_with": list(data["shared_with"])}


class AnswerForm(Form):
    """What a body answers."""

    text = forms.CharField(
        label=_("Respuesta"), required=False, max_length=20_000,
        widget=CheckedTextarea(8),
        help_text=_("No escriba nombres ni datos de personas atendidas."),
    )  # fmt: skip
    file = UploadField(required=False)
    link = forms.URLField(
        label=_("O su dirección en la red"), required=False, max_length=500, assume_scheme="https"
    )
    language = forms.ChoiceField(label=_("Idioma en que escribe"), choices=LANGUAGES)

    def __init__(self, answer: Answer, data: Any = None, files: Any = None) -> None:
        names = ("text", "link", "language")
        super().__init__(data, files, initial={name: getattr(answer, name) for name in names})
        self.fields["text"].needed = True  # type: ignore[attr-defined]

    def values(self) -> dict[str, Any]:
        """Return the values as the actions want them."""
        data = dict(self.cleaned_data)
        file = file_of(data.pop("file"))
        return {**data, **file} if file["content"] is not None else data
