"""Where each country stands, what is missing for consensus, and giving one's own position."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from consuno.consultation import actions, policies
from consuno.consultation.forms import PositionForm
from consuno.consultation.models import Adoption, Position, Version
from consuno.consultation.queries import positions as queries
from consuno.consultation.queries.absence import reminded
from consuno.consultation.queries.record import published_of
from consuno.consultation.views.shared import proposal_of, written
from consuno.core.acting import press
from consuno.core.interrupted_forms import resumable
from consuno.core.middleware import person
from consuno.core.policy import allowed
from consuno.directory.models import Body
from consuno.directory.standing import secretariat_of


def version_sought(request: HttpRequest, pk: int) -> Version:
    """The version on which consensus is sought. Raises Http404: none circulated, or none is sought."""
    found = queries.last_circulated(proposal_of(request, pk))
    if found is None:
        raise Http404
    return found


def _mine(request: HttpRequest) -> list[Body]:
    return [each for each in Body.objects.heard() if policies.speaks_for(request.user, each)]


def _noted(request: HttpRequest, version: Version) -> list[Body]:
    """Whose notes this person may write down."""
    secretariat = secretariat_of(request.user)
    side = secretariat is not None and secretariat.civil_society
    bodies = list(Body.objects.heard().filter(civil_society=side))
    # The rule asks for the side alone: one answer is everybody's.
    about = (request.user, version.proposal)
    return bodies if allowed(policies.may_note_for, *about, bodies[0]) else []


def positions(request: HttpRequest, pk: int) -> HttpResponse:
    """The sentence, each country, the statements of the network, and all that was said."""
    version = version_sought(request, pk)
    user: Any = request.user
    found = queries.agreement(version)
    rows = found.rows
    opened = allowed(policies.must_be_open_to_positions, version)
    said, told = queries.history(version), reminded(version)
    noted = _noted(request, version) if opened else []
    context = {
        "version": version, "proposal": version.proposal, "rows": rows, "said": said,
        "adopted": Adoption.objects.filter(version=version).first(),
        "sentence": found.sentence, "reached": found.reached, "rule": found.rule,
        "spoken": found.reached_without_absent, "reminded": told,
        "reminds": {
            row.body.pk for row in rows
            if row.silent and row.body in noted and row.body.pk not in told
        },
        "speaks": opened and bool(_mine(request)),
        "records": bool(noted),
        "confirms": {
            row.waits.pk for row in rows
            if row.waits and allowed(policies.may_confirm_position, user, row.waits)
        },
        "network": [each for each in said if each.kind == Position.Kind.NETWORK],
    }  # fmt: skip
    return render(request, "consultation/positions.html", context)


@resumable
def take(request: HttpRequest, pk: int) -> HttpResponse:
    """Say where one's country stands; the Secretariat, what a note says."""
    by = person(request)
    version = version_sought(request, pk)
    bodies, letter = _mine(request), False
    if not bodies or "carta" in request.GET:
        bodies, letter = _noted(request, version), True
    if not bodies:
        policies.may_take_position(by, version, None)
    form = PositionForm(version, bodies, request.POST or None, by_letter=letter)
    return written(
        request, form, partial(actions.take_position, version=version, by=by),
        {"title": _("Dar la postura"), "version": version,
         "lead": _("Lo dicho antes queda en la historia; cuenta lo último. Cuando el texto se adopte, cualquiera "
                   "leerá: %s.")
         % published_of(version.proposal).label.lower()},
        reverse("consultation:positions", args=[pk]),
    )  # fmt: skip


@require_POST
def confirm(request: HttpRequest, pk: int, position: int) -> HttpResponse:
    """The validator makes a position count."""
    version = version_sought(request, pk)
    found = get_object_or_404(
        Position.objects.select_related("version", "body"), pk=position,
        version__proposal=version.proposal,
    )  # fmt: skip
    found.version.proposal = version.proposal
    by = person(request)
    press(request, _("Confirmada: ya cuenta."), actions.confirm_position, position=found, by=by)
    return redirect("consultation:positions", pk=pk)
