"""The read API of services: HSDS 3.1, for everybody, without an account.

django-ninja describes it (OpenAPI 3.1) and checks what comes in. Inputs are plain pydantic models
with bounds: a huge page number must not reach the database.
"""

from __future__ import annotations

import datetime
import json
import uuid
from typing import Any

from django.db.models import Q, QuerySet
from django.http import Http404, HttpRequest, JsonResponse
from django.urls import reverse
from ninja import NinjaAPI, Query
from ninja.errors import HttpError

from consuno.core.pages import page_of
from consuno.core.vocabularies import words
from consuno.directory.models import Body
from consuno.domain import text
from consuno.services.api_schemas import (
    About,
    Page,
    Paged,
    Problem,
    Record,
    ServicesWanted,
    TermsWanted,
)
from consuno.services.models import Service, Trait
from consuno.services.queries import hsds
from consuno.services.queries.services import seen, services

VERSION = "3.1"
api = NinjaAPI(
    title="Consuno: servicios", version="1", urls_namespace="hsds", docs_url=None,
    description="Services of the institutions and organisations of the region, as HSDS 3.1.",
)  # fmt: skip
_REFUSALS = {400: Problem, 404: Problem, 422: Problem}


@api.get("/", response=About, operation_id="getAPIMetaInformation")
def about(request: HttpRequest) -> dict[str, str]:
    """The version of the standard, our profile, and this description."""
    return {
        "version": VERSION,
        "profile": request.build_absolute_uri(reverse("services:profile")),
        "openapi_url": request.build_absolute_uri(reverse("hsds:openapi-json")),
    }


def profile(request: HttpRequest) -> JsonResponse:
    """Where our profile differs from the standard: a JSON merge patch for each schema that does."""
    return JsonResponse({"base": VERSION, "schema": {"address": _patch("address")}})


def _patch(name: str) -> Any:
    return json.loads(text(f"hsds/profile/{name}.json"))


def _page(found: Any, wanted: Paged, compose: Any) -> dict[str, Any]:
    page = page_of(found, str(wanted.page), per_page=wanted.per_page)
    if page.number != wanted.page:
        raise HttpError(404, "There is no such page.")
    rows = [compose(each) for each in page]
    return {
        "total_items": page.paginator.count, "total_pages": page.paginator.num_pages,
        "page_number": page.number, "size": len(rows), "first_page": not page.has_previous(),
        "last_page": not page.has_next(), "empty": not rows, "contents": rows,
    }  # fmt: skip


def _public() -> QuerySet[Service]:
    return seen(services(), None).filter(body__closed_on=None)


@api.get("/services", response={200: Page, **_REFUSALS}, operation_id="getPaginatedListOfServices")
def list_services(request: HttpRequest, wanted: Query[ServicesWanted]) -> dict[str, Any]:
    """Services, the last modified first."""
    found = _filtered(_public(), wanted).order_by("-modified_at", "-pk")
    compose = hsds.full if wanted.full else hsds.plain
    if wanted.minimal:
        return _page(found, wanted, _minimal)
    return _page(found, wanted, compose)


def _minimal(service: Service) -> dict[str, Any]:
    whole = hsds.plain(service)
    return {name: whole[name] for name in ("id", "name", "status", "last_modified")}


def _filtered(found: QuerySet[Service], wanted: ServicesWanted) -> QuerySet[Service]:
    if wanted.search:
        said = wanted.search.replace("\x00", "")
        found = found.filter(Q(name__es__icontains=said) | Q(name__en__icontains=said))
    if wanted.organization_id:
        key = str(wanted.organization_id)
        bodies = [b.pk for b in Body.objects.all() if hsds.body_id(b) == key]
        found = found.filter(body__in=bodies)
    if wanted.taxonomy_term_id:
        found = found.filter(pk__in=_with_term(wanted.taxonomy_term_id))
    if wanted.taxonomy_id:
        known = {hsds.taxonomy_id(name): name for name in hsds.TAXONOMIES}
        name = known.get(str(wanted.taxonomy_id), "")
        found = found.filter(pk__in=Trait.objects.filter(vocabulary=name).values("service"))
    if wanted.modified_after:
        found = found.filter(modified_at__gte=_moment(wanted.modified_after))
    return found


def _with_term(wanted: uuid.UUID) -> QuerySet[Trait, Any]:
    for name in hsds.TAXONOMIES:
        for slug in words(name):
            if hsds.term_id(name, slug) == str(wanted):
                return Trait.objects.filter(vocabulary=name, slug=slug).values("service")
    return Trait.objects.none().values("service")


def _moment(value: datetime.datetime) -> datetime.datetime:
    """In UTC, within the years that every database and driver knows."""
    early = datetime.datetime(1970, 1, 2, tzinfo=datetime.UTC)
    late = datetime.datetime(9000, 1, 1, tzinfo=datetime.UTC)
    if not early.year <= value.year <= late.year:
        return early if value.year < early.year else late
    aware = value if value.tzinfo else value.replace(tzinfo=datetime.UTC)
    return aware.astimezone(datetime.UTC)  # PostgreSQL knows no zone beyond sixteen hours


def _service(key: uuid.UUID) -> Service:
    found = _public().filter(uid=key).first()
    if found is None:
        raise Http404
    return found


@api.get(
    "/services/{uuid:key}",
    response={200: Record, **_REFUSALS},
    operation_id="getFullyNestedServiceById",
)
def one_service(request: HttpRequest, key: uuid.UUID) -> dict[str, Any]:
    """One service with all its parts."""
    return hsds.full(_service(key))


@api.get(
    "/service_at_locations", response={200: Page, **_REFUSALS}, operation_id="getServiceAtLocations"
)
def list_at_locations(request: HttpRequest, wanted: Query[ServicesWanted]) -> dict[str, Any]:
    """Services where they are; those of safe places are virtual."""
    found = _filtered(_public(), wanted).order_by("-modified_at", "-pk")
    return _page(found, wanted, hsds.at_location)


@api.get("/organizations", response={200: Page, **_REFUSALS}, operation_id="getOrganizations")
def list_organizations(request: HttpRequest, wanted: Query[Paged]) -> dict[str, Any]:
    """Those that run services."""
    found = _bodies()
    if wanted.search:
        said = wanted.search.replace("\x00", "")
        found = found.filter(Q(name__es__icontains=said) | Q(name__en__icontains=said))
    return _page(found, wanted, hsds.organization)


def _bodies() -> QuerySet[Body]:
    running = Service.objects.values("body")
    return Body.objects.filter(pk__in=running, listed=True, closed_on=None).order_by("code")


@api.get(
    "/organizations/{uuid:key}",
    response={200: Record, **_REFUSALS},
    operation_id="getOrganizationById",
)
def one_organization(request: HttpRequest, key: uuid.UUID) -> dict[str, Any]:
    """One of them."""
    found = next((each for each in _bodies() if hsds.body_id(each) == str(key)), None)
    if found is None:
        raise Http404
    return hsds.organization(found)


@api.get("/taxonomies", response={200: Page, **_REFUSALS}, operation_id="getTaxonomies")
def list_taxonomies(request: HttpRequest, wanted: Query[Paged]) -> dict[str, Any]:
    """Our lists of words."""
    return _page(list(hsds.TAXONOMIES), wanted, hsds.taxonomy)


@api.get(
    "/taxonomies/{uuid:key}", response={200: Record, **_REFUSALS}, operation_id="getTaxonomyById"
)
def one_taxonomy(request: HttpRequest, key: uuid.UUID) -> dict[str, Any]:
    """One of them."""
    known = {hsds.taxonomy_id(name): name for name in hsds.TAXONOMIES}
    if str(key) not in known:
        raise Http404
    return hsds.taxonomy(known[str(key)])


@api.get("/taxonomy_terms", response={200: Page, **_REFUSALS}, operation_id="getTaxonomyTerms")
def list_terms(request: HttpRequest, wanted: Query[TermsWanted]) -> dict[str, Any]:
    """The words of the lists."""
    found = _terms()
    if wanted.taxonomy_id:
        kept = str(wanted.taxonomy_id)
        found = [each for each in found if each["taxonomy_id"] == kept]
    return _page(found, wanted, dict)


def _terms() -> list[dict[str, Any]]:
    return [hsds.term(name, slug) for name in hsds.TAXONOMIES for slug in words(name)]


@api.get(
    "/taxonomy_terms/{uuid:key}",
    response={200: Record, **_REFUSALS},
    operation_id="getTaxonomyTermById",
)
def one_term(request: HttpRequest, key: uuid.UUID) -> dict[str, Any]:
    """One of them."""
    found = next((each for each in _terms() if each["id"] == str(key)), None)
    if found is None:
        raise Http404
    return found
