"""Draw the map of rooms of docs/explanation/rooms.md from the code itself: `make rooms`."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import grimp

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "docs" / "explanation" / "rooms.md"
HEAD = """# The rooms

Drawn by `make rooms` from the code: the order that import-linter holds, the first sentence of each room's own
README, and who imports whom. A room imports only rooms below it; a test holds this page to the code.
"""


def order() -> list[str]:
    """The rooms from the lowest to the highest, as the contract says."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    contracts = settings["tool"]["importlinter"]["contracts"]
    layers = next(each["layers"] for each in contracts if each["name"] == "Rooms, low to high")
    return [room for layer in reversed(layers) for room in sorted(layer.split(" | "))]


def sentence(room: str) -> str:
    """The first sentence of a room's README."""
    text = (ROOT / "consuno" / room / "README.md").read_text("utf-8")
    first = text.split("\n", 1)[1].strip().split("\n\n")[0]
    return re.split(r"(?<=[.])\s", " ".join(first.split()))[0]


def needs() -> dict[str, set[str]]:
    """Which rooms each room imports, directly."""
    graph = grimp.build_graph("consuno", exclude_type_checking_imports=True)
    found: dict[str, set[str]] = {room: set() for room in order()}
    for module in graph.modules:
        room = _room(module)
        if room in found:
            below = {_room(each) for each in graph.find_modules_directly_imported_by(module)}
            found[room] |= (below & set(found)) - {room}
    return found


def _room(module: str) -> str:
    return module.split(".")[1] if "." in module else ""


def page() -> str:
    """The whole page: a table from the lowest room up, and the drawing."""
    rooms, below = order(), needs()
    rows = [
        f"| [{room}](../../consuno/{room}/README.md) | {sentence(room)} |"
        f" {', '.join(each for each in rooms if each in below[room]) or '—'} |"
        for room in rooms
    ]
    arrows = [
        f"    {room} --> {each}"
        for room in reversed(rooms)
        for each in rooms
        if each in below[room] and each not in _through(below, room, each)
    ]
    table = ["| room | what it is for | imports |", "|---|---|---|", *rows]
    drawing = ["Arrows that follow from others are left out:", "", "```mermaid", "graph TD"]
    return "\n".join([HEAD, *table, "", *drawing, *arrows, "```", ""])


def _through(below: dict[str, set[str]], room: str, target: str) -> set[str]:
    """What a room reaches by way of others than the target."""
    reached: set[str] = set()
    ahead = [each for each in below[room] if each != target]
    while ahead:
        each = ahead.pop()
        if each not in reached:
            reached.add(each)
            ahead += below[each]
    return reached


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
