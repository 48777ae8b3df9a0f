"""What the page frame needs on every page."""

from django.conf import settings
from django.http import HttpRequest

from consuno.core import notices, registry
from consuno.core.addresses import address
from consuno.core.models import User


def frame(request: HttpRequest) -> dict[str, object]:
    """The menu of this person, what they act as, and whether this is the demo world."""
    user = getattr(request, "user", None)
    menu = []
    for room in registry.rooms(user):
        current = request.path.startswith(room.prefix)
        menu.append({"url": address(room.url_name), "label": room.label, "current": current})
    return {
        "demo": settings.DEMO,
        "onion": settings.ONION,
        "rooms": menu,
        "acting": registry.acting(user),
        "unread": notices.unread(user) if isinstance(user, User) else 0,
        "suspended": registry.suspended(user),
        "mail_configured": settings.MAIL_CONFIGURED,
    }
