"""Files without their hidden data: who wrote them, on which device, at which place.

Tracked changes and comments inside a document are words that people see; they stay, without whose they are. A file
that has a part of a kind that is not known comes back as it is, and is said not to be clean.
"""

from __future__ import annotations

import base64
import io
import zipfile

from consuno.core import child_process


def scrubbed(content: bytes) -> tuple[bytes, bool]:
    """Return the file without hidden data, and whether that could be done.

    A file of a kind that is not known, or that cannot be read, comes back as it is: whoever reads it
    is told so.
    """
    kind = _kind(content)
    if not kind:
        return content, False
    try:
        answer = child_process.ask("consuno.core.scrubber", kind, content)
    except child_process.TooSlowError:
        return content, False
    if "content" not in answer:
        return content, False
    return base64.b64decode(answer["content"]), True


def _kind(content: bytes) -> str:
    if content.startswith((b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n")):
        return "picture"
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return "picture"
    if content.startswith(b"%PDF-"):
        return "pdf"
    if content.startswith(b"PK\x03\x04") and _is_office(content):
        return "office"
    return ""


def _is_office(content: bytes) -> bool:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            names = set(archive.namelist())
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError):
        return False
    return "[Content_Types].xml" in names or {"content.xml", "mimetype"} <= names
