"""What is sealed, as words and back: of even sizes, so that a length says little."""

from __future__ import annotations

import json
from typing import Any

#: Bytes: each sealed text is as long as the next multiple.
STEP = 512


def pack(said: dict[str, Any]) -> bytes:
    """As JSON, filled up with spaces."""
    plain = json.dumps(said, ensure_ascii=False, separators=(",", ":")).encode()
    return plain + b" " * (-len(plain) % STEP)


def unpack(plain: bytes) -> dict[str, Any]:
    """What `pack` was given."""
    found: dict[str, Any] = json.loads(plain)
    return found
