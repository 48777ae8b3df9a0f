"""Pages of the bodies."""

from itertools import groupby

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from consuno.core.middleware import person
from consuno.core.policy import allowed
from consuno.directory import actions, policies, queries
from consuno.directory.models import Body, Contact, Country
from consuno.directory.presidencies import Year, years
from consuno.directory.roles import PRESIDENCY
from consuno.directory.routes import steps_of

#: Kinds of bodies that are common to all, in the order in which the page shows them.
COMMON = (
    Body.Kind.ORGAN, Body.Kind.SECRETARIAT, Body.Kind.NETWORK, Body.Kind.GROUP, Body.Kind.OBSERVER,
)  # fmt: skip


def bodies(request: HttpRequest) -> HttpResponse:
    """Who sits at the table: organs, networks, and each country's institutions."""
    everyone = [body for body in queries.bodies().filter(closed_on=None) if body.shown]
    national = sorted((b for b in everyone if b.country), key=lambda b: (b.country_id, b.order))
    countries = [(country, _by_kind(list(rows))) for country, rows in groupby(national, _country)]
    context = {
        "groups": [
            (kind.label, [b for b in everyone if b.kind == kind and not b.country])
            for kind in COMMON
        ],
        "countries": countries,
        "others": any(cells[-1] for _found, cells in countries),
        "closed": [body for body in queries.closed() if body.shown],
        "adds": allowed(policies.may_add_body, request.user),
        "unconfirmed": sum(not b.confirmed and not b.invented for b in everyone),
    }
    return render(request, "directory/bodies.html", context)


def _country(body: Body) -> Country | None:
    return body.country


def _by_kind(rows: list[Body]) -> list[list[Body]]:
    """Government, migration and foreign ministry of a country, then whatever else it has."""
    known = (Body.Kind.COUNTRY, Body.Kind.MIGRATION, Body.Kind.FOREIGN)
    cells = [[body for body in rows if body.kind == kind] for kind in known]
    return [*cells, [body for body in rows if body.kind not in known]]


def _years(found: Body) -> list[tuple[Year, str]]:
    if found.code != PRESIDENCY:
        return []
    names = {each.code: str(each.name) for each in Country.objects.all()}
    return [(each, names.get(each.holder, each.holder)) for each in years()]


def body(request: HttpRequest, code: str) -> HttpResponse:
    """One body: its place, its source, what belongs to it."""
    found = get_object_or_404(queries.bodies(), code=code)
    if not found.shown:  # as if it did not exist, to whoever is not signed in too
        raise Http404
    reads = allowed(policies.may_read_contact, request.user, found)
    context = {
        "body": found,
        "route": steps_of(found.code),
        "years": _years(found),
        "contact": Contact.objects.filter(body=found).first() if reads else None,
        "keeps": allowed(policies.may_keep_fact, request.user, found),
        "validates": allowed(policies.may_validate, request.user, found),
        "jurisdictions": list(queries.jurisdictions().filter(body=found)),
        "lists": allowed(policies.may_list, request.user, found),
        "members": [body for body in queries.members(found) if body.shown],
        "changes": list(found.changes.all()),
        "mandates": list(found.mandates.select_related("holder")),
        "merged": [body for body in found.merged.all() if body.shown],
        "changes_it": allowed(policies.may_change_body, request.user, found),
        "sees_people": allowed(policies.may_read_people, request.user, found),
    }
    return render(request, "directory/body.html", context)


@require_POST
def show(request: HttpRequest, code: str) -> HttpResponse:
    """Let everybody read an organisation's name, or hide it again."""
    by = person(request)
    found = get_object_or_404(Body, code=code)
    listed = request.POST.get("listed") == "1"
    actions.list_body(body=found, listed=listed, by=by)
    messages.success(
        request, _("Su nombre se muestra a todos.") if listed else _("Su nombre está oculto.")
    )
    return redirect("directory:body", code=code)
