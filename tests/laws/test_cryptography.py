"""Cryptography lives in one module, and chance comes from one place (ASVS 11.1.3, 11.5.1)."""

import ast
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2] / "consuno"
GROUND = ROOT / "core" / "primitives.py"
#: Whatever seals, signs or stretches. `hashlib` and `secrets` are not here: fingerprints and tokens.
CRYPTOGRAPHY = {"cryptography", "argon2", "nacl", "hmac", "Crypto", "OpenSSL", "fido2", "jwt"}


#: Where a uuid is the public name of something, and opens nothing.
NAMES = {"services/models/service.py", "core/mail.py"}


def imported(path):
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (name.name.split(".")[0] for name in node.names)
        elif isinstance(node, ast.ImportFrom) and not node.level:
            yield (node.module or "").split(".")[0]


def sources():
    return [path for path in ROOT.rglob("*.py") if "migrations" not in path.parts]


def test_row_13_only_the_ground_of_the_vault_imports_cryptography():
    found = {path for path in sources() if CRYPTOGRAPHY & set(imported(path))}
    assert found == {GROUND}
    assert GROUND.read_text("utf-8").count("\n") <= 300


def test_row_11_nothing_takes_chance_from_random_nor_a_uuid_for_a_secret():
    for path in sources():
        assert "random" not in set(imported(path)), path
        if str(path.relative_to(ROOT)) not in NAMES:
            assert "uuid4" not in path.read_text("utf-8"), path
