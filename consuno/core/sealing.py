"""Short secrets kept in the database, unreadable in a copy of it without the signing key."""

from base64 import urlsafe_b64encode

from cryptography.fernet import Fernet
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings


def _box(purpose: str) -> Fernet:
    derived = HKDF(SHA256(), 32, salt=None, info=purpose.encode()).derive(
        settings.SECRET_KEY.encode()
    )
    return Fernet(urlsafe_b64encode(derived))


def seal(text: str, *, purpose: str) -> str:
    """Return the text sealed under a key of this purpose alone."""
    return _box(purpose).encrypt(text.encode()).decode()


def unseal(sealed: str, *, purpose: str) -> str:
    """Return what was sealed. Raises InvalidToken when it, the purpose or the key is another."""
    return _box(purpose).decrypt(sealed.encode()).decode()
