"""The room's registration with Django."""

from django.apps import AppConfig


class AgendaConfig(AppConfig):
    """The room `agenda`."""

    name = "consuno.agenda"
    label = "agenda"
