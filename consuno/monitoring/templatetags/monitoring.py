"""What the templates of monitoring need."""

from __future__ import annotations

import datetime
from collections.abc import Mapping

from django import template
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language, gettext, ngettext
from django.utils.translation import gettext_lazy as _

from consuno.directory.models import Body
from consuno.monitoring.models import Rating
from consuno.monitoring.queries.answering import Answering

register = template.Library()
#: Names written out before the rest is only counted.
SHOWN = 4
NO_RATING = {
    "not_reported": _("No informó"), "vacant": _("Puesto vacante"), "divergent": _("Encuentran cosas distintas"),
    "not_assessed": _("Sin valorar"), "none": _("Sin valorar o sin informe"),
}  # fmt: skip


@register.simple_tag
def bodies_of(codes: list[str], names: Mapping[str, Body]) -> str:
    """Return the names of these bodies, the first few and how many more."""
    shown = ", ".join(str(names.get(code, code)) for code in codes[:SHOWN])
    return f"{shown} +{len(codes) - SHOWN}" if len(codes) > SHOWN else shown


@register.simple_tag
def answering_of(row: Answering) -> str:
    """Return in a few words who would answer for something that a cycle may cover."""
    if row.differ and not row.settled:
        return gettext(
            "Las Secretarías nombraron instituciones distintas: hay que ponerse de acuerdo."
        )
    number = len(row.bodies or next(iter(row.said.values()), row.proposed))
    if not number:
        return gettext("No se sabe quién responde: hay que decirlo antes de abrir el ciclo.")
    named = ", ".join(party.display for party in row.commitment.responsible)
    words = ngettext("Responde %(n)s institución", "Responden %(n)s instituciones", number)
    whom = named or gettext("el acta no nombra a nadie")
    return f"{words % {'n': number}} ({whom})"


@register.filter
def rating_word(name: str) -> str:
    """Return a rating, or why there is none, in words."""
    return str({**dict(Rating.choices), **NO_RATING}.get(name, name))


@register.simple_tag
def tongue_of(words: Mapping[str, str]) -> SafeString:
    """Return words that stand in both languages in the reader's; marked where only the other is."""
    language = get_language() or "es"
    here = "en" if language.startswith("en") else "es"
    other = "es" if here == "en" else "en"
    if words.get(here):
        return format_html("{}", words[here])
    return format_html(
        '<span lang="{}" class="untranslated">{}</span>', other, words.get(other, "")
    )


@register.filter
def iso_day(text: str) -> datetime.date:
    """Return the day of an ISO 8601 date or moment, in the time zone of the installation."""
    if len(text) == 10:
        return datetime.date.fromisoformat(text)
    return timezone.localdate(datetime.datetime.fromisoformat(text))
