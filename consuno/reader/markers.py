"""List markers at the head of a line: "1.-", "b)", "•", "- [ ]", "PRIMERO.-", "(iv)"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from consuno.reader.text import fold

_ORDINALS = (
    "primer[oa]?|segund[oa]|tercer[oa]?|cuart[oa]|quint[oa]|sext[oa]|septim[oa]|octav[oa]|noven[oa]"
    "|decim[oa]|unic[oa]|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth"
)
_TAGS = (
    "acuerdo|acord[oa]|resolucion|decision|resolution|agreement|agreed|action(?: item| point)?"
    "|accion|compromiso|commitment|articulo|recomendacion|recommendation|motion|tarea|task"
    "|punto|item|mandato|mandate"
)
_PATTERNS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("bullet", re.compile(r"(?P<label>[·•▪◦‣●○■□►✓✔➢➤\u2043\uf0b7]|[-–—*+o](?=\s)|>(?=\s))\s*")),
    (
        "tag",
        re.compile(
            rf"(?:{_TAGS})\s*(?:n[.°ºo]*\s*|no\.?\s*|#\s*)?"
            rf"(?P<label>\d[\d/.-]*\d|\d+|[ivx]+|{_ORDINALS})\s*[°º]?\s*(?:\.-|[.:)–—-])\s*"
        ),
    ),
    ("ordinal", re.compile(rf"(?P<label>{_ORDINALS})\s*(?:\.\s*-|[.:–—-])\s*(?=\S)")),
    ("multi", re.compile(r"(?P<label>\d{1,3}(?:\.\d{1,3})+)\s*(?:\.-|[.)-])?(?=\s)\s*")),
    ("number", re.compile(r"\(?(?P<label>\d{1,3})\s*(?:\.\s?-|\.?[°º]\.?-?|\)|\.(?!\d))\s*-?\s*")),
    ("roman", re.compile(r"\(?(?P<label>[ivx]{1,5})(?:\)|\.-?(?=\s))\s*")),
    ("letter", re.compile(r"\(?(?P<label>[a-zñ])(?:\)|\.-?(?=\s))\s*")),
)
_CHECKBOX = re.compile(r"(?:\[[ xX]?\]|[☐☑☒✗✘])\s*")
#: A tick without a box (✓) is a bullet as any other.
_DONE = frozenset(("[x]", "☑", "☒", "✗", "✘"))
_MONTH_AHEAD = re.compile(
    r"\s*(?:de\s+)?(?:ene|feb|mar|abr|apr|may|jun|jul|ago|aug|sep|oct|nov|di|de)"
)
_HEAD = 40


@dataclass(frozen=True, slots=True)
class Marker:
    """A list marker; ``length`` counts from the first visible character of the line.

    ``box`` is "open" or "done" where the item carries a check box.
    """

    style: str
    delimiter: str
    label: str
    length: int
    indent: int
    box: str = ""

    @property
    def family(self) -> tuple[str, str, int]:
        """Markers of one family belong to one list level."""
        if self.style == "bullet":
            return ("bullet", self.delimiter, self.indent)
        if self.style == "multi":
            return ("multi", "", self.label.count("."))
        return (self.style, self.delimiter, 0)


def read_marker(line: str, indent: int) -> Marker | None:
    """The marker at the start of ``line`` (already without leading blanks), if there is one.

    A capital letter with a full stop ("A. Smith") is read as an initial, not as a marker; a
    bare number before a month ("3. April") stays a date.
    """
    box = _CHECKBOX.match(line)
    if box is not None:  # a box is a bullet of its own
        return Marker("bullet", "☐", "☐", box.end(), indent, _state(box))
    head = fold(line[:_HEAD])
    for style, pattern in _PATTERNS:
        match = pattern.match(head)
        if match is None or not match.end():
            continue
        if style in {"letter", "roman"} and not _is_list_letter(line, match):
            continue
        if style == "number" and _MONTH_AHEAD.match(head, match.end("label") + 1):
            if "." in match.group() and head[match.end() :].split(" ", 1)[0] in {"de", "of"}:
                continue
        return _finish(style, match, line, indent)
    return None


def _is_list_letter(line: str, match: re.Match[str]) -> bool:
    """Tell "B. Budget" and "b. budget" from the initial of "B. Smith will …"."""
    if ")" in match.group() or line[match.start("label")].islower():
        return True
    following = line[match.end() :].split(None, 2)
    if match["label"] in {"i", "v", "x", "ii", "iii", "iv", "vi", "vii", "viii", "ix", "xi", "xii"}:
        return True
    return len(following) < 2 or not following[1][:1].islower() or not following[0].istitle()


def _finish(style: str, match: re.Match[str], line: str, indent: int) -> Marker:
    label = match["label"]
    rest = match.group().replace(label, "", 1)
    delimiter = label if style == "bullet" else "".join(rest.split())
    length = match.end()
    box = _CHECKBOX.match(line, length)
    if box is None:
        return Marker(style, delimiter, label, length, indent)
    return Marker(style, delimiter, label, box.end(), indent, _state(box))


def _state(box: re.Match[str]) -> str:
    return "done" if box.group().strip().lower() in _DONE else "open"
