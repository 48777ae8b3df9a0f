"""Blocks of an office file or a web page, as Pandoc reads them.

Pandoc knows a hundred corners of these formats that a walk of our own over their XML met one by one:
spans, cells in content controls, text boxes, inherited styles. It runs as a child within the limits of
this process, in its sandbox: it reads nothing but what it is given.
"""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Iterable, Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from consuno.reader.files.document import LEFT_OUT, Block, Document, Kind, UnreadableError
from consuno.reader.files.numbers import written

MEMORY = "-M512m"
#: Around the number of a list item that was written into its paragraph before Pandoc read it.
OPEN, CLOSE = "\ue000", "\ue001"
#: In a paragraph without words: Pandoc drops it, but where a paper leaves a line blank, something ends.
BLANK = "\ue002"
_BLANKS = {"Space": " ", "SoftBreak": " ", "LineBreak": "\n", "RawInline": ""}
#: What is not read, and the note that says so.
_LEFT_OUT = {"Strikeout": "struck", "Image": "figures"}
#: A line broken within a sentence, to make it fit: the next begins small, or with a number that opens nothing.
_WITHIN = re.compile(r"(?<![.:;!?])\n(?=[a-záéíóúñ](?![.)])|\d+ )")
_QUOTES = {"DoubleQuote": "“”", "SingleQuote": "‘’"}
_STYLES = {
    "LowerAlpha": "lowerLetter", "UpperAlpha": "upperLetter", "LowerRoman": "lowerRoman",
    "UpperRoman": "upperRoman",
}  # fmt: skip
_SHAPES = {"OneParen": "{})", "TwoParens": "({})"}


def read(content: bytes, form: str) -> Document:
    """Read a file in one of Pandoc's formats. Raises UnreadableError."""
    command = [_program(), "--sandbox", f"--from={form}", "--to=json", "+RTS", MEMORY, "-RTS"]
    ran = subprocess.run(  # noqa: S603 - a program of ours
        command, input=content, capture_output=True, check=False
    )
    if ran.returncode:
        raise UnreadableError("broken")
    return Tree().document(json.loads(ran.stdout)["blocks"])


def _program() -> str:
    """The program that the locked package brings: never another one of this machine."""
    package = find_spec("pypandoc")
    if package is None or package.origin is None:
        raise UnreadableError("broken")
    return str(Path(package.origin).parent / "files" / "pandoc")


class Tree:
    """Walks what Pandoc answers; footnotes go to the end."""

    def __init__(self) -> None:
        self.notes: set[str] = set()
        self.footnotes: list[Block] = []

    def document(self, tree: list[Any]) -> Document:
        """The whole of it."""
        blocks = list(self.blocks(tree))
        return Document(blocks + self.footnotes, self.notes)

    def blocks(self, nodes: Iterable[Any]) -> Iterator[Block]:
        """Blocks of a list of nodes, in order."""
        for node in nodes:
            kind, content = node["t"], node.get("c")
            walk = getattr(self, f"_{kind}", None)
            if walk is not None:
                yield from walk(content)

    def _Para(self, inlines: list[Any]) -> Iterator[Block]:
        yield from self._text("paragraph", inlines)

    _Plain = _Para

    def _Header(self, content: list[Any]) -> Iterator[Block]:
        yield from self._text("heading", content[2])

    def _text(self, kind: Kind, inlines: list[Any]) -> Iterator[Block]:
        lines = (" ".join(line.split()) for line in self.words(inlines).split("\n"))
        text = _WITHIN.sub(" ", "\n".join(lines))
        number = ""
        if text.startswith(OPEN):
            number, _mark, text = text[1:].partition(CLOSE)
            kind = "item"
        if text.strip():
            yield Block(kind, text.replace(BLANK, "").strip(), number.strip())

    def _LineBlock(self, lines: list[Any]) -> Iterator[Block]:
        for line in lines:
            yield from self._text("paragraph", line)

    def _CodeBlock(self, content: list[Any]) -> Iterator[Block]:
        yield Block("paragraph", content[1])

    def _BlockQuote(self, content: list[Any]) -> Iterator[Block]:
        yield from self.blocks(content)

    def _Div(self, content: list[Any]) -> Iterator[Block]:
        yield from self.blocks(content[1])

    def _Figure(self, content: list[Any]) -> Iterator[Block]:
        yield from self.blocks(content[2])

    def _BulletList(self, items: list[Any]) -> Iterator[Block]:
        for item in items:
            yield from self._item("•", item)

    def _OrderedList(self, content: list[Any]) -> Iterator[Block]:
        (start, style, shape), items = content
        form, kind = _SHAPES.get(shape["t"], "{}."), _STYLES.get(style["t"], "decimal")
        for number, item in enumerate(items, start):
            yield from self._item(form.format(written(kind, number)), item)

    def _DefinitionList(self, items: list[Any]) -> Iterator[Block]:
        for term, meanings in items:
            yield from self._text("paragraph", term)
            for meaning in meanings:
                yield from self.blocks(meaning)

    def _item(self, number: str, nodes: list[Any]) -> Iterator[Block]:
        """The first words of an item have its number; what follows them in it stands below."""
        for block in self.blocks(nodes):
            if number and block.kind == "paragraph":
                block.kind, block.number = "item", number
                number = ""
            yield block

    def _Table(self, content: list[Any]) -> Iterator[Block]:
        from consuno.reader.files.grid import rows

        _attributes, caption, columns, head, bodies, foot = content
        yield from self.blocks(caption[1])
        parts = [head[1], *(part for body in bodies for part in (body[2], body[3])), foot[1]]
        for part in parts:
            yield from rows(part, len(columns), self)

    def words(self, inlines: Iterable[Any]) -> str:
        """The words of a run of inlines."""
        return "".join(self._word(node["t"], node.get("c")) for node in inlines)

    def _word(self, kind: str, content: Any) -> str:
        if kind in _BLANKS:
            return _BLANKS[kind]
        match kind:
            case "Str":
                return str(content)
            case "Note":
                return self._footnote(content)
            case "Quoted":
                return self.words(content[1]).join(_QUOTES[content[0]["t"]])
            case "Code" | "Math":
                return str(content[1])
            case "Link" | "Span" | "Cite":
                return self.words(content[1])
        return self._styled(kind, content or [])

    def _styled(self, kind: str, content: list[Any]) -> str:
        if kind in _LEFT_OUT:
            words = kind == "Strikeout" and self.words(content).strip()
            self.notes.add(_LEFT_OUT[kind])
            return LEFT_OUT if words else ""
        return self.words(content)

    def _footnote(self, nodes: list[Any]) -> str:
        mark = f"[{len(self.footnotes) + 1}]"
        note = Block("footnote", "", mark)
        self.footnotes.append(note)
        note.text = " ".join(block.text for block in self.blocks(nodes))
        return mark
