"""PDF with text, and mail."""

from __future__ import annotations

import email
import email.policy
import io
import math
import re
from typing import Any

from consuno.reader.files.columns import Chunk, in_order, looks_split
from consuno.reader.files.document import Block, Document, UnreadableError
from consuno.reader.files.office import read_html

_FEW_WORDS = 5


def read_pdf(content: bytes) -> Document:
    """PDF that holds text; pictures of pages are said to be so."""
    from pypdf import PdfReader

    reader = PdfReader(io.BytesIO(content))
    if reader.is_encrypted and not reader.decrypt(""):
        raise UnreadableError("encrypted")
    document = Document()
    for number, page in enumerate(reader.pages, 1):
        lines, found = _page(page)
        document.blocks += [Block("paragraph", line, page=number) for line in lines]
        document.notes |= found
    if len(" ".join(document.lines()).split()) < _FEW_WORDS:
        raise UnreadableError("scanned")
    return document


def _page(page: Any) -> tuple[list[str], set[str]]:
    """Lines of a page, and what to know of it."""
    chunks: list[Chunk] = []

    def note(text: str, cm: Any, matrix: Any, _font: Any, size: Any) -> None:
        # Where the text stands on the page: its own matrix within the page's.
        x = matrix[4] * cm[0] + matrix[5] * cm[2] + cm[4]
        y = matrix[4] * cm[1] + matrix[5] * cm[3] + cm[5]
        scale = math.hypot(cm[2], cm[3]) * math.hypot(matrix[2], matrix[3])
        parts = [part for part in text.split("\n") if part.strip()]
        chunks.extend(Chunk(x, y, part, float(size or 10) * scale) for part in parts)

    plain = [line.rstrip() for line in page.extract_text(visitor_text=note).split("\n")]
    if len(" ".join(plain).split()) < _FEW_WORDS and _pictures(page):
        return plain, {"pictures"}
    width = float(page.mediabox.width)
    ordered = in_order(chunks, width)
    if ordered is not None:
        return ordered, {"ordered"}
    return plain, {"columns"} if looks_split(chunks, width) else set()


def _pictures(page: Any) -> bool:
    """Whether a page draws pictures: one of a scan has nothing else."""
    try:
        return len(page.images) > 0
    except Exception:  # a broken picture is one, too
        return True


def read_mail(content: bytes) -> Document:
    """The text of a mail, plain before HTML; what is quoted under it stays."""
    message = email.message_from_bytes(content, policy=email.policy.default)
    body = message.get_body(preferencelist=("plain", "html"))
    if body is None:
        raise UnreadableError("broken")
    text = body.get_content()
    if body.get_content_type() == "text/html":
        return read_html(text.encode())
    lines = re.sub(r"(?m)^>+ ?", "", text).split("\n")
    return Document([Block("paragraph", line) for line in lines])
