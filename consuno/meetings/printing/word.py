"""A paper as Word file (DOCX): real headings, tables whose head repeats, its language set."""

from __future__ import annotations

import io
from typing import Any

from consuno.core.text import one_line
from consuno.meetings.printing.blocks import Block, Paper


def word(paper: Paper) -> bytes:
    """Return the file."""
    # Imported here: only this needs it.
    from docx import Document

    made = Document()
    made.core_properties.title = paper.title
    made.core_properties.author = "Consuno"
    made.core_properties.language = paper.language
    _set_language(made, paper.language)
    made.add_heading(_safe(paper.title), 0)
    made.add_paragraph(_safe(paper.subtitle))
    for block in paper.blocks:
        _add(made, block)
    made.sections[0].footer.paragraphs[0].text = _safe(paper.foot)
    kept = io.BytesIO()
    made.save(kept)
    return kept.getvalue()


def _safe(words: str) -> str:
    """Text without the control characters that XML refuses; lines stay lines."""
    return "\n".join(one_line(line) for line in words.splitlines())


def _set_language(made: Any, language: str) -> None:
    from docx.oxml.ns import qn
    from docx.oxml.parser import OxmlElement

    properties = made.styles["Normal"].element.get_or_add_rPr()
    tag = OxmlElement("w:lang")
    tag.set(qn("w:val"), {"es": "es-419", "en": "en-US"}[language])
    properties.append(tag)


def _add(made: Any, block: Block) -> None:
    if block["kind"] == "heading":
        if block["new_page"]:
            made.add_page_break()
        made.add_heading(_safe(block["words"]), block["level"])
    elif block["kind"] == "para":
        run = made.add_paragraph().add_run(_safe(block["words"]))
        run.italic = block["quiet"]
    else:
        _add_table(made, block)


def _add_table(made: Any, block: Block) -> None:
    from docx.oxml.ns import qn
    from docx.oxml.parser import OxmlElement
    from docx.shared import Pt

    table = made.add_table(rows=1, cols=len(block["head"]), style="Light Grid Accent 1")
    for cell, words in zip(table.rows[0].cells, block["head"], strict=True):
        cell.text = _safe(words)
    mark = OxmlElement("w:tblHeader")
    mark.set(qn("w:val"), "true")
    table.rows[0]._tr.get_or_add_trPr().append(mark)
    for row in block["rows"]:
        for cell, words in zip(table.add_row().cells, row, strict=True):
            cell.text = _safe(words)
    for row in table.rows:
        for cell in row.cells:
            for paragraph in cell.paragraphs:
                for run in paragraph.runs:
                    run.font.size = Pt(8.5)
