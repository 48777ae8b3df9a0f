"""The vault's ground against the published vectors, and what it must refuse."""

import json
from hashlib import shake_256
from pathlib import Path

import cryptography_vectors
import pytest
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from hypothesis import given
from hypothesis import strategies as st

from consuno.core import primitives as p

VECTORS = Path(cryptography_vectors.__file__).parent
HPKE = {p.CLASSIC: ("test-vectors.json", 0x20), p.HYBRID: ("hpke-pq-test-vectors.json", 0x647A)}
SUITES = pytest.mark.parametrize("suite", [p.CLASSIC, p.HYBRID])


def published(suite):
    name, kem = HPKE[suite]
    found = json.loads((VECTORS / "HPKE" / name).read_text())
    ours = ("mode", 0), ("kem_id", kem), ("kdf_id", 1), ("aead_id", 3)
    return next(each for each in found if all(each[key] == value for key, value in ours))


def opening_key(suite, raw):
    """The private key as we keep it: of the hybrid, its seed grown into both."""
    return raw if suite == p.CLASSIC else shake_256(raw).digest(96)


@SUITES
def test_hpke_opens_what_the_standard_sealed(suite):
    vector = {k: bytes.fromhex(v) for k, v in published(suite).items() if isinstance(v, str)}
    # The standard's text under the standard's own key and nonce, without associated data as we seal.
    plain = bytes.fromhex(published(suite)["encryptions"][0]["pt"])
    text = ChaCha20Poly1305(vector["key"]).encrypt(vector["base_nonce"], plain, b"")
    secret = p.Secret(suite, opening_key(suite, vector["skRm"]), bytes(32))
    assert secret.public.sealing == vector["pkRm"]
    assert p.open_with(secret, bytes([suite]) + vector["enc"] + text, vector["info"]) == plain


def test_argon2id_is_the_standards():
    # The standard's own vector has a secret and associated data, which we never give.
    ours = p.stretch("password", b"somesalt", passes=2, kib=65536, lanes=1)
    # Published with the reference implementation: t=2, m=65536, p=1, v=19.
    assert ours.hex() == "09316115d5cf24ed5a15a31a3ba326e5cf32edc24702987c02b6566f61913cf7"


def test_hkdf_and_ed25519_are_the_standards():
    # RFC 5869, third case (no salt, no purpose), its first 32 bytes.
    assert p.derive(b"\x0b" * 22, "").hex() == (
        "8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d"
    )
    secret = p.Secret(p.CLASSIC, bytes(32), bytes.fromhex(
        "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60"))  # fmt: skip
    assert secret.public.checking.hex() == (
        "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a"
    )
    signature = p.sign(secret, b"")
    assert signature.hex().startswith(
        "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901"
    )
    assert p.is_signed(secret.public.checking, signature, b"")
    assert not p.is_signed(secret.public.checking, signature, b"x")


@SUITES
@given(plain=st.binary(max_size=200), at=st.integers(min_value=0), bit=st.integers(0, 7))
def test_row_7_no_flipped_bit_opens(suite, plain, at, bit):
    secret, key = p.new_secret(suite), p.new_key()
    for sealed, opened in (
        (p.seal_to(secret.public, plain, b"here"), lambda s: p.open_with(secret, s, b"here")),
        (p.encrypt(key, plain, b"here"), lambda s: p.decrypt(key, s, b"here")),
    ):
        assert opened(sealed) == plain
        broken = bytearray(sealed)
        broken[at % len(broken)] ^= 1 << bit
        with pytest.raises(p.DoesNotOpenError):
            opened(bytes(broken))
        with pytest.raises(p.DoesNotOpenError):
            opened(sealed[: at % len(sealed)])


@SUITES
def test_row_7_neither_another_key_nor_another_place_opens(suite):
    mine, other = p.new_secret(suite), p.new_secret(suite)
    sealed = p.seal_to(mine.public, b"algo", p.context("section", 1))
    for secret, bound in ((other, p.context("section", 1)), (mine, p.context("section", 2))):
        with pytest.raises(p.DoesNotOpenError):
            p.open_with(secret, sealed, bound)


def test_a_context_has_one_reading():
    assert p.context("a", "b", "c") != p.context("a", "bc", "")
    assert p.context("a", "1") != p.context("a", 1)
    assert p.context("a", 'b","c') != p.context("a", "b", "c")


def test_row_8_no_nonce_and_no_ephemeral_key_is_used_twice():
    key, public = p.new_key(), p.new_secret().public
    assert len({p.encrypt(key, b"", b"")[1:13] for _ in range(100_000)}) == 100_000
    assert len({p.seal_to(public, b"", b"")[1:33] for _ in range(5_000)}) == 5_000


@SUITES
def test_a_secret_comes_back_from_its_bytes_and_is_never_printed(suite):
    secret = p.new_secret(suite)
    assert p.Secret.from_bytes(secret.to_bytes()) == secret
    assert secret.opening.hex() not in repr(secret)
    assert str(secret.opening)[2:-1] not in repr(secret)
    assert len(secret.public.fingerprint.replace(" ", "")) == 40


def test_a_box_of_one_purpose_opens_for_no_other():
    key = p.new_key()
    sealed = p.box(key, "a").encrypt(b"JBSWY3DP").decode()
    assert p.unbox(key, "a", sealed) == "JBSWY3DP"
    with pytest.raises(p.DoesNotOpenError):
        p.unbox(key, "b", sealed)
