"""PDF that holds text: its lines in reading order, ruled tables as grids, each page by its number.

PDFium gives the words (Chrome's reader: it knows ligatures, soft hyphens and spaces that no page shows);
`ruled` finds the cells that lines on the page draw.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from consuno.reader.files.columns import Chunk, in_order, looks_split
from consuno.reader.files.document import Block, Document, UnreadableError
from consuno.reader.files.ruled import tables as ruled_tables

_FEW_WORDS = 5
#: A wider blank between two words of a line, in parts of the font's size, parts two columns.
_APART = 1.6
_PASSWORD = "password"  # noqa: S105 - what PDFium says of a locked file


def read(content: bytes) -> Document:
    """Read the text; pages that are pictures or broken are said to be so. Raises UnreadableError."""
    try:
        pdf = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        locked = _PASSWORD in str(error).lower()
        raise UnreadableError("encrypted" if locked else "broken") from error
    document = Document()
    for number in range(1, len(pdf) + 1):
        try:
            blocks, notes = _page(pdf[number - 1])
        except pypdfium2.PdfiumError:
            blocks, notes = [], {"pages"}
        document.blocks += [replace(block, page=number) for block in blocks or [Block("paragraph")]]
        document.notes |= notes
    if len(" ".join(document.lines()).split()) < _FEW_WORDS:
        raise UnreadableError("scanned")
    return document


def _page(page: Any) -> tuple[list[Block], set[str]]:
    """Blocks of a page, and what to know of it."""
    chunks = list(_chunks(page.get_textpage()))
    words = sum(len(chunk.text.split()) for chunk in chunks)
    kinds = [each.type for each in page.get_objects(max_depth=3)]
    if words < _FEW_WORDS and pdfium.FPDF_PAGEOBJ_IMAGE in kinds:
        return _lines(chunks), {"pictures"}
    tables = ruled_tables(page) if pdfium.FPDF_PAGEOBJ_PATH in kinds else []
    if tables:
        return list(_with_tables(list(_chunks(page.get_textpage(), 0.0)), tables)), set()
    width = page.get_width()
    ordered = in_order(chunks, width)
    if ordered is not None:
        return [Block("paragraph", line) for line in ordered], {"ordered"}
    return _lines(chunks), {"columns"} if looks_split(chunks, width) else set()


def _lines(chunks: list[Chunk]) -> list[Block]:
    """Lines as PDFium reads them: words of a line drawn apart stay on it."""
    lines: dict[int, list[str]] = {}
    for chunk in chunks:
        lines.setdefault(chunk.line, []).append(chunk.text)
    return [Block("paragraph", " ".join(parts)) for parts in lines.values()]


def _with_tables(chunks: list[Chunk], tables: list[Any]) -> Iterator[Block]:
    """Each table stands where its first words do; the words in its cells are said once."""
    inside = {id(chunk): each for chunk in chunks for each in tables if each.holds(chunk)}
    told: set[int] = set()
    plain: list[Chunk] = []
    for chunk in chunks:
        table = inside.get(id(chunk))
        if table is None:
            plain.append(chunk)
        elif id(table) not in told:
            told.add(id(table))
            yield from _lines(plain)
            plain = []
            yield from table.rows([each for each in chunks if inside.get(id(each)) is table])
    yield from _lines(plain)


def _chunks(text: Any, apart: float = _APART) -> Iterator[Chunk]:
    """Runs of words with their place, in PDFium's order, its line ends and wide blanks between them.

    With `apart` 0 each word is a run: the words of two cells may stand close together.
    """
    run: list[tuple[str, float, float, float, float]] = []
    line = 0
    for index in range(pdfium.FPDFText_CountChars(text)):
        letter = chr(pdfium.FPDFText_GetUnicode(text, index))
        if letter in "\r\n":
            yield from _run(run, line)
            run, line = [], line + (letter == "\n")
            continue
        placed = _place(text, index)
        wide = run and apart and placed[0] - run[-1][2] > apart * placed[3]
        if (letter == " " and not apart) or (wide and letter != " "):
            yield from _run(run, line)
            run = []
        if letter != " " or run:
            run.append((letter, *placed))
    yield from _run(run, line)


def _place(text: Any, index: int) -> tuple[float, float, float, float]:
    """Left edge, right edge, baseline and size of a letter (points), as (x, right, y, size)."""
    x, y = ctypes.c_double(), ctypes.c_double()
    pdfium.FPDFText_GetCharOrigin(text, index, x, y)
    box = pdfium.FS_RECTF()
    pdfium.FPDFText_GetLooseCharBox(text, index, box)
    return x.value, max(box.right, x.value), y.value, max(box.top - box.bottom, 1.0)


def _run(letters: list[tuple[str, float, float, float, float]], line: int) -> Iterator[Chunk]:
    words = "".join(letter for letter, *_place in letters)
    if words.strip():
        shown = [each for each in letters if each[0] != " "]
        first, last = shown[0], shown[-1]
        yield Chunk(first[1], first[3], " ".join(words.split()), first[4], last[2], line)
