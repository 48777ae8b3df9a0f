"""Services of the demo world: all invented, and they say so."""

from __future__ import annotations

import datetime
from typing import Any

from django.conf import settings
from django.db import transaction

from consuno.core import clock
from consuno.core.bilingual import Bilingual
from consuno.directory.models import Body
from consuno.domain import rows
from consuno.services.actions.services import write
from consuno.services.models import Service
from consuno.services.policies import LISTS
from consuno.site.demo import NotDemoError


@transaction.atomic
def load_services() -> None:
    """Make the invented services. Once only. Raises NotDemoError."""
    if not settings.DEMO:
        raise NotDemoError
    if Service.objects.exists():
        return
    bodies = {body.code: body for body in Body.objects.select_related("country")}
    for row in rows("demo/services.csv"):
        made = write(
            body=bodies[row["body"]], fields=_fields(row, bodies), traits=_traits(row), service=None
        )
        made.confirmed_on = clock.today() - datetime.timedelta(days=int(row["confirmed_ago"]))
        made.save(update_fields=["confirmed_on"])


def _number(text: str) -> int | None:
    return int(text) if text else None


def _fields(row: dict[str, str], bodies: dict[str, Body]) -> dict[str, Any]:
    both = {
        name: Bilingual(row[f"{column}es"], row[f"{column}en"])
        for name, column in (
            ("name", ""), ("description", "about_"), ("documents", "documents_"), ("how", "how_"),
        )
    }  # fmt: skip
    plain = ("sex", "asks_status", "cost", "phone", "hours", "area", "city", "address")
    return {
        **both, **{name: row[name] for name in plain}, "country": bodies[row["body"]].country,
        "safe": row["safe"] == "1", "minimum_age": _number(row["age_from"]),
        "maximum_age": _number(row["age_to"]), "places": _number(row["places"]),
        "free_places": _number(row["free"]), "source": "inventado para la demostración",
    }  # fmt: skip


def _traits(row: dict[str, str]) -> dict[str, list[str]]:
    return {name: row[name].split() for name in LISTS}
