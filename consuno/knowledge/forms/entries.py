"""Entries of the library, written down."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from consuno.core.acting import Form
from consuno.core.fields import DayField, UploadField, file_of
from consuno.directory.models import Body, Country
from consuno.knowledge.entries import Kind, Part
from consuno.knowledge.forms.instruments import PART, paired
from consuno.knowledge.models import Entry, Review

TONGUES = (("es", _("en español")), ("en", _("en inglés")))


class EntryForm(Form):
    """An entry, part by part in both languages; one language is enough."""

    country = forms.ModelChoiceField(
        label=_("País"), queryset=Country.objects.none(), required=False, empty_label=_("Regional")
    )
    body = forms.ModelChoiceField(
        label=_("Quién la lleva"), queryset=Body.objects.none(), required=False
    )
    title_es = forms.CharField(label=_("Título en español"), max_length=200, required=False)
    title_en = forms.CharField(label=_("Título en inglés"), max_length=200, required=False)
    link = forms.URLField(
        label=_("Dirección"), max_length=500, required=False, assume_scheme="https"
    )
    file = UploadField(required=False)
    source = forms.CharField(label=_("Fuente"), max_length=300)
    on = DayField(label=_("Fecha de la fuente"))

    def __init__(
        self,
        kind: Kind,
        countries: list[Country],
        now: Entry | None,
        data: Any = None,
        files: Any = None,
    ) -> None:
        super().__init__(data, files, initial=_initial(now))
        self.kind, self.now = kind, now
        country: Any = self.fields["country"]
        country.queryset = Country.objects.filter(pk__in=[each.pk for each in countries])
        body: Any = self.fields["body"]
        kept = [each.pk for each in Body.objects.filter(country__in=countries) if each.shown]
        body.queryset = Body.objects.filter(pk__in=kept)
        for part in kind.parts:
            for tongue, words in TONGUES:
                self.fields[f"said_{part.slug}_{tongue}"] = _box(part, str(words))
        last = ["link", "file", "source", "on"]
        self.order_fields([name for name in self.fields if name not in last] + last)

    def values(self) -> dict[str, Any]:
        """Return the arguments of the action."""
        data = dict(self.cleaned_data)
        said = {
            part.slug: {tongue: data.pop(f"said_{part.slug}_{tongue}") for tongue, _w in TONGUES}
            for part in self.kind.parts
        }
        title = paired(data, "title")
        return {"kind": self.kind, "title": title, "said": said, "entry": self.now,
                **file_of(data.pop("file")), **data}  # fmt: skip


def _box(part: Part, words: str) -> forms.CharField:
    widget: Any = forms.Textarea(attrs={"rows": part.lines}) if part.lines > 1 else None
    field = forms.CharField(
        label=f"{part.name}, {words}", max_length=2000, required=False, widget=widget
    )
    field.needed = part.required  # type: ignore[attr-defined]  # one of the two languages is
    return field


def _initial(now: Entry | None) -> dict[str, Any]:
    if now is None:
        return {}
    said = {
        f"said_{slug}_{tongue}": text
        for slug, texts in now.said.items()
        for tongue, text in texts.items()
    }
    return {
        "country": now.country_id, "body": now.body_id, "title_es": now.title.es,
        "title_en": now.title.en, "link": now.link, "source": now.source, **said,
    }  # fmt: skip


class _Spoken(Form):
    """What one of several bodies says."""

    body = forms.ModelChoiceField(label=_("Institución"), queryset=Body.objects.none())
    text = forms.CharField(max_length=1000, widget=forms.Textarea(attrs={"rows": 3}))

    def __init__(self, bodies: list[Body], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        body: Any = self.fields["body"]
        body.queryset = Body.objects.filter(pk__in=[each.pk for each in bodies])
        body.empty_label = None if len(bodies) == 1 else "---------"


class ReviewForm(_Spoken):
    """A view of an entry, with why."""

    field_order = ("body", "verdict", "text")
    verdict = forms.ChoiceField(
        label=_("Su institución"), choices=Review.Verdict.choices, widget=forms.RadioSelect
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["text"].label = _("Por qué")


class ReplicationForm(_Spoken):
    """That one did the same, and how it went."""

    field_order = ("body", "since", "text")
    since = forms.CharField(label=_("Desde"), max_length=10, help_text=PART)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["text"].label = _("Cómo les fue, y qué tuvieron que cambiar")
