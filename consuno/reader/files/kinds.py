"""What a file is, by what it holds; its name only tells texts apart."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import PurePosixPath

from consuno.reader.files.document import UnreadableError

#: An office file that unpacks to more, or has more parts, is not opened.
UNPACKED_LIMIT = 40 * 1024 * 1024
PARTS_LIMIT = 200
_OLE = b"\xd0\xcf\x11\xe0"
_MARKS = ((b"%pdf", "pdf"), (b"{\\rtf", "rtf"), (b"<!doctype html", "html"), (b"<html", "html"))
#: A mail begins with its headers.
_MAIL = re.compile(rb"[a-z][a-z-]*: .*\n(?:.*\n)*?mime-version: ")
_NAMED = {
    ".htm": "html", ".html": "html", ".eml": "mail",
    **dict.fromkeys(("", ".txt", ".md", ".markdown"), "text"),
}  # fmt: skip


def kind_of(content: bytes, name: str) -> str:
    """One of docx, odt, pdf, rtf, html, mail, text (Markdown, too).

    Raises UnreadableError: "doc", "msg" (old formats), "misnamed", "archive" (none of these), "broken",
    "swells" (a bomb) or "unknown".
    """
    suffix = PurePosixPath(name.lower()).suffix
    head = content[:4096].lstrip().lower()
    if content.startswith(b"PK"):
        return _in_archive(content)
    if content.startswith(_OLE):
        raise UnreadableError("msg" if suffix == ".msg" else "doc")
    for mark, kind in _MARKS:
        if head.startswith(mark):
            return kind
    if _MAIL.match(head):
        return "mail"
    if suffix in {".docx", ".odt"}:
        raise UnreadableError("misnamed")
    if suffix in _NAMED:
        return _NAMED[suffix]
    raise UnreadableError("unknown")


def _in_archive(content: bytes) -> str:
    """An office file is measured before anything in it is opened."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError) as error:
        raise UnreadableError("broken") from error
    names = {part.filename for part in parts}
    kind = "docx" if "word/document.xml" in names else "odt" if "content.xml" in names else ""
    if not kind:
        raise UnreadableError("archive")
    if len(parts) > PARTS_LIMIT or sum(part.file_size for part in parts) > UNPACKED_LIMIT:
        raise UnreadableError("swells")
    return kind
