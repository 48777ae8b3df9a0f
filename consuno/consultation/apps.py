"""The room's registration with Django."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from consuno.core.registry import Room, announce


class ConsultationConfig(AppConfig):
    """The room `consultation`."""

    name = "consuno.consultation"
    label = "consultation"

    def ready(self) -> None:
        """Announce the room to the page frame: texts under consultation are for members."""
        from consuno.consultation.queries import elevation
        from consuno.directory.standing import memberships
        from consuno.meetings import subjects

        subjects.register(elevation.KIND, elevation.tell)
        announce(
            Room(
                "consultation:proposals", _("Propuestas"), "/propuestas/", 18,
                lambda user: bool(memberships(user)),
            )
        )  # fmt: skip
