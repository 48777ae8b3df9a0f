"""From an uploaded file to the text of the minutes. Files are hostile until read.

Limits: 10 MB as it comes, 40 MB unpacked, 200 parts, 500,000 characters of text.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from consuno.agenda import ocr
from consuno.core import child_process
from consuno.reader import normalise
from consuno.reader.files import kinds
from consuno.reader.files.document import UnreadableError
from consuno.reader.files.encodings import decoded

TEXT_LIMIT = 500_000
SECONDS = 30
#: What the child answers when it cannot read, in words that say how to mend it.
REFUSALS = {
    "encrypted": _lazy("El PDF está cifrado. Guárdelo sin contraseña o pegue el texto."),
    "scanned": _lazy(
        "El PDF es una imagen: no tiene texto que leer, y este servidor no lee escaneados. Pegue el texto."
    ),
    "broken": _lazy("El archivo está dañado. Ábralo, guárdelo otra vez o pegue el texto."),
    "doc": _lazy("Es un Word antiguo (.doc). Guárdelo como DOCX y súbalo otra vez."),
    "msg": _lazy(
        "Es un mensaje de Outlook (.msg). Guárdelo como .eml, o traiga el acta que lleva."
    ),
    "misnamed": _lazy("El archivo se llama DOCX u ODT, pero no lo es."),
    "archive": _lazy("Es un archivo comprimido, pero no un DOCX ni un ODT."),
    "swells": _lazy("El archivo crece demasiado al abrirse. Pegue el texto."),
    "binary": _lazy("El archivo no es un texto."),
    "unknown": _lazy(
        "Se leen TXT, Markdown, DOCX, ODT, RTF, HTML, PDF con texto y correos (.eml). Pegue el texto."
    ),
    "slow": _lazy("El archivo tarda demasiado en abrirse. Pegue el texto."),
}


class PaperError(ValueError):
    """The file cannot be read as minutes; the message says why and how to mend it."""


class ScannedError(PaperError):
    """The file holds pictures of pages and no text."""


@dataclass(frozen=True, slots=True)
class Paper:
    """Minutes as they came and as they read."""

    text: str
    content: bytes
    name: str
    #: Line numbers (from 1) at which pages begin, where the file has pages.
    pages: tuple[int, ...] = ()
    #: "tracked": changes read as accepted; "columns": two columns, the order is a guess;
    #: "ordered": two columns, put in order; "pictures": some pages are pictures, not read.
    notes: tuple[str, ...] = ()

    @property
    def unread(self) -> bool:
        """Whether it is a scan whose pages are still to be read."""
        return "scan" in self.notes and not self.text

    @property
    def sha256(self) -> str:
        """Fingerprint of the file as it came."""
        return hashlib.sha256(self.content).hexdigest()


def read_upload(upload: UploadedFile[Any], *, scans: bool = False) -> Paper:
    """Read an uploaded file (`read_file`); raises PaperError."""
    name = PurePosixPath((upload.name or "").replace("\\", "/")).name[:200]
    if getattr(upload, "too_large", False):
        raise PaperError(_("El archivo pasa de 10 MB. Un acta es texto: quite las imágenes."))
    return read_file(upload.read(), name, scans=scans)


def read_file(content: bytes, name: str, *, scans: bool = False) -> Paper:
    """Read a file of any kind that minutes come in; raises PaperError.

    With `scans`, a PDF of pictures comes back without text and with the note "scan": it is read
    later, where this server can.
    """
    kind = kind_of(content, name)
    if kind == "text":
        return Paper(checked(_plain_text(content)), content, name)
    try:
        answer = _read_in_child(kind, content)
    except ScannedError:
        if scans and ocr.available():
            return Paper("", content, name, notes=("scan",))
        raise
    text = checked("\n".join(" ".join(line.split("\n")) for line in answer["lines"]))
    return Paper(text, content, name, tuple(answer["pages"]), tuple(answer["notes"]))


def kind_of(content: bytes, name: str) -> str:
    """What a file is (`reader.files.kinds`). Raises PaperError."""
    try:
        return kinds.kind_of(content, name)
    except UnreadableError as error:
        raise PaperError(REFUSALS[str(error)]) from error


def _read_in_child(kind: str, content: bytes) -> dict[str, Any]:
    """Read in a process with little memory and time; raises PaperError."""
    try:
        answer = child_process.ask("consuno.reader.files", kind, content, seconds=SECONDS)
    except child_process.TooSlowError as error:
        raise PaperError(REFUSALS["slow"]) from error
    if answer.get("error") == "scanned":
        raise ScannedError(REFUSALS["scanned"])
    if "error" in answer:
        raise PaperError(REFUSALS.get(answer["error"], REFUSALS["broken"]))
    return answer


def read_pasted(text: str) -> Paper:
    """Read pasted text; raises PaperError."""
    return Paper(checked(text), text.encode(), "")


def checked(text: str) -> str:
    """Return the text with plain line ends; raises PaperError when it is no minutes at all."""
    if "\x00" in text:
        raise PaperError(_("El archivo no es un texto."))
    # Halves of characters, which broken files yield, could not be stored.
    text = text.encode("utf-8", "replace").decode()
    text = normalise(text.replace("\r\n", "\n").replace("\r", "\n"))
    if not text.strip():
        raise PaperError(_("Está vacío: no hay ningún texto que leer."))
    if len(text) > TEXT_LIMIT:
        raise PaperError(_("Pasa de 500 000 letras, unas 200 páginas. Súbalo por partes."))
    return text


def _plain_text(content: bytes) -> str:
    """Decode what Windows, macOS, DOS and Linux write. Raises PaperError."""
    try:
        return decoded(content)
    except UnreadableError as error:
        raise PaperError(REFUSALS[str(error)]) from error
