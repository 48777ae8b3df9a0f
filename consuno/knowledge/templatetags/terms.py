"""Words of the list, explained where they are read."""

from __future__ import annotations

import re
from functools import cache

from django import template
from django.urls import reverse
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString, mark_safe

from consuno.core.bilingual import Bilingual
from consuno.core.templatetags.consuno import tongue
from consuno.knowledge.terms import Term, terms

register = template.Library()


@cache
def _known(language: str) -> tuple[re.Pattern[str], dict[str, Term]]:
    """The words of a language and their plurals, the longest first."""
    named = {}
    for term in terms().values():
        word = str(getattr(term.name, language)).lower()
        named[word] = named[_plural(word)] = term
    words = sorted((re.escape(word) for word in named), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(words)})\b", re.IGNORECASE), named


def _plural(word: str) -> str:
    """Of a single word or the last of several, which is near enough to find it."""
    if word.endswith("ón"):
        return f"{word[:-2]}ones"
    return f"{word}s" if word[-1] in "aeiou" or word.isascii() else f"{word}es"


@register.filter
def termed(text: Bilingual) -> SafeString | str:
    """Show a bilingual text; the first time a term comes it leads to its meaning, which it shows."""
    if not isinstance(text, Bilingual) or not text.is_translated:
        return tongue(text)
    pattern, named = _known(text.language)
    seen: set[str] = set()

    def link(match: re.Match[str]) -> str:
        term = named[match.group().lower()]
        if term.slug in seen:
            return match.group()
        seen.add(term.slug)
        return format_html(
            '<a class="term" href="{}#{}" title="{}">{}</a>',
            reverse("knowledge:terms"), term.slug, str(term.about), match.group(),
        )  # fmt: skip

    return mark_safe(pattern.sub(link, conditional_escape(str(text))))  # noqa: S308 (escaped before)
