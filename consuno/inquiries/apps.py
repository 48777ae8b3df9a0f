"""The room's registration with Django."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from consuno.core.registry import Room, announce, announce_links


class InquiriesConfig(AppConfig):
    """The room `inquiries`."""

    name = "consuno.inquiries"
    label = "inquiries"

    def ready(self) -> None:
        """Announce the room to the page frame."""
        from consuno.directory.standing import memberships
        from consuno.inquiries import letters  # noqa: F401 - its letters are known from here on
        from consuno.inquiries.queries.inquiries import links_about

        announce_links(links_about)
        announce(
            Room(
                "inquiries:home", _("Solicitudes"), "/solicitudes/", 18,
                lambda user: bool(memberships(user)),
            )
        )  # fmt: skip
