"""Mail: its text, or the minutes that came with it."""

from __future__ import annotations

import email
import email.policy
import re
from collections.abc import Callable, Iterator
from email.message import EmailMessage, MIMEPart

from consuno.reader.files import office
from consuno.reader.files.document import Block, Document, UnreadableError
from consuno.reader.files.encodings import decoded

#: Reads a file by its content and its name.
Reader = Callable[[bytes, str], Document]
#: Mails within mails are opened so deep.
DEEPEST = 3


def read(content: bytes, read_file: Reader) -> Document:
    """What is read of a mail is its longest text: its own, or that of a file or mail attached to it.

    The files that are not read are named in the notes, as "attached:NAME". Raises UnreadableError.
    """
    message = email.message_from_bytes(content, policy=email.policy.default)
    if not isinstance(message, EmailMessage):
        raise UnreadableError("broken")
    return _read(message, read_file, DEEPEST)


def _read(message: EmailMessage, read_file: Reader, deep: int) -> Document:
    texts = [("", _body(message)), *_attached(message, read_file, deep)]
    name, best = max(texts, key=lambda each: _words(each[1]))
    if best is None:
        raise UnreadableError("broken")
    if name:
        best.notes.add("forwarded")
    best.notes |= {f"attached:{other}" for other, _text in texts if other and other != name}
    return best


def _words(document: Document | None) -> int:
    return -1 if document is None else len(" ".join(document.lines()).split())


def _body(message: EmailMessage) -> Document | None:
    """The text of a mail, plain before HTML; what is quoted in it stays, without its marks."""
    body = message.get_body(preferencelist=("plain", "html"))
    if body is None:
        return None
    text = _words_of(body)
    if body.get_content_type() == "text/html":
        return office.read_html(text.encode())
    lines = re.sub(r"(?m)^(?:> ?)+", "", text).split("\n")
    return Document([Block("paragraph", line) for line in lines])


def _words_of(body: MIMEPart) -> str:
    """The text of a part: as it declares, or as its bytes look where it declares nothing true."""
    content = body.get_payload(decode=True)
    raw = content if isinstance(content, bytes) else b""
    try:
        return raw.decode(body.get_content_charset("ascii"))
    except (UnicodeDecodeError, LookupError):
        return decoded(raw)


def _attached(
    message: EmailMessage, read_file: Reader, deep: int
) -> Iterator[tuple[str, Document | None]]:
    """Each attachment by its name, with what it says where it can be read."""
    for part in message.iter_attachments():
        inside = part.get_content() if part.get_content_type() == "message/rfc822" else None
        if isinstance(inside, EmailMessage):
            read = _read(inside, read_file, deep - 1) if deep else None
            yield str(inside["subject"] or "mail"), read
            continue
        if part.get_content_disposition() == "inline" and part.get_content_maintype() == "image":
            continue  # the logo of a signature
        yield part.get_filename() or part.get_content_type(), _file(part, read_file)


def _file(part: EmailMessage, read_file: Reader) -> Document | None:
    content = part.get_payload(decode=True)
    try:
        return read_file(content if isinstance(content, bytes) else b"", part.get_filename() or "")
    except (UnreadableError, ValueError, LookupError):
        return None
