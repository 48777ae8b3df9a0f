"""The room's registration with Django."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from consuno.core.registry import Room, announce


class SiteConfig(AppConfig):
    """The room `site`."""

    name = "consuno.site"
    label = "site"

    def ready(self) -> None:
        """Announce the room to the page frame."""
        from consuno.directory.standing import memberships

        # Those who act for a body have their rooms in the menu; the footer leads everybody there.
        announce(
            Room("site:acta", _("Acta de 2013"), "/acta/", 40, lambda user: not memberships(user))
        )
