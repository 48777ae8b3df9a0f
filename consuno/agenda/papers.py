"""From an uploaded file to the text of the minutes. Files are hostile until read.

Limits: 10 MB as it comes, 40 MB unpacked, 200 parts, 500,000 characters of text.
"""

from __future__ import annotations

import hashlib
import io
import zipfile
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from consuno.agenda import ocr
from consuno.core import child_process
from consuno.reader import normalise

UNPACKED_LIMIT = 40 * 1024 * 1024
PARTS_LIMIT = 200
TEXT_LIMIT = 500_000
SECONDS = 30
#: What the child answers when it cannot read, in words that say how to mend it.
REFUSALS = {
    "encrypted": _lazy("El PDF está cifrado. Guárdelo sin contraseña o pegue el texto."),
    "scanned": _lazy(
        "El PDF es una imagen: no tiene texto que leer, y este servidor no lee escaneados. Pegue el texto."
    ),
    "broken": _lazy("El archivo está dañado. Ábralo, guárdelo otra vez o pegue el texto."),
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
    """Read an uploaded file; raises PaperError.

    With `scans`, a PDF of pictures comes back without text and with the note "scan": it is read
    later, where this server can.
    """
    name = PurePosixPath((upload.name or "").replace("\\", "/")).name[:200]
    if getattr(upload, "too_large", False):
        raise PaperError(_("El archivo pasa de 10 MB. Un acta es texto: quite las imágenes."))
    content = upload.read()
    kind = kind_of(content, name)
    if kind == "text":
        return Paper(checked(_plain_text(content)), content, name)
    if kind in {"docx", "odt"}:
        _check_archive(content)
    try:
        answer = _read_in_child(kind, content)
    except ScannedError:
        if scans and ocr.available():
            return Paper("", content, name, notes=("scan",))
        raise
    text = checked("\n".join(" ".join(line.split("\n")) for line in answer["lines"]))
    return Paper(text, content, name, tuple(answer["pages"]), tuple(answer["notes"]))


def kind_of(content: bytes, name: str) -> str:
    """What a file is, by what it holds; its name only tells texts apart. Raises PaperError."""
    suffix = PurePosixPath(name.lower()).suffix
    head = content[:1024].lstrip().lower()
    if content.startswith(b"PK"):
        return _office_kind(content)
    if content.startswith(b"\xd0\xcf\x11\xe0"):
        raise PaperError(_("Es un Word antiguo (.doc). Guárdelo como DOCX y súbalo otra vez."))
    for mark, kind in (
        (b"%pdf", "pdf"),
        (b"{\\rtf", "rtf"),
        (b"<!doctype html", "html"),
        (b"<html", "html"),
    ):
        if head.startswith(mark):
            return kind
    if suffix in {".docx", ".odt"}:
        raise PaperError(_("El archivo se llama DOCX u ODT, pero no lo es."))
    if suffix in {".htm", ".html"}:
        return "html"
    if suffix == ".eml":
        return "mail"
    if suffix in {"", ".txt", ".md", ".markdown"}:
        return "text"
    raise PaperError(
        _(
            "Se leen TXT, Markdown, DOCX, ODT, RTF, HTML, PDF con texto y correos (.eml). Pegue el texto."
        )
    )


def _office_kind(content: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            names = set(archive.namelist())
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError) as error:
        raise PaperError(_("El archivo está dañado o no es un DOCX ni un ODT.")) from error
    if "word/document.xml" in names:
        return "docx"
    if "content.xml" in names:
        return "odt"
    raise PaperError(_("Es un archivo comprimido, pero no un DOCX ni un ODT."))


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
    """Decode what Windows, macOS and Linux write."""
    if content[:2] in {b"\xff\xfe", b"\xfe\xff"}:
        return content.decode("utf-16", errors="replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        if b"\x00" in content:
            raise PaperError(_("El archivo no es un texto.")) from None
        return content.decode("cp1252", errors="replace")


def _check_archive(content: bytes) -> None:
    """Refuse what would swell: an archive is measured before anything in it is opened."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
        raise PaperError(_("El archivo está dañado o no es un DOCX ni un ODT.")) from error
    if len(parts) > PARTS_LIMIT or sum(part.file_size for part in parts) > UNPACKED_LIMIT:
        raise PaperError(_("El archivo crece demasiado al abrirse. Pegue el texto."))
