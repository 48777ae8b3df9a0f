"""What the library holds."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from consuno.core.policy import allowed
from consuno.knowledge import entries, policies
from consuno.knowledge.assessments import kinds


def home(request: HttpRequest) -> HttpResponse:
    """Where to go on from."""
    reads = allowed(policies.may_enter, request.user)
    context = {"kinds": kinds().values() if reads else (), "entries": entries.kinds().values()}
    return render(request, "knowledge/home.html", context)
