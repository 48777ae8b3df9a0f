"""The room's registration with Django."""

from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class CoreConfig(AppConfig):
    """The room `core`."""

    name = "consuno.core"
    label = "core"

    def ready(self) -> None:
        """Know the jobs and letters of every room."""
        from consuno.core import (
            backup,  # noqa: F401 (its job)
            counters,  # noqa: F401 (its job)
            lengths,  # noqa: F401 (its receiver)
            limits,  # noqa: F401 (its key is made before the workers are: gunicorn loads this once, then forks)
        )
        from consuno.core.vault import files, opening, recovery, sections  # noqa: F401 (their jobs)

        autodiscover_modules("jobs", "mail", "letters", "sessions", "audit", "notices")
