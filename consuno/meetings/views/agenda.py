"""The agenda of a meeting."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from consuno.core.acting import attempt
from consuno.core.interrupted_forms import resumable
from consuno.core.middleware import person
from consuno.core.policy import allowed
from consuno.meetings import actions, policies
from consuno.meetings.models import AgendaItem, Sitting
from consuno.meetings.queries.agenda import words_of
from consuno.meetings.queries.topics import elevations_of
from consuno.meetings.views.sittings import found_for


def agenda(request: HttpRequest, slug: str) -> HttpResponse:
    """Its items in their order; for the Secretariats, with what changes them."""
    return _page(request, _found(request, slug))


def _found(request: HttpRequest, slug: str) -> Sitting:
    found = found_for(request, slug)
    policies.may_read_agenda(request.user, found)
    return found


def _page(request: HttpRequest, found: Sitting, **extra: Any) -> HttpResponse:
    items = list(found.items.select_related("elevation__item__sitting"))
    taken = elevations_of(items)
    sections = {value: str(label) for value, label in AgendaItem.Section.choices}
    rows: list[dict[str, Any]] = [
        {
            "item": item, "words": words, "path": path, "taken": taken.get(item.pk),
            # Asked here: a template takes long to find that there is none.
            "elevation": getattr(item, "elevation", None), "section": sections[item.section],
        }
        for item, (words, path) in words_of(items).items()
    ]  # fmt: skip
    context = {
        "sitting": found,
        "rows": [row for row in rows if not row["item"].dropped],
        "dropped": [row for row in rows if row["item"].dropped],
        "sets": allowed(policies.may_set_agenda, request.user, found),
        "upper": policies.UP.get(found.series, ""),
        "computes": allowed(policies.must_not_circulate, found),
        **extra,
    }
    return render(request, "meetings/agenda.html", context)


@require_POST
def compute(request: HttpRequest, slug: str) -> HttpResponse:
    """Bring what the states ask for."""
    found = _found(request, slug)
    came, went, left = actions.compute_agenda(sitting=found, by=person(request))
    words = ngettext("%(n)s punto nuevo", "%(n)s puntos nuevos", came) % {"n": came}
    if went:
        words += "; " + ngettext(
            "%(n)s ya no hace falta", "%(n)s ya no hacen falta", went
        ) % {"n": went}  # fmt: skip
    messages.success(request, words + ".")
    if left:
        more = ngettext(
            "%(n)s más no cabe en una reunión: está en el expediente.",
            "%(n)s más no caben en una reunión: están en el expediente.",
            left,
        )
        messages.warning(request, more % {"n": left})
    return redirect("meetings:agenda", slug=slug)


@resumable
@require_POST
def add(request: HttpRequest, slug: str) -> HttpResponse:
    """Add an item by hand."""
    by = person(request)
    found = _found(request, slug)
    title = request.POST.get("title", "")
    policies.may_set_agenda(by, found)
    done = attempt(actions.add_item, sitting=found, title=title, by=by)
    if not done:
        return _page(request, found, problem=done.refusal, title=title)
    return redirect("meetings:agenda", slug=slug)


@require_POST
def change(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Move an item, take it off, put it back, or let it return."""
    by = person(request)
    found = _found(request, slug)
    policies.may_set_agenda(by, found)
    item = get_object_or_404(AgendaItem.objects.select_related("sitting"), sitting=found, pk=pk)
    act = request.POST.get("act")
    if act in {"up", "down"}:
        actions.move_item(item=item, up=act == "up", by=by)
    elif act in {"drop", "restore"}:
        actions.drop_item(item=item, dropped=act == "drop", by=by)
    elif act == "elevate":
        actions.elevate_item(item=item, by=by)
        messages.success(request, _("Elevado: lo tomará la próxima reunión de esa instancia."))
    elif act in {"returns", "ends"}:
        actions.let_return(item=item, returns=act == "returns", by=by)
    return redirect(f"{reverse('meetings:agenda', args=[slug])}#p{item.pk}")
