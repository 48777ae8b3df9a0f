"""Writes of services."""

from consuno.services.actions.bringing import begin_bringing, bring, throw_away
from consuno.services.actions.channels import (
    end_channel,
    load_channels,
    try_channel,
    validate_channel,
    write_channel,
)
from consuno.services.actions.confirming import (
    ask_to_confirm,
    confirm_by_link,
    confirm_services,
)
from consuno.services.actions.pcodes import bring_pcodes
from consuno.services.actions.programmes import end_programme, save_programme
from consuno.services.actions.services import count_places, save_service, set_status

__all__ = [
    "ask_to_confirm",
    "begin_bringing",
    "bring",
    "bring_pcodes",
    "confirm_by_link",
    "confirm_services",
    "count_places",
    "end_channel",
    "end_programme",
    "load_channels",
    "save_programme",
    "save_service",
    "set_status",
    "throw_away",
    "try_channel",
    "validate_channel",
    "write_channel",
]
