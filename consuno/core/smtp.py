"""The address of the mail server, as CONSUNO_MAIL gives it."""

from __future__ import annotations

from urllib.parse import unquote, urlsplit

#: This machine's own names, as a Host header writes them.
LOOPBACK = ("127.0.0.1", "localhost", "[::1]")


class AddressError(ValueError):
    """It is no address of a mail server."""


def mail_server(address: str) -> dict[str, object]:
    """Return the mail settings of an address such as smtp://user:password@host:port.

    `smtp` begins TLS on the line (port 587), `smtps` speaks it from the start (465). Raises
    AddressError for any other address: it could send a password in clear, or nothing.
    """
    parts = urlsplit(address)
    try:
        port = parts.port
    except ValueError:
        raise AddressError from None
    if parts.scheme not in ("smtp", "smtps") or not parts.hostname:
        raise AddressError
    return {
        "EMAIL_HOST": parts.hostname,
        "EMAIL_PORT": port or (465 if parts.scheme == "smtps" else 587),
        "EMAIL_HOST_USER": unquote(parts.username or ""),
        "EMAIL_HOST_PASSWORD": unquote(parts.password or ""),
        "EMAIL_USE_SSL": parts.scheme == "smtps",
        # A relay on this machine needs no TLS and often has no certificate.
        "EMAIL_USE_TLS": parts.scheme == "smtp" and parts.hostname not in (*LOOPBACK, "::1"),
        "EMAIL_TIMEOUT": 20,
    }
