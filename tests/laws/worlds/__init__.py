"""One record of everything, owned by each kind of body: what the table of addresses asks for.

Each room's world is made by its actions and gives the numbers that its addresses need.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any

from consuno.core.search import paused
from tests.prepared import prepared

ROOMS = (
    "agenda", "consultation", "directory", "inquiries", "knowledge", "meetings", "monitoring",
    "services",
)  # fmt: skip
#: The rows of a world are put back with the numbers they had.
_numbers: dict[str, dict[str, Any]] = {}


def world_of(room: str, cast: dict[str, Any]) -> dict[str, Any]:
    """Have the world of a room in the database; returns the numbers of its records."""
    room = "services" if room == "hsds" else room
    if room not in ROOMS:
        return {}

    def make() -> None:
        _numbers[room] = import_module(f"tests.laws.worlds.{room}").world(cast)

    with paused():
        prepared(f"world of {room}", make)
    return _numbers[room]
