"""The room's registration with Django."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from consuno.core.registry import Room, announce, announce_at_foot


class CasesConfig(AppConfig):
    """The room `cases`."""

    name = "consuno.cases"
    label = "cases"

    def ready(self) -> None:
        """Announce the desk to the page frame, for those who work with people."""
        from consuno.cases import policies
        from consuno.core.policy import allowed

        announce_at_foot("cases:complain", _("Contar un abuso"), 10)
        announce(
            Room(
                "cases:desk", _("Denuncias"), "/atencion/", 5,
                lambda user: allowed(policies.may_see_desk, user),
            )
        )  # fmt: skip
