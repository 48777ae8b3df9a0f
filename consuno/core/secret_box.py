"""Short secrets kept in the database, unreadable in a copy of it without the signing key."""

from django.conf import settings

from consuno.core import primitives


def _key() -> bytes:
    return settings.SECRET_KEY.encode()


def seal(text: str, *, purpose: str) -> str:
    """Return the text sealed under a key of this purpose alone."""
    return primitives.box(_key(), purpose).encrypt(text.encode()).decode()


def unseal(sealed: str, *, purpose: str) -> str:
    """Return what was sealed. Raises DoesNotOpenError when it, the purpose or the key is another."""
    return primitives.unbox(_key(), purpose, sealed)
