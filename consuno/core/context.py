"""What the page frame needs on every page."""

from django.conf import settings
from django.http import HttpRequest


def frame(request: HttpRequest) -> dict[str, object]:
    """Say whether this is the demo world, so that the page can say so too."""
    return {"demo": settings.DEMO}
