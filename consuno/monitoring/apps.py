"""The room's registration with Django."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from consuno.core.registry import Room, announce, announce_links


class MonitoringConfig(AppConfig):
    """The room `monitoring`."""

    name = "consuno.monitoring"
    label = "monitoring"

    def ready(self) -> None:
        """Announce the room to the page frame and to search."""
        from consuno.core import published, search
        from consuno.directory.standing import memberships
        from consuno.monitoring import letters  # noqa: F401 - its letters are known from here on
        from consuno.monitoring import search as documents
        from consuno.monitoring.models import Scorecard
        from consuno.monitoring.published import find
        from consuno.monitoring.queries.tasks import links_about

        search.register(
            search.Kind(
                "boletin", _("Boletines"), documents.every_scorecard,
                {Scorecard: documents.of_scorecard}, key=documents.key,
            )
        )  # fmt: skip
        announce(
            Room(
                "monitoring:home", _("Seguimiento"), "/seguimiento/", 15,
                lambda user: bool(memberships(user)),
            )
        )  # fmt: skip
        published.announce(find)
        announce_links(links_about)
