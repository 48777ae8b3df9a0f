"""The numbers of Word's lists, counted as Word shows them.

Pandoc knows where a list starts and how its numbers look at one level, not that a level shows those above
it ("2.b", "1.1.3"), nor that a list goes on after a picture under another id. Agreements are cited by these
numbers, so they are counted here (ECMA-376 part 1, 17.9) and written into the paragraphs.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
BULLET = "•"
DEEPEST = 8
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
    (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_LARGEST = 5_000
#: A list and the level in it.
Place = tuple[str, int]


def written(kind: str, number: int) -> str:
    """A number as a list of that kind writes it: "3", "c", "IV", "zz"; "2.º" for ordinals."""
    if kind.endswith("Letter"):
        text = _LETTERS[(number - 1) % 26] * min((number - 1) // 26 + 1, 9)
    elif kind.endswith("Roman") and 0 < number < _LARGEST:
        text = ""
        for value, mark in _ROMAN:
            while number >= value:
                text, number = text + mark, number - value
    elif kind == "decimalZero":
        return f"{number:02}"
    else:
        return f"{number}.º" if kind == "ordinal" else str(number)
    return text.upper() if kind.startswith("upper") else text


def value(node: Any | None, default: str = "") -> str:
    """The `w:val` of an element that may not be there."""
    return default if node is None else node.get(f"{W}val", default)


def place_of(properties: Any | None) -> tuple[str | None, int | None]:
    """The list and level that paragraph properties name; each None where they do not."""
    number = None if properties is None else properties.find(f"{W}numPr")
    if number is None:
        return None, None
    level = value(number.find(f"{W}ilvl"))
    listed = number.find(f"{W}numId")
    return (None if listed is None else value(listed)), _whole(level, None)


def _whole(text: str, default: int | None) -> int | None:
    return int(text) if re.fullmatch(r"\d{1,6}", text) else default


@dataclass(slots=True)
class _Level:
    kind: str
    shape: str
    start: int


@dataclass(slots=True)
class _List:
    """A list as numbered paragraphs name it: whose count it shares, and where it begins anew."""

    counts_as: str
    levels: dict[int, _Level]
    anew: dict[int, int] = field(default_factory=dict)


class Numbers:
    """Counts the items of all lists of a file, in the order of its paragraphs."""

    def __init__(self, numbering: Any | None, styles: Any | None) -> None:
        self._styles = _Styles(styles)
        self._lists: dict[str, _List] = {}
        self._counts: dict[Place, int] = {}
        if numbering is not None:
            self._load(numbering)

    def _load(self, root: Any) -> None:
        kinds = {
            each.get(f"{W}abstractNumId"): each for each in root.iterchildren(f"{W}abstractNum")
        }
        by_style = {value(each.find(f"{W}styleLink")): each for each in kinds.values()}
        for num in root.iterchildren(f"{W}num"):
            kind = kinds.get(value(num.find(f"{W}abstractNumId")))
            if kind is None:
                continue
            link = value(kind.find(f"{W}numStyleLink"))
            kind = by_style.get(link, kind) if link else kind
            levels = dict(_level(each) for each in kind.iterchildren(f"{W}lvl"))
            made = _List(kind.get(f"{W}abstractNumId"), levels)
            for change in num.iterchildren(f"{W}lvlOverride"):
                _override(made, change)
            self._lists[num.get(f"{W}numId")] = made

    def label(self, properties: Any | None) -> str:
        """The number that Word shows before the next paragraph, which has these properties; or ""."""
        number, depth = self._place(properties)
        listed = self._lists.get(number or "0")
        if listed is None:
            return BULLET if number not in {None, "0"} else ""
        level = listed.levels.get(depth)
        if level is None or level.kind == "none":
            return ""
        if level.kind == "bullet":
            return BULLET
        self._count(listed, depth)
        return re.sub(r"%([1-9])", lambda at: self._shown(listed, int(at[1]) - 1), level.shape)

    def _place(self, properties: Any | None) -> tuple[str | None, int]:
        """The list and level of a paragraph: its own, else those of its style."""
        number, depth = place_of(properties)
        style = value(None if properties is None else properties.find(f"{W}pStyle"))
        by_style = self._styles.place(style)
        if number is None:
            number, depth = by_style[0], by_style[1] if depth is None else depth
        return number, min(depth or 0, DEEPEST)

    def _count(self, listed: _List, depth: int) -> None:
        """One more at this level; those below it begin again."""
        if depth in listed.anew:
            self._counts[listed.counts_as, depth] = listed.anew.pop(depth)
        else:
            before = self._counts.get((listed.counts_as, depth))
            start = listed.levels[depth].start
            self._counts[listed.counts_as, depth] = start if before is None else before + 1
        for deeper in range(depth + 1, DEEPEST + 1):
            self._counts.pop((listed.counts_as, deeper), None)

    def _shown(self, listed: _List, depth: int) -> str:
        level = listed.levels.get(depth) or _Level("decimal", "", 1)
        return written(level.kind, self._counts.get((listed.counts_as, depth), level.start))


def _level(node: Any) -> tuple[int, _Level]:
    start = _whole(value(node.find(f"{W}start")), 1) or 0
    kind = value(node.find(f"{W}numFmt"), "decimal")
    made = _Level(kind, value(node.find(f"{W}lvlText")), start)
    return int(node.get(f"{W}ilvl", "0")), made


def _override(listed: _List, change: Any) -> None:
    """What one list changes of the kind it is of: a level's look, the number it begins at."""
    at = int(change.get(f"{W}ilvl", "0"))
    level, start = change.find(f"{W}lvl"), change.find(f"{W}startOverride")
    if level is not None:
        listed.levels[at] = _level(level)[1]
    if start is not None:
        listed.anew[at] = _whole(value(start), 1) or 0


class _Styles:
    """Lists that paragraph styles put their paragraphs in, also those they are based on."""

    def __init__(self, root: Any | None) -> None:
        nodes = root.iterchildren(f"{W}style") if root is not None else ()
        self._nodes = {node.get(f"{W}styleId"): node for node in nodes}

    def place(self, style: str) -> tuple[str | None, int | None]:
        """The list and level of a style; its own before those of the style it is based on."""
        number: str | None = None
        depth: int | None = None
        seen: set[str] = set()
        while style in self._nodes and style not in seen and number is None:
            seen.add(style)
            node = self._nodes[style]
            number, level = place_of(node.find(f"{W}pPr"))
            depth = level if depth is None else depth
            style = value(node.find(f"{W}basedOn"))
        return number, depth
