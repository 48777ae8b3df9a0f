"""The room's registration with Django."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from consuno.core.registry import Room, announce


class KnowledgeConfig(AppConfig):
    """The room `knowledge`."""

    name = "consuno.knowledge"
    label = "knowledge"

    def ready(self) -> None:
        """Announce the room to the page frame."""
        announce(Room("knowledge:home", _("Biblioteca"), "/biblioteca/", 38))
