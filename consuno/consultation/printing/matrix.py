"""The matrix of observations as a Word file: a table to fill, for those who work in a text processor."""

from __future__ import annotations

import io

from consuno.core.sheets import Table


def filled_by_hand(title: str, table: Table) -> bytes:
    """Return a landscape page with the table; its heads repeat on each page."""
    # Imported here: it takes a while that no other page needs.
    from docx import Document
    from docx.enum.section import WD_ORIENT
    from docx.oxml import OxmlElement
    from docx.shared import Pt

    document = Document()
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = section.page_height, section.page_width
    document.styles["Normal"].font.size = Pt(8)
    document.add_heading(title, 1)
    rows = [
        [column.head for column in table.columns],
        *([str(cell) for cell in row] for row in table.rows),
    ]
    made = document.add_table(len(rows), len(table.columns), "Table Grid")
    heads = OxmlElement("w:tblHeader")
    made.rows[0]._tr.get_or_add_trPr().append(heads)
    for row, texts in zip(made._tbl.tr_lst, rows, strict=True):
        for cell, text in zip(row.tc_lst, texts, strict=True):
            cell.p_lst[
                0
            ].add_r().text = text  # by its element: a cell of `rows` costs a search each
    kept = io.BytesIO()
    document.save(kept)
    return kept.getvalue()
