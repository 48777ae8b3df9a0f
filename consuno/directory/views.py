"""Pages of the directory."""

from itertools import groupby

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from consuno.directory import queries
from consuno.directory.models import Body


def bodies(request: HttpRequest) -> HttpResponse:
    """Who sits at the table: organs, networks, and each country's institutions."""
    everyone = list(queries.bodies())
    common = [body for body in everyone if body.country is None]
    national = sorted(
        (body for body in everyone if body.country), key=lambda body: (body.country_id, body.order)
    )
    context = {
        "groups": [
            (Body.Kind(kind).label, list(rows))
            for kind, rows in groupby(sorted(common, key=lambda b: b.kind), lambda b: b.kind)
        ],
        "countries": [
            (country, list(rows)) for country, rows in groupby(national, lambda b: b.country)
        ],
        "unconfirmed": sum(not body.confirmed for body in everyone),
    }
    return render(request, "directory/bodies.html", context)


def body(request: HttpRequest, code: str) -> HttpResponse:
    """One body: its place, its source, what belongs to it."""
    found = get_object_or_404(queries.bodies(), code=code)
    context = {"body": found, "members": list(queries.bodies().filter(parent=found))}
    return render(request, "directory/body.html", context)
