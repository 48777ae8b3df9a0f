"""The room's registration with Django."""

from django.apps import AppConfig


class SiteConfig(AppConfig):
    """The room `site`."""

    name = "consuno.site"
    label = "site"
