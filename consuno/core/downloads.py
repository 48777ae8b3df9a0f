"""Files that leave as files: never shown in the browser, under a name that cannot end the header."""

from __future__ import annotations

from django.http import HttpResponse


def attachment(
    content: bytes, name: str, *, kind: str = "application/octet-stream", otherwise: str = "archivo"
) -> HttpResponse:
    """Return a file to keep. A name of which nothing is left is `otherwise`.

    `kind` is for what we made ourselves; what people brought is hostile and stays without one.
    """
    response = HttpResponse(content, content_type=kind)
    response["Content-Disposition"] = f'attachment; filename="{safe(name) or otherwise}"'
    return response


def safe(name: str) -> str:
    """Leave nothing in a file name that could end the header."""
    return "".join(char for char in name if char.isascii() and (char.isalnum() or char in "._- "))
