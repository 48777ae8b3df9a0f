"""The ground of the vault and of every keyed hash: the only module of the project that imports
cryptography (a law test holds it).

Nothing here is ours but the framing: HPKE (RFC 9180), ChaCha20-Poly1305 (RFC 8439), HKDF (RFC 5869),
Ed25519 (RFC 8032) and Argon2id (RFC 9106) come from maintained libraries and are held to the published
vectors. Every sealed thing says its suite and is bound to its context: moved, swapped or altered, it does
not open.
"""

from __future__ import annotations

import hmac
import json
import secrets
from base64 import urlsafe_b64encode
from dataclasses import dataclass, field
from hashlib import sha256

from argon2 import low_level
from cryptography.exceptions import InvalidSignature, InvalidTag
from cryptography.fernet import Fernet, InvalidToken
from cryptography.hazmat.primitives import hpke
from cryptography.hazmat.primitives.asymmetric import ed25519, mlkem, x25519
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from nacl import bindings as sodium

#: Suites. CLASSIC: DHKEM(X25519), HKDF-SHA256, ChaCha20-Poly1305. HYBRID: the same with ML-KEM-768 beside
#: X25519, against who keeps today's copies for tomorrow's machines (1,136 bytes more in each wrap).
CLASSIC, HYBRID = 1, 2
KEY_BYTES = 32
_NONCE = 12
_SEED = 64  # of ML-KEM, bytes
_MLKEM_PUBLIC = 1184
_SUITES = {
    CLASSIC: hpke.Suite(hpke.KEM.X25519, hpke.KDF.HKDF_SHA256, hpke.AEAD.CHACHA20_POLY1305),
    HYBRID: hpke.Suite(hpke.KEM.MLKEM768_X25519, hpke.KDF.HKDF_SHA256, hpke.AEAD.CHACHA20_POLY1305),
}  # fmt: skip


class DoesNotOpenError(Exception):
    """The key, the place or the sealed bytes are not those that belong together. Says no more than that."""


@dataclass(frozen=True, slots=True)
class Secret:
    """What opens and what signs: one private key of each kind. Never printed."""

    suite: int
    opening: bytes = field(repr=False)
    signing: bytes = field(repr=False)

    def to_bytes(self) -> bytes:
        """One suite byte, 32 bytes that sign, and those that open."""
        return bytes([self.suite]) + self.signing + self.opening

    @classmethod
    def from_bytes(cls, raw: bytes) -> Secret:
        """What `to_bytes` gave."""
        return cls(raw[0], raw[1 + KEY_BYTES :], raw[1 : 1 + KEY_BYTES])

    @property
    def public(self) -> Public:
        """What may be shown to anybody."""
        signs = ed25519.Ed25519PrivateKey.from_private_bytes(self.signing)
        return Public(self.suite, _public_of(self), signs.public_key().public_bytes_raw())


@dataclass(frozen=True, slots=True)
class Public:
    """What one seals to, and what checks signatures."""

    suite: int
    sealing: bytes
    checking: bytes

    @property
    def fingerprint(self) -> str:
        """First 160 bits of SHA-256 over all of it, in ten groups of four hexadecimal figures."""
        whole = sha256(bytes([self.suite]) + self.sealing + self.checking).hexdigest()[:40]
        return " ".join(whole[at : at + 4] for at in range(0, 40, 4)).upper()


def new_secret(suite: int = CLASSIC) -> Secret:
    """Make a pair of private keys from the system's randomness."""
    length = KEY_BYTES if suite == CLASSIC else _SEED + KEY_BYTES
    return Secret(suite, secrets.token_bytes(length), secrets.token_bytes(KEY_BYTES))


def _private(secret: Secret) -> x25519.X25519PrivateKey | hpke.MLKEM768X25519PrivateKey:
    if secret.suite == CLASSIC:
        return x25519.X25519PrivateKey.from_private_bytes(secret.opening)
    seed, scalar = secret.opening[:_SEED], secret.opening[_SEED:]
    return hpke.MLKEM768X25519PrivateKey(
        mlkem.MLKEM768PrivateKey.from_seed_bytes(seed),
        x25519.X25519PrivateKey.from_private_bytes(scalar),
    )


def _public_of(secret: Secret) -> bytes:
    scalar = x25519.X25519PrivateKey.from_private_bytes(secret.opening[-KEY_BYTES:])
    curve = scalar.public_key().public_bytes_raw()
    if secret.suite == CLASSIC:
        return curve
    lattice = mlkem.MLKEM768PrivateKey.from_seed_bytes(secret.opening[:_SEED])
    return lattice.public_key().public_bytes_raw() + curve


def _public(public: Public) -> x25519.X25519PublicKey | hpke.MLKEM768X25519PublicKey:
    curve = x25519.X25519PublicKey.from_public_bytes(public.sealing[-KEY_BYTES:])
    if public.suite == CLASSIC:
        return curve
    lattice = mlkem.MLKEM768PublicKey.from_public_bytes(public.sealing[:_MLKEM_PUBLIC])
    return hpke.MLKEM768X25519PublicKey(lattice, curve)


def context(use: str, *parts: str | int) -> bytes:
    """What a sealed thing is bound to: its use and its place, with no two readings of the same bytes."""
    return json.dumps([use, *parts], ensure_ascii=True, separators=(",", ":")).encode()


def seal_to(public: Public, plain: bytes, bound: bytes) -> bytes:
    """Seal so that only its secret opens, and only in this context. Suite byte, then HPKE's own."""
    return bytes([public.suite]) + _SUITES[public.suite].encrypt(plain, _public(public), bound)


def open_with(secret: Secret, sealed: bytes, bound: bytes) -> bytes:
    """Open what was sealed to it. Raises DoesNotOpenError."""
    if not sealed or sealed[0] != secret.suite:
        raise DoesNotOpenError
    try:
        return _SUITES[secret.suite].decrypt(sealed[1:], _private(secret), bound)
    except (InvalidTag, ValueError) as error:
        raise DoesNotOpenError from error


def new_key() -> bytes:
    """A key of a section: 256 random bits."""
    return secrets.token_bytes(KEY_BYTES)


def encrypt(key: bytes, plain: bytes, bound: bytes) -> bytes:
    """Seal under a key, bound to its context. Version byte, 96 random bits, text and tag.

    A key seals few texts (each section has its own, and a new one at each re-keying), so that random
    nonces never meet.
    """
    nonce = secrets.token_bytes(_NONCE)
    return bytes([1]) + nonce + ChaCha20Poly1305(key).encrypt(nonce, plain, bound)


def decrypt(key: bytes, sealed: bytes, bound: bytes) -> bytes:
    """Open it. Raises DoesNotOpenError."""
    if len(sealed) <= _NONCE or sealed[0] != 1:
        raise DoesNotOpenError
    nonce, text = sealed[1 : 1 + _NONCE], sealed[1 + _NONCE :]
    try:
        return ChaCha20Poly1305(key).decrypt(nonce, text, bound)
    except InvalidTag as error:
        raise DoesNotOpenError from error


def derive(key: bytes, purpose: str) -> bytes:
    """Another key of 256 bits, for one purpose alone (HKDF-SHA256)."""
    return HKDF(SHA256(), KEY_BYTES, salt=None, info=purpose.encode()).derive(key)


def stretch(passphrase: str, salt: bytes, *, passes: int, kib: int, lanes: int) -> bytes:
    """A key from a passphrase, slow and heavy on purpose (Argon2id). Memory in KiB."""
    return low_level.hash_secret_raw(
        passphrase.encode(), salt, passes, kib, lanes, KEY_BYTES, low_level.Type.ID
    )


def sign(secret: Secret, statement: bytes) -> bytes:
    """Sign a statement (Ed25519, 64 bytes)."""
    return ed25519.Ed25519PrivateKey.from_private_bytes(secret.signing).sign(statement)


def is_signed(checking: bytes, signature: bytes, statement: bytes) -> bool:
    """Whether the key that checks says yes."""
    try:
        ed25519.Ed25519PublicKey.from_public_bytes(checking).verify(signature, statement)
    except (InvalidSignature, ValueError):
        return False
    return True


def tag(key: bytes, text: bytes) -> bytes:
    """A keyed hash (HMAC-SHA256): the same text gives the same tag, and says nothing without the key."""
    return hmac.digest(key, text, "sha256")


def is_same(one: bytes, other: bytes) -> bool:
    """Compare two tags in a time that says nothing of where they differ."""
    return hmac.compare_digest(one, other)


@dataclass(slots=True)
class Stream:
    """A long thing sealed or opened piece by piece, in order and whole (secretstream, XChaCha20-Poly1305)."""

    state: sodium.crypto_secretstream_xchacha20poly1305_state
    bound: bytes
    header: bytes = b""

    def push(self, piece: bytes, *, last: bool = False) -> bytes:
        """Seal the next piece; the last one is marked, so that what is cut off does not pass for whole."""
        mark = _LAST if last else _MORE
        sealed: bytes = sodium.crypto_secretstream_xchacha20poly1305_push(
            self.state, piece, self.bound, mark
        )
        return sealed

    def pull(self, sealed: bytes) -> tuple[bytes, bool]:
        """Open the next piece, and whether it is the last. Raises DoesNotOpenError."""
        try:
            piece, mark = sodium.crypto_secretstream_xchacha20poly1305_pull(
                self.state, sealed, self.bound
            )
        except (RuntimeError, ValueError) as error:
            raise DoesNotOpenError from error
        return piece, mark == _LAST


_LAST = sodium.crypto_secretstream_xchacha20poly1305_TAG_FINAL
_MORE = sodium.crypto_secretstream_xchacha20poly1305_TAG_MESSAGE
#: Bytes of a stream's beginning, and by how many each sealed piece is longer than its text.
STREAM_HEADER = sodium.crypto_secretstream_xchacha20poly1305_HEADERBYTES
STREAM_EXTRA = sodium.crypto_secretstream_xchacha20poly1305_ABYTES


def seal_stream(key: bytes, bound: bytes) -> Stream:
    """Begin to seal; its header goes before the first piece."""
    state = sodium.crypto_secretstream_xchacha20poly1305_state()
    header = sodium.crypto_secretstream_xchacha20poly1305_init_push(state, key)
    return Stream(state, bound, header)


def open_stream(key: bytes, header: bytes, bound: bytes) -> Stream:
    """Begin to open what `seal_stream` began. Raises DoesNotOpenError."""
    state = sodium.crypto_secretstream_xchacha20poly1305_state()
    try:
        sodium.crypto_secretstream_xchacha20poly1305_init_pull(state, header, key)
    except (RuntimeError, ValueError, TypeError) as error:
        raise DoesNotOpenError from error
    return Stream(state, bound, header)


def box(key: bytes, purpose: str) -> Fernet:
    """A box for short texts kept by the server itself (Fernet), of one purpose alone."""
    return Fernet(urlsafe_b64encode(derive(key, purpose)))


def unbox(key: bytes, purpose: str, sealed: str) -> str:
    """Open such a box. Raises DoesNotOpenError."""
    try:
        return box(key, purpose).decrypt(sealed.encode()).decode()
    except InvalidToken as error:
        raise DoesNotOpenError from error
