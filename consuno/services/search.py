"""Services and channels as they are found. Of a safe place the city is not told either."""

from __future__ import annotations

from collections.abc import Iterable

from consuno.core.areas import area
from consuno.core.search import Document, said
from consuno.core.vocabularies import words
from consuno.directory.models import Body
from consuno.services.models import Channel, Service
from consuno.services.queries.services import services


def every_service() -> Iterable[Document]:
    """All whose institution shows itself."""
    for service in services().exclude(status="defunct").iterator(chunk_size=500):
        yield from of_service(service)


def of_service(service: Service) -> Iterable[Document]:
    """Its documents, one a language it has a name in."""
    if service.status == "defunct" or service.body.closed_on or not service.body.listed:
        return
    place = area(service.area)
    for language in ("es", "en"):
        name = said(service.name, language)
        if not name:
            continue
        named = [
            getattr(words(v)[slug].name, language)
            for v in ("needs", "populations")
            for slug in service.slugs(v)
            if slug in words(v)
        ]
        texts = [
            said(service.description, language), ", ".join(named),
            said(service.body.name, language) or service.body.name.es,
            "" if service.safe else service.city, place.name if place else "",
            said(service.country.name, language),
        ]  # fmt: skip
        yield Document(
            key=str(service.pk), language=language, title=name,
            text=". ".join(filter(None, texts)), path=service.get_absolute_url(),
            country=service.country_id,
        )  # fmt: skip


def every_channel() -> Iterable[Document]:
    """All that there are."""
    for channel in Channel.objects.filter(ended_on=None).select_related("country", "body"):
        yield from of_channel(channel)


def of_channel(channel: Channel) -> Iterable[Document]:
    """Its documents. An emergency is for institutions: what is found must not outlive its validation."""
    if channel.ended_on:
        return
    for language in ("es", "en"):
        name = said(channel.name, language)
        if name:
            kind = {"es": str(channel.get_kind_display()), "en": channel.kind}[language]
            yield Document(
                key=str(channel.pk), language=language, title=name,
                text=f"{kind}. {said(channel.steps, language)} {said(channel.country.name, language)}",
                path=channel.path, country=channel.country_id,
                public=channel.kind != Channel.Kind.EMERGENCY,
            )  # fmt: skip


def with_body(body: Body) -> Iterable[tuple[str, Iterable[Document]]]:
    """An institution that hides, shows itself or ends takes its services with it, at once."""
    for service in services().filter(body=body):
        yield str(service.pk), of_service(service)
