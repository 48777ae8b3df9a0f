"""Writes of services."""

from consuno.services.actions.confirming import (
    ask_to_confirm,
    confirm_by_link,
    confirm_services,
)
from consuno.services.actions.services import count_places, save_service, set_status

__all__ = [
    "ask_to_confirm",
    "confirm_by_link",
    "confirm_services",
    "count_places",
    "save_service",
    "set_status",
]
