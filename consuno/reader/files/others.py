"""Mail."""

from __future__ import annotations

import email
import email.policy
import re

from consuno.reader.files.document import Block, Document, UnreadableError
from consuno.reader.files.office import read_html


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
