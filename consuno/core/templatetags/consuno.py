"""What every template may use: icons, dates in words, texts that say their language."""

from __future__ import annotations

import datetime
import html
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any

from django import template
from django.conf import settings
from django.urls import reverse
from django.utils import formats
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from consuno.core import clock, registry
from consuno.core.addresses import address
from consuno.core.bilingual import Bilingual
from consuno.core.tables import FORMATS
from consuno.core.workflow import open_to

register = template.Library()

#: Paths on a 16 x 16 grid, drawn for this project.
ICONS = {
    "overdue": '<path d="M8 1.5 15 14H1z"/><path d="M8 6v4M8 12v.6" class="i"/>',
    "soon": '<circle cx="8" cy="8" r="6.5" class="o"/><path d="M8 4v4l3 2" class="o"/>',
    "ahead": '<path d="M2 8h11M9 4l4 4-4 4" class="o"/>',
    "undated": '<rect x="2" y="3" width="12" height="11" class="o"/><path d="M2 7h12M6 11h4" class="o"/>',
    "recurrent": '<path d="M13 8a5 5 0 1 1-1.6-3.7M12 1v4H8" class="o"/>',
    "unowned": '<circle cx="8" cy="5" r="3" class="o"/><path d="M2 15c1-5 11-5 12 0" class="o"/>',
    "done": '<path d="m2 8 4 4 8-9" class="o"/>',
    "silent": '<path d="M2 3h12v8H8l-3 3v-3H2z" class="o"/><path d="M5 7h.6M8 7h.6M11 7h.6" class="o"/>',
    "rejected": '<path d="m3 3 10 10M13 3 3 13" class="o"/>',
    "waiting": '<circle cx="8" cy="8" r="6.5" class="o dash"/>',
    "paper": '<path d="M3 1h7l3 3v11H3zM5.500 7h5M5.500 10h5" class="o"/>',
}


@register.simple_tag
def icon(name: str) -> SafeString:
    """Draw a decorative icon; the word beside it carries the meaning."""
    return mark_safe(  # noqa: S308 - our own constants
        f'<svg class="icon icon-{name}" viewBox="0 0 16 16" aria-hidden="true">{ICONS[name]}</svg>'
    )


@register.simple_tag
def place(name: str) -> str:
    """Where the frame leads: home, search, notices, account, vault."""
    return address(registry.place(name))


@register.simple_tag
def foot() -> list[tuple[str, Any]]:
    """The links at the foot of every page: address and words."""
    return [(address(url_name), label) for url_name, label in registry.foot()]


@register.simple_tag
def table_files(url_name: str, *args: Any, query: str = "") -> SafeString:
    """Links to the files of a table, one a format; `url_name` takes the format last."""
    asked = f"?{query.lstrip('?')}" if query.lstrip("?") else ""
    links = ((reverse(url_name, args=[*args, kind]) + asked, kind.upper()) for kind in FORMATS)
    return format_html_join(" ", '<a href="{}">{}</a>', links)


@register.filter
def at(values: Mapping[Any, Any], key: Any) -> Any:
    """Return the value of a key; the key itself where there is none."""
    return values.get(key, key)


@register.filter
def options(choices: Iterable[Any], chosen: object = "") -> SafeString:
    """Draw the options of a list: pairs of value and words, or records, which go by slug or code.

    Lists of bodies are long, and a template takes ten times as long over each.
    """
    drawn = (
        f'<option value="{html.escape(value)}"{" selected" if value == str(chosen) else ""}>'
        f"{html.escape(words)}</option>"
        for value, words in map(_pair, choices)
    )
    return mark_safe("".join(drawn))  # noqa: S308 - each escaped


def _pair(choice: Any) -> tuple[str, str]:
    if isinstance(choice, (tuple, list)):
        return str(choice[0]), str(choice[1])
    return str(getattr(choice, "slug", None) or choice.code), str(choice)


@register.filter
def tongue(text: Bilingual | str) -> SafeString | str:
    """Show a bilingual text, marking the language when it is not the reader's."""
    if not isinstance(text, Bilingual) or text.is_translated:
        return str(text)
    note = _("sin traducción")
    return format_html(
        '<span lang="{}">{}</span> <small class="untranslated">({}, {})</small>',
        text.language, str(text), text.language.upper(), note,
    )  # fmt: skip


@register.filter
def day(value: datetime.date | None) -> str:
    """Write a date out: 31 de marzo de 2013."""
    if isinstance(value, datetime.datetime):  # two of the same instant may fall on different days
        value = clock.day(value)
    return _written(value, get_language()) if value else ""


@lru_cache(maxsize=4096)
def _written(value: datetime.date, _language: str | None) -> str:
    return formats.date_format(value, "DATE_FORMAT")


@register.filter
def distance(value: datetime.date | None) -> str:
    """Say how far a day is from today, roughly: "hace 15 días", "en 3 meses"."""
    if value is None:
        return ""
    return _far((value - clock.today()).days, get_language())


@lru_cache(maxsize=4096)
def _far(days: int, _language: str | None) -> str:
    if days == 0:
        return _("hoy")
    amount = _amount(abs(days))
    return (_("en %s") if days > 0 else _("hace %s")) % amount


def _amount(days: int) -> str:
    if days < 60:
        return ngettext("%d día", "%d días", days) % days
    if days < 730:
        months = round(days / 30.44)
        return ngettext("%d mes", "%d meses", months) % months
    years = int(days / 365.25)
    return ngettext("%d año", "%d años", years) % years


@register.filter
def absolute(path: str) -> str:
    """Return the whole address of a page, to copy into a message."""
    return f"{settings.SITE_URL}{path}"


@register.filter
def duration(value: datetime.timedelta) -> str:
    """Say how long: "15 minutos", "8 horas"."""
    minutes = int(value.total_seconds() // 60)
    if minutes < 60:
        return ngettext("%(n)s minuto", "%(n)s minutos", minutes) % {"n": minutes}
    return ngettext("%(n)s hora", "%(n)s horas", minutes // 60) % {"n": minutes // 60}


@register.simple_tag(takes_context=True)
def can(context: dict[str, Any], verb: str, record: Any) -> bool:
    """Whether the reader of the page may do an act on a record that has a table of states; of none, no."""
    return record is not None and verb in open_to(context["request"].user, record)
