"""The room's registration with Django."""

from django.apps import AppConfig


class CasesConfig(AppConfig):
    """The room `cases`."""

    name = "consuno.cases"
    label = "cases"
