"""The room's registration with Django."""

from typing import Any

from django.apps import AppConfig
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from consuno.core.registry import (
    Room,
    announce,
    announce_places,
    announce_posts,
    set_standing,
)


def contact_words(contact: Any) -> str:
    """How a doubt names a contact."""
    return gettext("contacto de %(body)s") % {"body": contact.body}


class DirectoryConfig(AppConfig):
    """The room `directory`."""

    name = "consuno.directory"
    label = "directory"

    def ready(self) -> None:
        """Announce the room to the page frame."""
        from consuno.directory.facts import Kind, register
        from consuno.directory.models import Contact, Seat
        from consuno.directory.queries.jurisdictions import jurisdictions
        from consuno.directory.standing import held_post, memberships, session_limits, suspended

        register("competencia", Kind(jurisdictions, lambda f: f.body, str, lambda f: f.path))
        register(
            "contacto",
            Kind(
                lambda: Contact.objects.select_related("body__country", "body__parent"),
                lambda fact: fact.body, contact_words, lambda fact: fact.path,
            ),
        )  # fmt: skip
        seats = Seat.objects.select_related("national__country", "national__parent")
        register(
            "asiento", Kind(seats.all, lambda fact: fact.national, str, lambda fact: fact.path)
        )
        from consuno.core import search
        from consuno.directory import search as documents
        from consuno.directory.models import Body

        of = {Body: documents.of}
        search.register(search.Kind("institucion", _("Instituciones"), documents.every, of))
        announce(Room("directory:bodies", _("Directorio"), "/directorio/", 30))
        announce_posts(held_post)
        announce_places(vault="directory:vault")
        set_standing(
            acting=lambda user: next(iter(memberships(user)), None),
            suspended=suspended,
            session_limits=session_limits,
        )
