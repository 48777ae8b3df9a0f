"""What is written in a proposal."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from consuno.agenda.models import Commitment
from consuno.consultation.models import Artefact, Clause, Proposal, Version
from consuno.core.acting import Form
from consuno.core.bilingual import Bilingual
from consuno.core.fields import UploadField, file_of
from consuno.directory.models import Body
from consuno.knowledge.models import Instrument
from consuno.knowledge.writing import CheckedTextarea
from consuno.meetings.models import Elevation


class ProposalForm(Form):
    """A proposal and where it comes from."""

    title_es = forms.CharField(label=_("Título en español"), max_length=200, required=False)
    title_en = forms.CharField(label=_("Título en inglés"), max_length=200, required=False)
    body = forms.ModelChoiceField(label=_("Quién propone"), queryset=Body.objects.none())
    kind = forms.ChoiceField(label=_("Tipo"), choices=Proposal.Kind.choices)
    purpose = forms.ChoiceField(label=_("Para qué circula"), choices=Proposal.Purpose.choices)
    authentic = forms.ChoiceField(label=_("Texto auténtico"), choices=Proposal.Authentic.choices)
    commitment = forms.ModelChoiceField(
        label=_("Compromiso del que nace"), queryset=Commitment.objects.none(), required=False
    )
    instrument = forms.ModelChoiceField(
        label=_("Instrumento que revisa"), queryset=Instrument.objects.all(), required=False
    )

    elevation = forms.TypedChoiceField(
        label=_("Punto elevado que recoge"), required=False, empty_value=None,
        coerce=lambda pk: Elevation.objects.get(pk=pk),
    )  # fmt: skip

    def __init__(
        self, bodies: list[Body], elevated: dict[int, str], data: Any = None, initial: Any = None
    ) -> None:
        super().__init__(data, initial=initial)
        if elevated:
            elevation: Any = self.fields["elevation"]
            elevation.choices = [
                ("", "---------"),
                *((pk, words[:120]) for pk, words in elevated.items()),
            ]
        else:
            del self.fields["elevation"]
        body: Any = self.fields["body"]
        body.queryset = Body.objects.filter(pk__in=[each.pk for each in bodies])
        commitment: Any = self.fields["commitment"]
        commitment.queryset = Commitment.objects.filter(closed_on=None).select_related("meeting")
        commitment.label_from_instance = lambda each: f"{each.label} {str(each.statement)[:90]}"

    def values(self) -> dict[str, Any]:
        """Return the arguments of the action."""
        data = dict(self.cleaned_data)
        return {"title": Bilingual(data.pop("title_es"), data.pop("title_en")), **data}


class SplitForm(Form):
    """Which clauses become a proposal of their own, and its name."""

    uids = forms.TypedMultipleChoiceField(
        label=_("Cláusulas que se separan"), coerce=int, widget=forms.CheckboxSelectMultiple
    )
    title_es = forms.CharField(label=_("Título en español"), max_length=200, required=False)
    title_en = forms.CharField(label=_("Título en inglés"), max_length=200, required=False)

    def __init__(self, version: Version, stuck: set[int], data: Any = None) -> None:
        super().__init__(data)
        uids: Any = self.fields["uids"]
        uids.choices = [
            (each.uid, f"{place}. {str(each.text)[:90]}")
            for place, each in enumerate(version.clauses.all(), 1) if each.uid in stuck
        ]  # fmt: skip

    def values(self) -> dict[str, Any]:
        """Return the arguments of the action."""
        data = self.cleaned_data
        return {"uids": data["uids"], "title": Bilingual(data["title_es"], data["title_en"])}


class ClauseForm(Form):
    """A clause in both languages, side by side; its words are checked while one writes."""

    es = forms.CharField(
        label=_("Español"), max_length=5000, required=False, widget=CheckedTextarea(8)
    )
    en = forms.CharField(
        label=_("Inglés"), max_length=5000, required=False, widget=CheckedTextarea(8)
    )
    heading = forms.BooleanField(label=_("Es un título"), required=False)
    translated = forms.BooleanField(
        label=_("La traducción se revisó y sirve como está"), required=False
    )

    def __init__(self, clause: Clause | None, data: Any = None) -> None:
        now = {"es": clause.es, "en": clause.en, "heading": clause.heading} if clause else {}
        super().__init__(data, initial=now)
        if clause is None:
            del self.fields["translated"]


class WholeForm(Form):
    """A whole text: pasted, or as a file."""

    language = forms.ChoiceField(label=_("Idioma"), choices=(("es", _("Español")), ("en", _("Inglés"))))  # fmt: skip
    text = forms.CharField(
        label=_("Texto"), required=False, widget=CheckedTextarea(14),
        help_text=_("Una cláusula por párrafo, separadas por una línea en blanco o no."),
    )  # fmt: skip
    file = UploadField(
        required=False,
        help_text=_("O un archivo: DOCX, ODT, PDF con texto, HTML o TXT. Hasta 10 MB."),
    )

    def clean(self) -> dict[str, Any]:
        """One of the two."""
        data: dict[str, Any] = super().clean() or {}
        if bool(data.get("text", "").strip()) == bool(data.get("file")) and not self.errors:
            raise forms.ValidationError(_("Pegue el texto o elija un archivo, uno de los dos."))
        return data


class DescribeForm(Form):
    """What changes in a version, and where its text is."""

    changelog_es = forms.CharField(
        label=_("Qué cambia en esta versión"), max_length=1000, required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )  # fmt: skip
    changelog_en = forms.CharField(
        label=_("Lo mismo, en inglés"), max_length=1000, required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )  # fmt: skip
    reference = forms.CharField(
        label=_("Dónde está el texto"), max_length=500, required=False,
        help_text=_("Solo si el texto mismo no está a mano: la nota, el acta o la página."),
    )  # fmt: skip

    def __init__(self, version: Version, data: Any = None) -> None:
        now = {"changelog_es": version.changelog.es, "changelog_en": version.changelog.en,
               "reference": version.reference}  # fmt: skip
        super().__init__(data, initial=now)

    def values(self) -> dict[str, Any]:
        """Return the arguments of the action."""
        data = self.cleaned_data
        changelog = Bilingual(data["changelog_es"], data["changelog_en"])
        return {"changelog": changelog, "reference": data["reference"]}


class ArtefactForm(Form):
    """A file that belongs to the text."""

    kind = forms.ChoiceField(label=_("Qué es"), choices=Artefact.Kind.choices)
    file = UploadField()

    def values(self) -> dict[str, Any]:
        """Return the arguments of the action."""
        return {"kind": self.cleaned_data["kind"], **file_of(self.cleaned_data["file"])}
