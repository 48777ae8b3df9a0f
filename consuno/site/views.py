"""Pages of the shell."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def home(request: HttpRequest) -> HttpResponse:
    """Say what Consuno is and where to go."""
    return render(request, "site/home.html")
