"""The room's registration with Django."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from consuno.core.registry import Room, announce


class MeetingsConfig(AppConfig):
    """The room `meetings`."""

    name = "consuno.meetings"
    label = "meetings"

    def ready(self) -> None:
        """Announce the room to the page frame and to search."""
        from consuno.core import published, search
        from consuno.directory.models import Body
        from consuno.meetings import published as known
        from consuno.meetings import search as documents
        from consuno.meetings.models import Effort, Sitting

        of = {Sitting: documents.of_sitting}
        search.register(search.Kind("reunion", _("Reuniones"), documents.every_sitting, of))
        search.register(
            search.Kind(
                "esfuerzo", _("Esfuerzos"), documents.every_effort,
                {Effort: documents.of_effort}, follows={Body: documents.efforts_of},
            )
        )  # fmt: skip
        published.announce(known.minutes)
        published.announce(known.dossier)
        announce(Room("meetings:home", _("Reuniones"), "/reuniones/", 17))
