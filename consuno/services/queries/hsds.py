"""Services composed as objects of the Human Services Data Specification 3.1, with our profile.

Each function returns plain values for JSON. What is not known is left out, never empty. Names come
in Spanish, and in English as `alternate_name`. Identifiers of parts are derived from that of their
service, so that they stay.
"""

from __future__ import annotations

import datetime
import uuid
from typing import Any

from consuno.core import clock
from consuno.core.areas import area
from consuno.core.bilingual import Bilingual
from consuno.core.vocabularies import words
from consuno.directory.models import Body
from consuno.services.models import Service

#: Vocabularies that are published as taxonomies, with their names in Spanish and English.
TAXONOMIES = {"needs": ("Necesidades", "Needs"), "populations": ("Poblaciones", "Populations")}
_SPACE = uuid.uuid5(uuid.NAMESPACE_URL, "https://openreferral.org/consuno")
_STATUS_ASKED = {"no": "No se pregunta por la situación migratoria.",
                 "yes": "Se pregunta por la situación migratoria."}  # fmt: skip
_SEX = {"women": "Solo para mujeres.", "men": "Solo para hombres."}


def body_id(body: Body) -> str:
    """The identifier of an organization: of its code, which stays."""
    return str(uuid.uuid5(_SPACE, f"body:{body.code}"))


def term_id(vocabulary: str, slug: str) -> str:
    """The identifier of a taxonomy term."""
    return str(uuid.uuid5(_SPACE, f"{vocabulary}:{slug}"))


def taxonomy_id(vocabulary: str) -> str:
    """The identifier of a taxonomy."""
    return str(uuid.uuid5(_SPACE, vocabulary))


def part_id(service: Service, part: str) -> str:
    """The identifier of a part of a service."""
    return str(uuid.uuid5(service.uid, part))


def _known(values: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value not in ("", None, [])}


def _spanish(text: Bilingual) -> str:
    return text.es or text.en


def organization(body: Body) -> dict[str, Any]:
    """An `organization`."""
    return _known({
        "id": body_id(body), "name": _spanish(body.name),
        "alternate_name": body.name.en if body.name.es else "",
        "description": f"{_spanish(body.name)} ({_spanish(body.short)})",
    })  # fmt: skip


def taxonomy(vocabulary: str) -> dict[str, Any]:
    """A `taxonomy`."""
    spanish, english = TAXONOMIES[vocabulary]
    return {"id": taxonomy_id(vocabulary), "name": spanish, "description": english}


def term(vocabulary: str, slug: str) -> dict[str, Any]:
    """A `taxonomy_term`."""
    name = words(vocabulary)[slug].name
    return {
        "id": term_id(vocabulary, slug), "code": slug, "name": name.es, "description": name.en,
        "taxonomy_id": taxonomy_id(vocabulary), "language": "es",
    }  # fmt: skip


def status_of(service: Service) -> str:
    """The status of the standard; one that nobody confirms is not active for anybody."""
    return "inactive" if service.status == "active" and service.stale else service.status


def _alert(service: Service) -> str:
    since = service.confirmed_on
    if service.status == "active" and service.stale:
        said = f"Sin confirmar desde {since}." if since else "Sin confirmar."
        return f"{said} {service.alert}".strip()
    return service.alert


def _moment(value: datetime.datetime) -> str:
    return value.astimezone(datetime.UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


def plain(service: Service) -> dict[str, Any]:
    """A `service` with what it has one of."""
    eligible = (_SEX.get(service.sex, ""), _STATUS_ASKED.get(service.asks_status, ""))
    fees = {"free": "Gratuito.", "paid": "Se paga."}.get(service.cost, "")
    return _known({
        "id": str(service.uid), "organization_id": body_id(service.body),
        "program_id": str(service.programme.uid) if service.programme else "",
        "name": _spanish(service.name),
        "alternate_name": service.name.en if service.name.es else "",
        "description": _spanish(service.description), "url": service.url, "email": service.email,
        "status": status_of(service), "application_process": _spanish(service.how),
        "fees_description": f"{fees} {service.cost_note}".strip(),
        "eligibility_description": " ".join(filter(None, eligible)),
        "minimum_age": service.minimum_age, "maximum_age": service.maximum_age,
        "assured_date": service.confirmed_on.isoformat() if service.confirmed_on else "",
        "alert": _alert(service), "last_modified": _moment(service.modified_at),
    })  # fmt: skip


def full(service: Service) -> dict[str, Any]:
    """A `service` with all its parts."""
    return plain(service) | _known({
        "organization": organization(service.body), "program": _program(service),
        "phones": _one(service, "phone", number=service.phone),
        "schedules": _one(service, "schedule", description=service.hours),
        "service_areas": _areas(service), "languages": _languages(service),
        "service_at_locations": [at_location(service)],
        "cost_options": _one(service, "cost", option=_cost(service)),
        "required_documents": _one(service, "documents", document=_spanish(service.documents)),
        "capacities": _capacities(service), "attributes": _attributes(service),
    })  # fmt: skip


def _one(service: Service, part: str, **value: str) -> list[dict[str, Any]]:
    return [{"id": part_id(service, part), **value}] if any(value.values()) else []


def _cost(service: Service) -> str:
    return {"free": "gratuito", "paid": service.cost_note or "se paga"}.get(service.cost, "")


def _program(service: Service) -> dict[str, Any] | None:
    found = service.programme
    if found is None:
        return None
    said = _spanish(found.description) or _spanish(found.name)
    return {"id": str(found.uid), "name": _spanish(found.name), "description": said}


def _areas(service: Service) -> list[dict[str, Any]]:
    served = [service.area, *service.slugs("areas")] if service.area else [*service.slugs("areas")]
    places = [found for code in served if (found := area(code))]
    if not places:
        whole = {"name": service.country.name.es, "extent": str(service.country_id)}
        return [{"id": part_id(service, "country"), **whole, "extent_type": "ISO 3166-1"}]
    return [
        {"id": part_id(service, f"area:{each.code}"), "name": each.name, "extent": each.code,
         "extent_type": "ISO 3166-2"}
        for each in places
    ]  # fmt: skip


def _languages(service: Service) -> list[dict[str, Any]]:
    known = words("languages")
    return [
        {"id": part_id(service, f"language:{slug}"), "code": slug, "name": known[slug].name.es}
        for slug in service.slugs("languages")
        if slug in known
    ]


def _capacities(service: Service) -> list[dict[str, Any]]:
    if service.free_places is None:
        return []
    counted = service.free_on or clock.day(service.modified_at)
    at = datetime.datetime.combine(counted, datetime.time(), datetime.UTC)
    unit = {"id": str(uuid.uuid5(_SPACE, "unit:places")), "name": "plazas"}
    return [_known({
        "id": part_id(service, "capacity"), "service_id": str(service.uid), "unit": unit,
        "available": service.free_places, "maximum": service.places, "updated": _moment(at),
    })]  # fmt: skip


def _attributes(service: Service) -> list[dict[str, Any]]:
    return [
        {"id": part_id(service, f"{name}:{slug}"), "link_id": str(service.uid),
         "link_entity": "service", "taxonomy_term": term(name, slug)}
        for name in TAXONOMIES
        for slug in service.slugs(name)
        if slug in words(name)
    ]  # fmt: skip


def at_location(service: Service) -> dict[str, Any]:
    """Its `service_at_location`. A safe place is a virtual location without any address."""
    place = area(service.area)
    physical = not service.safe and bool(service.city or service.address)
    location = _known({
        "id": part_id(service, "location"), "name": "" if service.safe else service.city,
        "location_type": "physical" if physical else "virtual",
        "addresses": _addresses(service, place.name if place else ""),
    })  # fmt: skip
    return {
        "id": part_id(service, "at"), "service_id": str(service.uid),
        "location_id": location["id"], "location": location,
    }  # fmt: skip


def _addresses(service: Service, state: str) -> list[dict[str, Any]]:
    if service.safe or not (service.address and service.city and state):
        return []
    return [_known({
        "id": part_id(service, "address"), "address_1": service.address, "city": service.city,
        "state_province": state, "postal_code": service.postal_code,
        "country": str(service.country_id), "address_type": "physical",
    })]  # fmt: skip
