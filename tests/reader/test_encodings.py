"""Text files of any machine are read with their letters, never garbled."""

import pytest

from consuno.reader.files.document import UnreadableError
from consuno.reader.files.encodings import decoded

SPANISH = (
    "La Secretaría Técnica enviará el informe de protección a más tardar el 30 de abril.\n"
    "¿Quién lo revisará? El Salvador, Panamá y México; la señora Núñez («prueba») también.\n"
)


@pytest.mark.parametrize(
    "encoding",
    ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252", "latin-1", "mac_roman", "cp850"],
)  # fmt: skip
def test_spanish_of_every_machine(encoding):
    assert decoded(SPANISH.encode(encoding)) == SPANISH


@pytest.mark.parametrize("encoding", ["cp1252", "mac_roman", "cp850"])
def test_a_single_accent_is_enough(encoding):
    text = "Honduras remitirá su directorio."
    assert decoded(text.encode(encoding)) == text


def test_what_is_no_text_is_said_to_be_none():
    for content in (b"\x00\x01\x02\x03", b"text\x00text", b"\x00" * 100):
        with pytest.raises(UnreadableError, match="binary"):
            decoded(content)
