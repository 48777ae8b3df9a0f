"""Text as Windows, macOS, DOS and Linux write it."""

from __future__ import annotations

import codecs
import re

from consuno.reader.files.document import UnreadableError

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF32_LE, "utf-32"), (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"),
)  # fmt: skip
#: Encodings of one byte a letter, in which every file can be read: the right one has the letters of
#: Spanish inside words, the wrong ones signs.
_ONE_BYTE = ("cp1252", "mac_roman", "cp850")
_LETTERS = re.compile(
    r"(?<=[A-Za-zÁÉÍÓÚÜÑáéíóúüñ])[áéíóúüñç]|[áéíóúñÁÉÍÓÚÑ](?=[a-zA-Z])|(?<![^\W_])[¿¡«“](?=\w)"
)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f]")
_UTF16 = 0.3


def decoded(content: bytes) -> str:
    """The text of a file without a format. Raises UnreadableError("binary")."""
    for mark, encoding in _BOMS:
        if content.startswith(mark):
            return content.decode(encoding, errors="replace").removeprefix("\ufeff")
    zeros = content[:4000].count(0)
    if zeros:
        return _wide(content, zeros)
    try:
        return content.decode()
    except UnicodeDecodeError:
        return max((content.decode(each, errors="replace") for each in _ONE_BYTE), key=_likely)


def _wide(content: bytes, zeros: int) -> str:
    """UTF-16 that does not say so: about half of its bytes are zero, all on one side."""
    sample = content[:4000]
    sides = sample[::2].count(0), sample[1::2].count(0)
    if zeros < _UTF16 * len(sample) or min(sides) or len(content) % 2:
        raise UnreadableError("binary")
    text = content.decode("utf-16-le" if sides[1] else "utf-16-be", errors="replace")
    if _CONTROL.search(text):
        raise UnreadableError("binary")
    return text


def _likely(text: str) -> int:
    """How many letters of Spanish stand inside words; the first of equals is taken."""
    return len(_LETTERS.findall(text))
