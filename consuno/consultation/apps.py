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
        from consuno.consultation import search as documents
        from consuno.consultation.models import Adoption, Proposal, Version
        from consuno.consultation.queries import elevation
        from consuno.core import search
        from consuno.directory.standing import memberships
        from consuno.meetings import subjects

        search.register(
            search.Kind(
                "propuesta", _("Propuestas"), documents.every_proposal,
                {Proposal: documents.of_proposal},
                follows={Version: documents.with_version, Adoption: documents.with_adoption},
            )
        )  # fmt: skip
        subjects.register(elevation.KIND, elevation.tell)
        announce(
            Room(
                "consultation:proposals", _("Propuestas"), "/propuestas/", 18,
                lambda user: bool(memberships(user)),
            )
        )  # fmt: skip
