"""ODT, HTML, RTF, PDF with text, and mail."""

from __future__ import annotations

import email
import email.policy
import io
import math
import re
import zipfile
from typing import Any

from consuno.reader.files.columns import Chunk, in_order, looks_split
from consuno.reader.files.result import Reading, UnreadableError
from consuno.reader.files.word import parse

_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_FEW_WORDS = 5


def read_odt(content: bytes) -> Reading:
    """OpenDocument text: paragraphs, headings, lists, tables."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        root = parse(archive.read("content.xml"))
    lines: list[str] = []
    for node in root.iter(f"{_TEXT}p", f"{_TEXT}h", f"{_TABLE}table-row"):
        above = {up.tag for up in node.iterancestors()}
        if node.tag == f"{_TABLE}table-row":
            cells = [
                " ".join("".join(c.itertext()).split()) for c in node.iter(f"{_TABLE}table-cell")
            ]
            lines.append("| " + " | ".join(cells) + " |")
        elif not above & {f"{_TABLE}table-cell", f"{_TEXT}tracked-changes", f"{_TEXT}note"}:
            mark = "• " if f"{_TEXT}list-item" in above else ""
            lines.append(mark + "".join(node.itertext()).strip())
    tracked = next(root.iter(f"{_TEXT}tracked-changes"), None) is not None
    return Reading(lines, notes=["tracked"] if tracked else [])


def read_html(content: bytes) -> Reading:
    """A web page: blocks as lines, list items marked, tables as rows; scripts and styles fall."""
    from lxml import html

    root = html.document_fromstring(content, parser=html.HTMLParser(encoding=_encoding(content)))
    for gone in list(root.iter("script", "style", "nav", "head", "noscript", "template")):
        if gone.getparent() is not None:
            gone.drop_tree()
    lines: list[str] = []
    for node in root.iter("p", "li", "h1", "h2", "h3", "h4", "tr", "div", "td"):
        if node.tag == "tr":
            cells = [" ".join(c.text_content().split()) for c in node.iterchildren("td", "th")]
            lines.append("| " + " | ".join(cells) + " |")
        elif node.tag in {"div", "td"} or any(up.tag == "td" for up in node.iterancestors()):
            own = " ".join((node.text or "").split())
            lines += [own] if own and node.tag == "div" else []
        else:
            lines.append(("• " if node.tag == "li" else "") + " ".join(node.text_content().split()))
    return Reading(lines or root.text_content().split("\n"))


def _encoding(content: bytes) -> str | None:
    """UTF-8 where the bytes allow it; else what the page itself declares."""
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return None
    return "utf-8"


def read_rtf(content: bytes) -> Reading:
    """Rich text."""
    from striprtf.striprtf import rtf_to_text

    return Reading(rtf_to_text(content.decode("latin-1"), errors="ignore").split("\n"))


def read_pdf(content: bytes) -> Reading:
    """PDF that holds text; pictures of pages are said to be so."""
    from pypdf import PdfReader

    reader = PdfReader(io.BytesIO(content))
    if reader.is_encrypted and not reader.decrypt(""):
        raise UnreadableError("encrypted")
    reading = Reading([])
    notes: set[str] = set()
    for page in reader.pages:
        reading.pages.append(len(reading.lines) + 1)
        lines, found = _page(page)
        reading.lines += lines
        notes |= found
    if len(" ".join(reading.lines).split()) < _FEW_WORDS:
        raise UnreadableError("scanned")
    reading.notes = sorted(notes)
    return reading


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


def read_mail(content: bytes) -> Reading:
    """The text of a mail, plain before HTML; what is quoted under it stays."""
    message = email.message_from_bytes(content, policy=email.policy.default)
    body = message.get_body(preferencelist=("plain", "html"))
    if body is None:
        raise UnreadableError("broken")
    text = body.get_content()
    if body.get_content_type() == "text/html":
        return read_html(text.encode())
    return Reading(re.sub(r"(?m)^>+ ?", "", text).split("\n"))
