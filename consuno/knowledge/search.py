"""Provisions and terms as they are found."""

from __future__ import annotations

from collections.abc import Iterable

from consuno.core.search import Document, said
from consuno.core.text import whole_number
from consuno.core.vocabularies import words
from consuno.knowledge.models import Edition, Entry, Instrument, Provision
from consuno.knowledge.queries.entries import entries
from consuno.knowledge.queries.instruments import instruments
from consuno.knowledge.queries.law import provisions
from consuno.knowledge.terms import terms


def every_provision() -> Iterable[Document]:
    """What holds, as far as is known."""
    for provision in provisions():
        yield from of_provision(provision)


def of_provision(provision: Provision) -> Iterable[Document]:
    """Its documents, in both languages."""
    if provision.ended_on:
        return
    year = provision.as_of[:4]
    for language in ("es", "en"):
        what, place = (
            said(provision.what.name, language),
            said(provision.country.name, language),
        )
        answer = getattr(words("answers")[provision.value].name, language)
        yield Document(
            key=str(provision.pk), language=language, title=f"{place}: {what}",
            text=f"{answer}. {provision.law} {provision.article} {said(provision.text, language)}",
            path=provision.path, country=provision.country_id,
            year=whole_number(year),
        )  # fmt: skip


def every_instrument() -> Iterable[Document]:
    """The instruments."""
    for instrument in instruments():
        yield from of_instrument(instrument)


def with_edition(edition: Edition) -> Iterable[tuple[str, Iterable[Document]]]:
    """What changes with a version: its instrument."""
    yield str(edition.instrument_id), of_instrument(edition.instrument)


def of_instrument(instrument: Instrument) -> Iterable[Document]:
    """Its documents, in both languages, with every version."""
    editions = list(instrument.editions.all())
    days = [each.adopted_on[:4] for each in editions if each.adopted_on]
    for language in ("es", "en"):
        versions = " ".join(
            f"{each.label} {said(each.adopted_by, language)} {said(each.note, language)}"
            for each in editions
        )
        yield Document(
            key=str(instrument.pk), language=language, title=said(instrument.name, language),
            text=f"{said(instrument.about, language)} {versions}",
            path=instrument.get_absolute_url(), year=int(days[0]) if days else None,
        )  # fmt: skip


def every_entry() -> Iterable[Document]:
    """Practices, pilots, documents, case law and materials."""
    for entry in entries():
        yield from of_entry(entry)


def of_entry(entry: Entry) -> Iterable[Document]:
    """Its documents, in both languages."""
    if entry.withdrawn_on:
        return
    year = entry.as_of[:4]
    for language in ("es", "en"):
        told = " ".join(said(text, language) for _part, text in entry.told if text)
        yield Document(
            key=str(entry.pk), language=language, title=said(entry.title, language),
            text=f"{said(entry.what.name, language)}. {told}", path=entry.get_absolute_url(),
            country=entry.country_id or "", year=whole_number(year),
        )  # fmt: skip


def every_term() -> Iterable[Document]:
    """The right words."""
    for term in terms().values():
        for language in ("es", "en"):
            other = "en" if language == "es" else "es"
            yield Document(
                key=term.slug, language=language, title=said(term.name, language),
                text=f"{said(term.about, language)} {said(term.name, other)} {term.avoid.es} {term.avoid.en}",
                path=f"/biblioteca/palabras/#{term.slug}",
            )  # fmt: skip
