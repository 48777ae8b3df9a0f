"""The room's registration with Django."""

from django.apps import AppConfig


class CoreConfig(AppConfig):
    """The room `core`."""

    name = "consuno.core"
    label = "core"
