"""Pages of the shell."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from consuno.site import trace


def home(request: HttpRequest) -> HttpResponse:
    """Say what Consuno is and where to go."""
    return render(request, "site/home.html")


def acta(request: HttpRequest) -> HttpResponse:
    """The minutes of 2013, row by row: what was said, what works here, and where."""
    return render(request, "site/acta.html", {"parts": trace.parts(), "counts": trace.counts()})
