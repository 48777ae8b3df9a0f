"""What changed between two versions as a Word file with real tracked changes.

Accepting all of them gives the new version paragraph by paragraph, rejecting all gives the old one. A
clause that moved is taken out where it was and put in where it is: readers differ in what they make of the
format's own moves. Built on python-docx, which has no tracked changes, by adding the marks of WordprocessingML
(`w:ins`, `w:del`) to its paragraphs.
"""

from __future__ import annotations

import datetime
import io
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from consuno.consultation.texts import Change, Line, redline
from consuno.core.text import one_line

#: Who made the changes, as the file names them.
AUTHOR = "Consuno"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph with its pieces; `mark` says whether the paragraph itself came or went."""

    pieces: tuple[Change, ...]
    mark: str
    heading: bool = False


def paragraphs(
    old: Sequence[tuple[int, str]], new: Sequence[tuple[int, str]], headings: frozenset[int]
) -> list[Paragraph]:
    """The redline as paragraphs; what moved is taken out at its old place and put in at the new one."""
    moved = {line.uid for line in redline(old, new) if line.moved}
    apart = [(_apart(uid) if uid in moved else uid, text) for uid, text in new]
    return [_paragraph(line, headings) for line in redline(old, apart)]


def _paragraph(line: Line, headings: frozenset[int]) -> Paragraph:
    mark = {"added": "ins", "removed": "del"}.get(line.kind, "same")
    return Paragraph(
        line.pieces, mark, (line.uid if line.uid >= 0 else _apart(line.uid)) in headings
    )


def _apart(uid: int) -> int:
    """Another number for the same clause, and back again."""
    return -uid - 1


def tracked(title: str, language: str, found: Sequence[Paragraph], at: datetime.datetime) -> bytes:
    """Return the file."""
    # Imported here: only this needs it.
    from docx import Document

    made = Document()
    made.core_properties.title = one_line(title)
    made.core_properties.author = AUTHOR
    made.core_properties.language = language
    marks = _Marks(at.strftime("%Y-%m-%dT%H:%M:%SZ"))
    for each in found:
        style = "Heading 2" if each.heading else None
        marks.fill(made.add_paragraph(style=style), each)
    kept = io.BytesIO()
    made.save(kept)
    return kept.getvalue()


class _Marks:
    """Writes pieces into paragraphs; every mark has a number of its own in the file."""

    def __init__(self, at: str) -> None:
        self._at = at
        self._last = 0

    def fill(self, paragraph: Any, wanted: Paragraph) -> None:
        for piece in wanted.pieces:
            run = paragraph.add_run()
            self._words(run, piece)
            if piece.op != "same":
                mark = self._mark(piece.op)
                paragraph._p.replace(run._r, mark)
                mark.append(run._r)
        if wanted.mark != "same":
            from docx.oxml.parser import OxmlElement

            properties = paragraph._p.get_or_add_pPr()
            of_mark = OxmlElement("w:rPr")
            of_mark.append(self._mark(wanted.mark))
            properties.append(of_mark)

    def _words(self, run: Any, piece: Change) -> None:
        from docx.oxml.ns import qn
        from docx.oxml.parser import OxmlElement

        for number, line in enumerate(piece.text.split("\n")):
            if number:
                run._r.append(OxmlElement("w:br"))
            words = OxmlElement("w:delText" if piece.op == "del" else "w:t")
            words.set(qn("xml:space"), "preserve")
            words.text = "".join(char for char in line if char.isprintable())
            run._r.append(words)

    def _mark(self, kind: str) -> Any:
        from docx.oxml.ns import qn
        from docx.oxml.parser import OxmlElement

        self._last += 1
        mark = OxmlElement(f"w:{kind}")
        mark.set(qn("w:id"), str(self._last))
        mark.set(qn("w:author"), AUTHOR)
        mark.set(qn("w:date"), self._at)
        return mark
