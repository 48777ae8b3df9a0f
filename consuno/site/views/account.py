"""The page of one's own account."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from consuno.core.middleware import person
from consuno.core.second_factor import has_second_factor
from consuno.directory.roles import duty
from consuno.directory.standing import memberships


def account(request: HttpRequest) -> HttpResponse:
    """Who one is here, what one acts as, and how one signs in."""
    user = person(request)
    context = {
        "acts": [(held, duty(held.role)) for held in memberships(user)],
        "second_factor": has_second_factor(user),
    }
    return render(request, "site/account.html", context)
