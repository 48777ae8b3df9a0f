"""The minutes of 2013, row by row."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from consuno.site import trace


def acta(request: HttpRequest) -> HttpResponse:
    """What was said, what works here, and where."""
    return render(request, "site/acta.html", {"parts": trace.parts(), "counts": trace.counts()})


def components(request: HttpRequest) -> HttpResponse:
    """Every component once, to be looked at in both themes and languages."""
    return render(request, "site/components.html")
