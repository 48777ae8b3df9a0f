"""The room's registration with Django."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from consuno.core.registry import Room, announce


class ServicesConfig(AppConfig):
    """The room `services`."""

    name = "consuno.services"
    label = "services"

    def ready(self) -> None:
        """Announce the room to the page frame, and its facts to the directory."""
        from consuno.directory.facts import Kind, register
        from consuno.services.queries.services import services

        register("servicio", Kind(services, lambda f: f.body, str, lambda f: f.path))
        announce(Room("services:finder", _("Servicios"), "/servicios/", 35))
