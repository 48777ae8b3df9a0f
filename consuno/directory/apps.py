"""The room's registration with Django."""

from django.apps import AppConfig


class DirectoryConfig(AppConfig):
    """The room `directory`."""

    name = "consuno.directory"
    label = "directory"
