"""Services as their readers may see them."""

from __future__ import annotations

import datetime
from typing import Any

from django.db.models import Q, QuerySet

from consuno.core import clock
from consuno.directory.models import Body
from consuno.directory.standing import memberships, secretariat_of
from consuno.services.models import Service
from consuno.services.models.service import FRESH_FOR


def services() -> QuerySet[Service]:
    """All, with what their lines show."""
    found = Service.objects.select_related("body__country", "body__parent", "programme", "country")
    return found.prefetch_related("traits")


def seen(found: QuerySet[Service], reader: Any) -> QuerySet[Service]:
    """Those whose institution this reader may know."""
    if secretariat_of(reader) is not None:
        return found
    mine = [held.body_id for held in memberships(reader)]
    return found.filter(Q(body__listed=True) | Q(body__in=mine))


def services_of(body: Body) -> QuerySet[Service]:
    """Those of one institution that still exist, what is to be confirmed first."""
    return services().filter(body=body).exclude(status="defunct").order_by("confirmed_on", "pk")


def to_confirm(body: Body) -> QuerySet[Service]:
    """Those of an institution whose last confirmation runs out within two weeks, or has."""
    soon = clock.today() - FRESH_FOR + datetime.timedelta(days=14)
    due = Q(confirmed_on=None) | Q(confirmed_on__lte=soon)
    return services().filter(due, body=body, status="active").order_by("confirmed_on", "pk")
