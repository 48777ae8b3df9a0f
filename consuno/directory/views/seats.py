"""Seats of civil society on the page of a country; and the decision route."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from consuno.core.acting import posted_day, press, submit
from consuno.core.interrupted_forms import resumable
from consuno.core.middleware import person
from consuno.core.models import User
from consuno.core.policy import allowed
from consuno.directory import actions, policies, queries
from consuno.directory.drawing import draw
from consuno.directory.forms import SeatForm, SeatTextForm
from consuno.directory.models import Body, Country, Seat
from consuno.directory.models.body import NETWORK
from consuno.directory.routes import steps


def route(request: HttpRequest) -> HttpResponse:
    """How a decision is made, organ by organ."""
    bodies = {body.code: body for body in Body.objects.all()}
    sides = [
        (bodies[top], queries.organs_of(bodies[top]),
         [(bodies[step.organ], step, bodies.get(step.to)) for step in steps()
          if step.organ in bodies and bodies[step.organ].civil_society == civil])
        for top, civil in (("CRM", False), (NETWORK, True)) if top in bodies
    ]  # fmt: skip
    context = {"sides": sides, "drawing": draw(steps(), bodies)}
    return render(request, "directory/route.html", context)


@resumable
def write(request: HttpRequest, code: str) -> HttpResponse:
    """Write a seat of a country's national body, or that there is none."""
    by = person(request)
    country = get_object_or_404(Country, code=code)
    bodies = queries.bodies_of(country)
    policies.may_write_some_seat(by, bodies)
    own = None if allowed(policies.may_keep_seats, by, bodies) else _own(by, bodies)
    form = SeatForm(country, request.POST if request.method == "POST" else None, only=own)
    done = submit(form, actions.write_seat, by=by)
    if done:
        messages.success(request, _("Anotado. Falta que su país lo valide."))
        return redirect("directory:country", code=code)
    return render(request, "directory/seat.html", {"country": country, "form": form})


def _own(by: User, bodies: list[Body]) -> list[int]:
    """The organisations of these for which a person speaks."""
    return [body.pk for body in bodies if body.civil_society and policies.sits(by, body)]


@resumable
def correct(request: HttpRequest, pk: int) -> HttpResponse:
    """Write its name and its source anew."""
    by = person(request)
    seats = Seat.objects.select_related("national__country", "holder")
    seat = get_object_or_404(seats, pk=pk, ended_on=None)
    policies.may_write_seat(by, seat.national, seat.holder)
    form = SeatTextForm(seat, request.POST if request.method == "POST" else None)
    done = submit(form, actions.correct_seat, seat=seat, by=by)
    if done:
        messages.success(request, _("Anotado. Falta que su país lo valide."))
        return redirect(seat.path)
    context = {"country": seat.national.country, "form": form, "seat": seat}
    return render(request, "directory/seat.html", context)


@resumable
@require_POST
def change(request: HttpRequest, pk: int) -> HttpResponse:
    """Another has it, nobody has it, it ended, or somebody came."""
    by = person(request)
    seats = Seat.objects.select_related("national__country", "holder")
    seat = get_object_or_404(seats, pk=pk, ended_on=None)
    policies.may_enter_doubts(by)
    press(request, _("Anotado."), _change, request, seat, by)
    return redirect(seat.path)


def _change(request: HttpRequest, seat: Seat, by: User) -> None:
    match request.POST.get("word"):
        case "attend":
            actions.attend(seat=seat, on=posted_day(request, "on"), by=by)
        case "end":
            actions.end_seat(seat=seat, by=by)
        case _other:
            holder = Body.objects.filter(code=request.POST.get("holder", "")).first()
            actions.fill_seat(seat=seat, holder=holder, by=by)
