"""From lines to blocks: a block is a paragraph, heading or list item however it was cut.

A paper comes with one line per paragraph, or hard wrapped at some column, or with a line cut by
a footnote mark. Two lines are one when the first word of the second would not have fitted on
the first, or when the second goes on in lower case after a line without final punctuation.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from consuno.reader.markers import Marker, read_marker
from consuno.reader.model import Span
from consuno.reader.tables import Row, find_rows
from consuno.reader.text import Line, clean, fold, split_lines

_NOISE = re.compile(
    r"\s*+(?:page|p[aá]g(?:ina|\.)?)?+\s*+[-–—]?+\s*+\d{1,4}+\s*+(?:(?:/|de|of)\s*+\d{1,4}+)?+\s*+[-–—]?+\s*+",
    re.IGNORECASE,
)
_RULE = re.compile(r"\s*+[-=_*~·.#]{3,}+\s*+")
_FOOTNOTE = re.compile(r"\s*+(?:\ufffd|\[\^?\d+\]:?\s|\(\*+\)|\*(?=[A-ZÁÉÍÓÚ])[^*]*$|[¹²³⁴-⁹])")
_END = tuple('.;:!?…”»")')
_HARD_END = (".", ";", ":", "!", "?", "…", ".»", ".”", '."', ".)")
_TAG_LINE = re.compile(
    r"(?:action|acci[oó]n|decision|decisi[oó]n|agreed|acuerdo|acordado|resolved|tarea|task)\b[^:\n]{0,40}:",
    re.IGNORECASE,
)
#: "Honduras - mandar el padrón": a line of a list that puts who before what.
NAMED_LINE = re.compile(
    r"(?P<who>[A-ZÁÉÍÓÚÑ][^\s:;.-]*+(?: (?:y |e |and |& )?[A-ZÁÉÍÓÚÑ][^\s:;.-]*+){0,3}) [-–—] "
    r"(?P<what>[^\W\d_]{3,}+)(?= )"
)
#: "Compromisos:": a few words that announce what follows go on with nothing.
_ANNOUNCES = re.compile(r"[A-ZÁÉÍÓÚÑ][^\s:.,;]*+(?: [^\s:.,;]++){0,3}+:")
_MAX_WRAP = 110
_SLACK = 2


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of one line that belongs to a block, and where it begins in the block's text."""

    line: int
    start: int
    end: int
    offset: int


class Block:
    """A logical paragraph. ``text`` is cleaned; the pieces lead back to the paper.

    ``atx`` is the level of a Markdown heading (0: none); ``row`` is set for a table's row, whose
    text is that of its action cell.
    """

    def __init__(self, *, indent: int = 0) -> None:
        self.marker: Marker | None = None
        self.gap_before = True
        self.footnote = False
        self.atx = 0
        self.row: Row | None = None
        self.indent = indent
        self.pieces: list[Piece] = []
        self._parts: list[str] = []
        self._length = 0
        self._text: str | None = None

    def append(self, cleaned: str, line: int, start: int, end: int) -> None:
        """Add the stretch ``start:end`` of the paper, on ``line``."""
        part = cleaned[start:end]
        if self._parts and self._hyphenated(part):
            self._parts[-1] = self._parts[-1][:-1]
            self._length -= 1
        elif self._parts:
            self._parts.append(" ")
            self._length += 1
        self.pieces.append(Piece(line, start, end, self._length))
        self._parts.append(part)
        self._length += len(part)
        self._text = None

    def _hyphenated(self, part: str) -> bool:
        """Whether a word was cut at the end of the line; its hyphen then leaves the text."""
        last = self._parts[-1]
        return last[-1:] == "-" and last[-2:-1].isalpha() and part[:1].islower()

    def join(self, other: Block) -> None:
        """Take another block's pieces in (a title line and its description)."""
        text = other.text
        bounds = [piece.offset for piece in other.pieces] + [len(text)]
        for piece, (low, high) in zip(other.pieces, pairwise(bounds), strict=True):
            self._parts.append(" ")
            self._length += 1
            self.pieces.append(Piece(piece.line, piece.start, piece.end, self._length))
            self._parts.append(text[low:high].rstrip())
            self._length += len(self._parts[-1])
        self._text = None

    @property
    def text(self) -> str:
        """The block as one line, its pieces joined."""
        if self._text is None:
            self._text = "".join(self._parts)
        return self._text

    def locate(self, start: int, end: int) -> tuple[Span, ...]:
        """Spans in the paper of the block's characters ``start:end``, blanks trimmed."""
        spans: list[Span] = []
        index = max(bisect_right(self.pieces, start, key=_offset) - 1, 0)
        while index < len(self.pieces) and self.pieces[index].offset < end:
            piece = self.pieces[index]
            after = self._offset_after(index)
            low, high = max(start, piece.offset), min(end, after)
            words = self.text[low:high]
            low += len(words) - len(words.lstrip())
            high -= len(words) - len(words.rstrip())
            if low < high:
                shift = piece.start - piece.offset
                # A range that runs on into the next line takes the hyphen of a cut word with it.
                cut = high == after < end
                spans.append(Span(low + shift, piece.end if cut else high + shift))
            index += 1
        return tuple(spans)

    def _offset_after(self, index: int) -> int:
        if index + 1 < len(self.pieces):
            return self.pieces[index + 1].offset
        return len(self.text)

    def lines_of(self, spans: Iterable[Span]) -> tuple[int, ...]:
        """Numbers of the lines the spans lie on."""
        found = (
            self.pieces[max(bisect_right(self.pieces, span.start, key=_begin) - 1, 0)].line
            for span in spans
        )
        return tuple(dict.fromkeys(found))


def _offset(piece: Piece) -> int:
    return piece.offset


def _begin(piece: Piece) -> int:
    return piece.start


def build_blocks(text: str) -> list[Block]:
    """All blocks of the paper, in order; noise (page numbers, rules) left out."""
    cleaned = clean(text)
    lines = split_lines(text)
    rows = find_rows(lines, cleaned, text)
    width = _wrap_width(lines, cleaned)
    blocks: list[Block] = []
    previous: Line | None = None
    gap = True
    for line in lines:
        if line.number in rows:
            blocks.extend(_row_block(rows[line.number], cleaned))
            previous, gap = None, True
            continue
        shown = cleaned[line.start : line.end]
        if not shown.strip():
            gap = True
            continue
        if _NOISE.fullmatch(shown) or _RULE.fullmatch(shown):
            continue
        start = line.start + len(shown) - len(shown.lstrip())
        fresh = Line(line.number, start, line.start + len(shown.rstrip()))
        head = _open_block(text, cleaned, line, fresh)
        joins = previous is not None and not (gap and blocks[-1].text)
        if joins and previous and _continues(blocks[-1], previous, fresh, head, cleaned, width):
            blocks[-1].append(cleaned, fresh.number, fresh.start, fresh.end)
        else:
            head.gap_before = gap
            blocks.append(head)
        previous, gap = Line(line.number, line.start, fresh.end), False
    return [block for block in blocks if block.text.strip()]


def _row_block(row: Row, cleaned: str) -> list[Block]:
    if row.header or row.merged or "action" not in row.cells:
        return []
    block = Block()
    block.row = row
    for line, start, end in row.cells["action"]:
        block.append(cleaned, line, start, end)
    return [block]


def _wrap_width(lines: list[Line], cleaned: str) -> int:
    """Column at which the paper was wrapped, or 0 where lines are whole paragraphs."""
    lengths = sorted(
        len(cleaned[line.start : line.end].rstrip()) for line in lines if line.end > line.start
    )
    if len(lengths) < 4:
        return lengths[-1] if lengths and lengths[-1] <= _MAX_WRAP else 0
    if lengths[len(lengths) * 9 // 10] > _MAX_WRAP:
        return 0
    fitting = [length for length in lengths if length <= _MAX_WRAP]
    return fitting[max(len(fitting) * 97 // 100 - 1, 0)]


def _open_block(text: str, cleaned: str, line: Line, fresh: Line) -> Block:
    block = Block(indent=fresh.start - line.start)
    start = fresh.start
    body = cleaned[start : fresh.end]
    if _FOOTNOTE.match(text[line.start : line.end]):
        block.footnote = True
    hashes = len(body) - len(body.lstrip("#"))
    if 0 < hashes <= 6 and body[hashes : hashes + 1] == " ":
        block.atx = hashes
        start += hashes + 1
        start += len(cleaned[start : fresh.end]) - len(cleaned[start : fresh.end].lstrip())
        body = cleaned[start : fresh.end]
    if not block.footnote:
        block.marker = read_marker(body, block.indent)
    if block.marker:
        start += block.marker.length
    block.append(cleaned, line.number, start, fresh.end)
    return block


def _continues(
    block: Block, previous: Line, line: Line, head: Block, cleaned: str, width: int
) -> bool:
    """Whether ``line`` goes on with what ``previous`` said."""
    if head.atx or block.atx or head.footnote or block.footnote != head.footnote:
        return False
    if _TAG_LINE.match(cleaned, line.start, line.end) or NAMED_LINE.match(cleaned, line.start):
        return False
    if not block.text:
        return head.marker is None
    last = cleaned[previous.start : previous.end].rstrip()
    first = cleaned[line.start : line.end].split(None, 1)[0]
    full = 0 < width <= len(last) + 1 + len(first)
    waits = last.endswith(",") or fold(last.split()[-1]) in _LINKS
    if _ANNOUNCES.fullmatch(cleaned[line.start : line.end]) and not waits:
        return False
    if block.marker and first[0] == "[" and cleaned[line.start : line.end].endswith("]"):
        return True  # an item's owners, on a line of their own
    if head.marker:
        return _marker_by_chance(head.marker, last, full=full)
    if last.endswith(_END) and (last.endswith(_HARD_END) or not first[0].islower()):
        return full and not _is_new_speaker(first, last)
    if first[0].islower() or last.endswith(("-", ",")) or fold(last.split()[-1]) in _LINKS:
        return True
    return full or (
        first[0].isdecimal() and block.indent <= head.indent and len(last) * 3 > width * 2 > 0
    )


def _marker_by_chance(marker: Marker, last: str, *, full: bool) -> bool:
    """A wrapped line may begin like a list ("… el\\n5. Sin embargo", "… of\\n2013. The")."""
    if last.endswith(_END) or marker.style == "bullet":
        return False
    return full and fold(last.rsplit(None, 1)[-1]) in _LINKS


_LINKS = frozenset(
    "de del el la los las en y o e a al por para con su sus un una que se of the and or in to by on"
    " for at a an with that its their articulo article no. paragraph parrafo".split()
)


def _is_new_speaker(first: str, last: str) -> bool:
    """After a colon a new line in capitals or quotes opens its own paragraph."""
    return last.endswith(":") and (first[0].isupper() or not first[0].isalnum())
