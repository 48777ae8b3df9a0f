"""The list of proposals, one, and its beginning."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from consuno.consultation import actions, policies
from consuno.consultation.forms import ProposalForm
from consuno.consultation.models import Adoption, Proposal, Version
from consuno.consultation.phase import Phase, phase_of
from consuno.consultation.queries import desk, elevation, positions, rounds, texts
from consuno.consultation.queries.readings import since
from consuno.consultation.views.shared import proposal_of, version_of, written
from consuno.consultation.workflow import PROPOSAL
from consuno.core.interrupted_forms import resumable
from consuno.core.middleware import person
from consuno.core.policy import allowed
from consuno.directory.models import Body
from consuno.directory.models.body import NETWORK
from consuno.directory.policies.facts import KEEPING
from consuno.directory.standing import memberships, secretariat_of


def proposals(request: HttpRequest) -> HttpResponse:
    """All of them, the newest first."""
    policies.may_enter(request.user)
    words = request.GET.get("q", "")[:100]
    page = Paginator(texts.proposals(request.user, words), 25).get_page(request.GET.get("pagina"))
    context = {
        "tasks": desk.tasks(request.user), "page": page, "words": words,
        "office": allowed(policies.may_see_office, request.user),
        "proposes": allowed(policies.may_propose_something, request.user),
    }  # fmt: skip
    return render(request, "consultation/proposals.html", context)


def _bodies(request: HttpRequest) -> list[Body]:
    """For whom this person may propose: the Secretariats also for the network and the States."""
    own = {held.body_id: held.body for held in memberships(request.user) if held.role in KEEPING}
    if mine := secretariat_of(request.user):
        own |= {each.pk: each for each in Body.objects.filter(code=NETWORK)} | {mine.pk: mine}
    return list(own.values())


@resumable
def propose(request: HttpRequest) -> HttpResponse:
    """Begin a proposal, from a commitment or an instrument if it comes from one."""
    by = person(request)
    policies.may_propose_something(by)
    initial = {name: request.GET.get(name, "") for name in ("commitment", "instrument")}
    elevated = elevation.open_elevations() if secretariat_of(by) else {}
    form = ProposalForm(_bodies(request), elevated, request.POST or None, initial)
    return written(
        request, form, partial(actions.propose, by=by),
        {"title": _("Proponer un texto"), "lead": _("Después se escribe o se trae de un archivo.")},
        lambda made: made,
    )  # fmt: skip


def proposal(request: HttpRequest, pk: int) -> HttpResponse:
    """One: where it comes from, its versions, and what may be done."""
    found = proposal_of(request, pk)
    user = request.user
    drafts = allowed(policies.may_draft, user, found)
    listed = [each for each in texts.versions(found) if each.frozen_at or drafts]
    last = positions.last_circulated(found)
    adopted = (
        Adoption.objects.filter(version__proposal=found)
        .select_related("version", "edition__instrument")
        .first()
    )
    names = {each.code: each for each in Body.objects.filter(
        code__in=[said["body"] for said in adopted.annex] if adopted else []
    )}  # fmt: skip
    agreement = positions.agreement(last) if last else None
    annex = adopted.annex if adopted else []
    context = {
        "annex": [(names[said["body"]], said["text"]) for said in annex if said["text"]],
        "silent": [names[said["body"]] for said in annex if said["kind"] == "silent"],
        "absent": [names[said["body"]] for said in annex if said["kind"] == "absent"],
        "phase": Phase(phase_of(found)), "may": _open_acts(user, found, agreement),
        "deadlocks": policies.deadlocks(found) if last and not adopted else [],
        "parts": [each for each in found.parts.all() if allowed(policies.may_read_proposal, user, each)],
        "overlapping": texts.overlapping(found, user),
        "since": since(user, last) if last else None,
        "origin": elevation.origin_of(found, user),
        "ways": elevation.ways(found),
        "last": last, "adopted": adopted,
        "sentence": agreement.sentence if agreement else "",
        "known": _known(found, listed),
        "rounds": rounds.rounds_of(found),
        "proposal": found, "versions": listed, "proposer_shown": found.proposer.shown,
    }  # fmt: skip
    return render(request, "consultation/proposal.html", context)


def _open_acts(user: Any, found: Proposal, agreement: positions.Agreement | None) -> frozenset[str]:
    """What the table of phases opens to this reader; an agreed text also goes up."""
    may = PROPOSAL.open_to(user, found)
    agreed = agreement is not None and agreement.agreed
    if agreed and allowed(policies.may_send_up, user, found, agreed=True):
        may |= {"elevate_proposal"}
    return may


def _known(found: Proposal, listed: Sequence[Version]) -> str:
    """Of a text that circulates to be acknowledged only, who has it."""
    if found.purpose != Proposal.Purpose.ACKNOWLEDGEMENT:
        return ""
    fixed = next((each for each in listed if each.frozen_at), None)
    return rounds.acknowledgement(fixed) if fixed else ""


@require_POST
def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    """Take it back."""
    found = proposal_of(request, pk)
    actions.withdraw_proposal(proposal=found, by=person(request))
    messages.success(request, _("Retirada. Lo que se dijo de ella queda."))
    return redirect(found)


@require_POST
def freeze(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """Fix the text of a version."""
    found = version_of(request, pk, number)
    actions.freeze(version=found, by=person(request))
    messages.success(request, _("Fijada: ya no cambia."))
    return redirect(found)


@require_POST
def begin(request: HttpRequest, pk: int) -> HttpResponse:
    """Begin the next version."""
    made = actions.begin_version(proposal=proposal_of(request, pk), by=person(request))
    return redirect(made)
