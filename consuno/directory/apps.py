"""The room's registration with Django."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from consuno.core.registry import Room, announce, set_standing


class DirectoryConfig(AppConfig):
    """The room `directory`."""

    name = "consuno.directory"
    label = "directory"

    def ready(self) -> None:
        """Announce the room to the page frame."""
        from consuno.directory.facts import Kind, register
        from consuno.directory.queries.jurisdictions import jurisdictions
        from consuno.directory.standing import memberships, session_limits, suspended

        register("competencia", Kind(jurisdictions, lambda f: f.body, str, lambda f: f.path))
        announce(Room("directory:bodies", _("Directorio"), "/directorio/", 30))
        set_standing(
            acting=lambda user: next(iter(memberships(user)), None),
            suspended=suspended,
            session_limits=session_limits,
        )
