"""Word files (DOCX): paragraphs with their list numbers, tables, footnotes, tracked changes."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from typing import Any

from lxml import etree

from consuno.reader.files.result import Reading

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_ROMAN = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


def parse(xml: bytes) -> Any:
    """Parse XML without entities, network or unbounded trees."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    return etree.fromstring(xml, parser)


def read(content: bytes) -> Reading:
    """Read the text as it stands once all tracked changes are accepted."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        names = set(archive.namelist())
        body = parse(archive.read("word/document.xml")).find(f"{W}body")
        part = "word/numbering.xml"
        numbers = _Numbers(parse(archive.read(part)) if part in names else None)
        styles = _style_lists(archive, names)
        lines = list(_lines(body, numbers, styles))
        lines += _footnotes(archive, names)
    changed = next(body.iter(f"{W}ins", f"{W}del", f"{W}moveFrom"), None) is not None
    return Reading(lines, notes=["tracked"] if changed else [])


def _lines(body: Any, numbers: _Numbers, styles: dict[str, tuple[str, int]]) -> Iterator[str]:
    for block in body.iterchildren():
        if block.tag == f"{W}p":
            yield numbers.label(block, styles) + _text(block)
        elif block.tag == f"{W}tbl":
            for row in block.iterchildren(f"{W}tr"):
                cells = [" ".join(_text(cell).split()) for cell in row.iterchildren(f"{W}tc")]
                yield "| " + " | ".join(cells) + " |"
        elif block.tag in {f"{W}sdt", f"{W}ins"}:
            yield from _lines(block.find(f"{W}sdtContent") or block, numbers, styles)


def _text(node: Any) -> str:
    """Words of a paragraph or cell; deleted ones and the codes of fields are no words."""
    pieces: list[str] = []
    for part in node.iter(f"{W}t", f"{W}tab", f"{W}br", f"{W}p", f"{W}footnoteReference"):
        if any(up.tag in {f"{W}del", f"{W}moveFrom"} for up in part.iterancestors()):
            continue
        if part.tag == f"{W}t":
            pieces.append(part.text or "")
        elif part.tag == f"{W}footnoteReference":
            pieces.append(f"[{part.get(f'{W}id')}]")
        elif pieces:
            pieces.append(" ")
    return "".join(pieces).strip()


def _footnotes(archive: zipfile.ZipFile, names: set[str]) -> list[str]:
    if "word/footnotes.xml" not in names:
        return []
    notes = parse(archive.read("word/footnotes.xml"))
    found = [
        (note.get(f"{W}id"), _text(note))
        for note in notes.iterchildren(f"{W}footnote")
        if note.get(f"{W}type") is None
    ]
    return [f"[{number}] {text}" for number, text in found if text]


def _style_lists(archive: zipfile.ZipFile, names: set[str]) -> dict[str, tuple[str, int]]:
    """List of each paragraph style that has one: style id to (list, level)."""
    if "word/styles.xml" not in names:
        return {}
    found = {}
    for style in parse(archive.read("word/styles.xml")).iterchildren(f"{W}style"):
        listed = _list_of(style)
        if listed:
            found[style.get(f"{W}styleId")] = listed
    return found


def _list_of(node: Any) -> tuple[str, int] | None:
    properties = node.find(f"{W}pPr/{W}numPr")
    if properties is None:
        return None
    number, level = properties.find(f"{W}numId"), properties.find(f"{W}ilvl")
    depth = int(level.get(f"{W}val", "0")) if level is not None else 0
    return (number.get(f"{W}val"), depth) if number is not None else None


class _Numbers:
    """Counts list items as Word does, so that "2.b" is read where Word shows it."""

    def __init__(self, root: Any | None) -> None:
        self.formats: dict[tuple[str, int], tuple[str, str]] = {}
        self.counts: dict[tuple[str, int], int] = {}
        if root is not None:
            self._load(root)

    def _load(self, root: Any) -> None:
        kinds = {a.get(f"{W}abstractNumId"): a for a in root.iterchildren(f"{W}abstractNum")}
        for num in root.iterchildren(f"{W}num"):
            kind = kinds.get(num.find(f"{W}abstractNumId").get(f"{W}val"))
            for level in kind.iterchildren(f"{W}lvl") if kind is not None else ():
                style, text = level.find(f"{W}numFmt"), level.find(f"{W}lvlText")
                self.formats[num.get(f"{W}numId"), int(level.get(f"{W}ilvl"))] = (
                    style.get(f"{W}val") if style is not None else "bullet",
                    text.get(f"{W}val") if text is not None else "",
                )

    def label(self, paragraph: Any, styles: dict[str, tuple[str, int]]) -> str:
        """The mark before a paragraph, or nothing."""
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        listed = _list_of(paragraph) or (
            styles.get(style.get(f"{W}val")) if style is not None else None
        )
        if listed is None or not _text(paragraph) or listed[0] == "0":
            return ""
        number, depth = listed
        kind, shape = self.formats.get((number, depth), ("bullet", ""))
        if kind in {"bullet", "none"}:
            return "• "
        self.counts[number, depth] = self.counts.get((number, depth), 0) + 1
        for deeper in range(depth + 1, 9):
            self.counts.pop((number, deeper), None)
        for level in range(depth + 1):
            other = self.formats.get((number, level), ("decimal", ""))[0]
            value = _written(other, self.counts.get((number, level), 1))
            shape = shape.replace(f"%{level + 1}", value)
        return f"{shape} "


def _written(kind: str, number: int) -> str:
    if kind.endswith("Letter"):
        text = _LETTERS[(number - 1) % 26]
    elif kind.endswith("Roman"):
        text = ""
        for value, mark in _ROMAN:
            while number >= value:
                text, number = text + mark, number - value
    else:
        return str(number)
    return text.upper() if kind.startswith("upper") else text
