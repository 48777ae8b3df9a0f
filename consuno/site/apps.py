"""The room's registration with Django."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from consuno.core.registry import Room, announce, announce_at_foot, announce_places


class SiteConfig(AppConfig):
    """The room `site`."""

    name = "consuno.site"
    label = "site"

    def ready(self) -> None:
        """Announce the room to the page frame."""
        from consuno.directory.standing import memberships

        announce_places(
            home="site:home", search="site:search", notices="site:notices", account="site:account"
        )
        announce_at_foot("site:acta", _("Acta de 2013"), 20)
        announce_at_foot("site:verify", _("Comprobar un documento"), 30)
        # Those who act for a body have their rooms in the menu; the footer leads everybody there.
        announce(
            Room("site:acta", _("Acta de 2013"), "/acta/", 40, lambda user: not memberships(user))
        )
