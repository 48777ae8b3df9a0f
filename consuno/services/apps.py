"""The room's registration with Django."""

from typing import Any

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from consuno.core.registry import Room, announce


def channel_keeper(channel: Any) -> Any:
    """Who keeps a channel: the body that attends it, else the government of its country."""
    from consuno.directory.models import Body

    return channel.body or Body.objects.states().get(country=channel.country_id)


class ServicesConfig(AppConfig):
    """The room `services`."""

    name = "consuno.services"
    label = "services"

    def ready(self) -> None:
        """Announce the room to the page frame, and its facts to the directory."""
        from consuno.directory.facts import Kind, register
        from consuno.services.models import Channel
        from consuno.services.queries.services import services

        register("servicio", Kind(services, lambda f: f.body, str, lambda f: f.path))
        channels = Channel.objects.filter(ended_on=None).select_related("country", "body")
        register("canal", Kind(channels.all, channel_keeper, str, lambda f: f.path))
        from consuno.core import search
        from consuno.directory.models import Body
        from consuno.services import search as documents
        from consuno.services.models import Service

        of = {Service: documents.of_service}
        search.register(
            search.Kind(
                "servicio", _("Servicios"), documents.every_service, of,
                follows={Body: documents.with_body},
            )
        )  # fmt: skip
        channels_of = {Channel: documents.of_channel}
        search.register(
            search.Kind("canal", _("Dónde quejarse"), documents.every_channel, channels_of)
        )
        announce(Room("services:finder", _("Servicios"), "/servicios/", 35))
