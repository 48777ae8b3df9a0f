"""What programs that visit by themselves ask for first."""

import datetime

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse

from consuno.core import clock

#: How long what security.txt says holds: renewed with each answer, under the year that RFC 9116 allows.
HOLDS = datetime.timedelta(days=180)


def robots(request: HttpRequest) -> HttpResponse:
    """Pages may be found, so that whoever looks for help finds it; not each choice of each list."""
    return HttpResponse(
        "User-agent: *\nDisallow: /*?\nDisallow: /cuenta/\n", content_type="text/plain"
    )


def security(request: HttpRequest) -> HttpResponse:
    """Where to write of a fault of security (RFC 9116); nothing where nobody said where."""
    if not settings.CONTACT:
        raise Http404
    until = clock.day(clock.now() + HOLDS)
    lines = [
        f"Contact: {settings.CONTACT}", f"Expires: {until}T00:00:00Z", "Preferred-Languages: es, en",
        f"Canonical: {settings.SITE_URL}/.well-known/security.txt",
    ]  # fmt: skip
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")
