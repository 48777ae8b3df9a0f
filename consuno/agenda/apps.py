"""The room's registration with Django."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from consuno.core.registry import Room, announce, announce_work


class AgendaConfig(AppConfig):
    """The room `agenda`."""

    name = "consuno.agenda"
    label = "agenda"

    def ready(self) -> None:
        """Announce the room to the page frame."""
        from consuno.agenda import search as documents
        from consuno.agenda.actions import pass_on
        from consuno.agenda.models import Commitment
        from consuno.agenda.queries.review import in_hand
        from consuno.core import search
        from consuno.directory.standing import secretariat_of

        announce(
            Room(
                "agenda:papers", _("Actas"), "/actas/", 20, lambda user: bool(secretariat_of(user))
            )
        )
        announce(Room("agenda:board", _("Agenda"), "/agenda/", 10))
        of = {Commitment: documents.of}
        search.register(search.Kind("compromiso", _("Agenda"), documents.every, of))
        announce_work(in_hand, pass_on)
