"""The frame of the pages names no address of a room: rooms announce where it leads."""

from __future__ import annotations

import re
from pathlib import Path

import consuno
from consuno.core import registry

HOUSE = Path(consuno.__file__).parent
ROOMS = [each.parent.name for each in HOUSE.glob("*/urls.py") if each.parent.name != "core"]
ADDRESS = re.compile(rf"""['"](?:{"|".join(ROOMS)}):\w+['"]""")


def test_core_names_no_address_of_another_room() -> None:
    assert len(ROOMS) >= 10
    named = {
        f"{path.relative_to(HOUSE)}: {found.group()}"
        for kind in ("*.py", "*.html")
        for path in (HOUSE / "core").rglob(kind)
        for found in ADDRESS.finditer(path.read_text("utf-8"))
    }
    assert not named


def test_the_frame_leads_somewhere() -> None:
    for name in ("home", "search", "notices", "account", "vault"):
        assert ":" in registry.place(name)
    assert len(registry.foot()) == 3
