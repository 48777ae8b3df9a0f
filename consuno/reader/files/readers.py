"""The reader of each kind of file."""

from __future__ import annotations

from collections.abc import Callable

from consuno.reader.files import mail, office, pdf, word
from consuno.reader.files.document import Block, Document
from consuno.reader.files.encodings import decoded
from consuno.reader.files.kinds import kind_of


def read(content: bytes, name: str) -> Document:
    """Read a file of any kind. Raises UnreadableError."""
    return READERS[kind_of(content, name)](content)


def read_text(content: bytes) -> Document:
    """Plain text or Markdown, line by line. Raises UnreadableError."""
    return Document([Block("paragraph", line) for line in decoded(content).splitlines()])


def read_mail(content: bytes) -> Document:
    """A mail and what is attached to it. Raises UnreadableError."""
    return mail.read(content, read)


READERS: dict[str, Callable[[bytes], Document]] = {
    "docx": word.read, "odt": office.read_odt, "html": office.read_html, "rtf": office.read_rtf,
    "pdf": pdf.read, "mail": read_mail, "text": read_text,
}  # fmt: skip
