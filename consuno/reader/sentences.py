"""Sentences, inline lists and clauses of a block, as ranges of its text."""

from __future__ import annotations

import re

from consuno.reader.text import fold

Range = tuple[int, int]

_STOP = re.compile(r"(?<![.!?…])[.!?…]++[»\"')\]]*+(?=\s|$)")
_ABBREVIATIONS = frozenset(
    "sr sra srta dr dra ing lic arq prof mr mrs ms st no nos num art arts pag pags p pp inc cf vs"
    " etc ej ud uds cia ltda dept av avda tel fig ref vol op hon rev messrs gen col capt cap lit"
    " approx abg adj ap aptdo depto edo gral d ene feb mar abr jun jul ago sept sep oct nov dic jan"
    " apr aug dec inst prox a m p m no nro nº n° viz cllr jr ss. ee rep depto".split()
)
_INLINE = re.compile(
    r"(?:(?<=^)|(?<=[\s:;,.(]))\(?(?P<label>[a-z]|\d{1,2}|[ivx]{1,5})(?:\)|\.-|[°º]\)?\.?-?)\s*(?=\S)"
)
_LIMIT = 6000


def split_sentences(text: str, start: int = 0, end: int | None = None) -> list[Range]:
    """Sentence ranges of ``text[start:end]``; abbreviations and initials do not end one."""
    last = len(text) if end is None else end
    ranges: list[Range] = []
    begin = start
    for stop in _STOP.finditer(text, start, last):
        if stop.end() < last and not _ends(text, stop, last):
            continue
        ranges.append((begin, stop.end()))
        begin = stop.end()
    if text[begin:last].strip():
        ranges.append((begin, last))
    return [trim(text, *pair) for pair in ranges if text[pair[0] : pair[1]].strip()]


def trim(text: str, start: int, end: int) -> Range:
    """The range without the blanks at its ends."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _ends(text: str, stop: re.Match[str], last: int) -> bool:
    following = text[stop.end() : min(stop.end() + 12, last)].lstrip()
    if not following:
        return True
    if stop.group()[0] != ".":
        return not following[0].islower()
    if following[0].islower() or following[0] in ",;:":
        return False
    head = text[max(0, stop.start() - 12) : stop.start()]
    word = fold(head.split()[-1] if head.split() else "").lstrip("(\"'«“")
    if len(word) == 1 and word.isalpha():
        return head[-1:].islower() and word not in {"d", "p"}
    if "." in word and len(word) <= 5:
        return not following[0].islower() and following.split()[0].istitle() and len(following) > 6
    return word not in _ABBREVIATIONS


def split_clauses(text: str, start: int, end: int) -> list[Range]:
    """A sentence cut at semicolons outside brackets."""
    ranges: list[Range] = []
    depth, begin = 0, start
    for position in range(start, end):
        char = text[position]
        depth += (char == "(") - (char == ")")
        if char == ";" and depth <= 0:
            ranges.append((begin, position + 1))
            begin = position + 1
    if text[begin:end].strip():
        ranges.append((begin, end))
    return [trim(text, *pair) for pair in ranges if text[pair[0] : pair[1]].strip()]


def split_inline_list(text: str, start: int, end: int) -> list[Range]:
    """Members of "acordaron: a) …; b) …", lead first; one range where there is no such list."""
    folded = fold(text[start:end])
    marks = list(_INLINE.finditer(folded[:_LIMIT]))
    run: list[re.Match[str]] = []
    for mark in marks:
        if _follows(run[-1]["label"] if run else None, mark["label"]):
            run.append(mark)
    if len(run) < 2:
        return [(start, end)]
    cuts = [(start, start + run[0].start())]
    for here, following in zip(run, [*run[1:], None], strict=True):
        stop = start + following.start() if following else end
        cuts.append((start + here.end(), stop))
    return [trim(text, *pair) for pair in cuts]


def _follows(previous: str | None, label: str) -> bool:
    if previous is None:
        return label in {"a", "1", "i"}
    if label.isdecimal() and previous.isdecimal():
        return int(label) == int(previous) + 1
    roman = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
    if previous in roman and label in roman and (previous, label) != ("i", "j"):
        return roman.index(label) == roman.index(previous) + 1
    return len(label) == len(previous) == 1 and ord(label) == ord(previous) + 1
