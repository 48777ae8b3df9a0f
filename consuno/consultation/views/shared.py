"""What several pages ask for."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from consuno.consultation import policies
from consuno.consultation.models import Clause, Proposal, Version
from consuno.core.acting import Form, submit


def proposal_of(request: HttpRequest, pk: int) -> Proposal:
    """The proposal, for whoever may read it. Raises Denied, Http404."""
    policies.may_enter(request.user)
    found = Proposal.objects.select_related(
        "proposer", "commitment__meeting", "instrument", "split_from", "elevation__topic__country",
        "elevation__origin__sitting",
    )  # fmt: skip
    proposal = get_object_or_404(found, pk=pk)
    policies.may_read_proposal(request.user, proposal)
    return proposal


def version_of(request: HttpRequest, pk: int, number: int) -> Version:
    """One of its versions; a draft is for those who write it."""
    proposal = proposal_of(request, pk)
    found = get_object_or_404(Version, proposal=proposal, number=number)
    found.proposal = proposal
    policies.may_read_version(request.user, found)
    return found


def clause_of(version: Version, uid: int) -> Clause:
    """One of its clauses."""
    found = get_object_or_404(Clause, version=version, uid=uid)
    found.version = version
    return found


def written(
    request: HttpRequest, form: Form, act: Callable[..., Any], context: dict[str, Any], back: Any
) -> HttpResponse:
    """Do what the form asks, or show it again with what to mend; nothing written is lost."""
    done = submit(form, act)
    if done:
        messages.success(request, _("Guardado."))
        return redirect(back(done.result) if callable(back) else back)
    return render(request, "consultation/form.html", {"form": form, **context})
