"""From an uploaded file to the text of the minutes. Files are hostile until read.

Limits: 10 MB as it comes, 40 MB unpacked, 200 parts, 500,000 characters of text.
"""

from __future__ import annotations

import hashlib
import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _

UNPACKED_LIMIT = 40 * 1024 * 1024
PARTS_LIMIT = 200
TEXT_LIMIT = 500_000


class PaperError(ValueError):
    """The file cannot be read as minutes; the message says why and how to mend it."""


@dataclass(frozen=True, slots=True)
class Paper:
    """Minutes as they came and as they read."""

    text: str
    content: bytes
    name: str

    @property
    def sha256(self) -> str:
        """Fingerprint of the file as it came."""
        return hashlib.sha256(self.content).hexdigest()


def read_upload(upload: UploadedFile[Any]) -> Paper:
    """Read an uploaded file; raises PaperError."""
    name = PurePosixPath((upload.name or "").replace("\\", "/")).name[:200]
    if getattr(upload, "too_large", False):
        raise PaperError(_("El archivo pasa de 10 MB. Un acta es texto: quite las imágenes."))
    content = upload.read()
    suffix = PurePosixPath(name.lower()).suffix
    if suffix == ".docx":
        text = _word_text(content)
    elif suffix in {".txt", ".md", ".markdown"}:
        text = _plain_text(content)
    else:
        raise PaperError(
            _("Se leen archivos TXT, Markdown y DOCX. Guárdelo en uno de ellos, o pegue el texto.")
        )
    return Paper(checked(text), content, name)


def read_pasted(text: str) -> Paper:
    """Read pasted text; raises PaperError."""
    return Paper(checked(text), text.encode(), "")


def checked(text: str) -> str:
    """Return the text with plain line ends; raises PaperError when it is no minutes at all."""
    if "\x00" in text:
        raise PaperError(_("El archivo no es un texto."))
    text = text.replace("\r\n", "\n").replace("\r", "\n")
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


def _word_text(content: bytes) -> str:
    """Paragraphs, list items and tables of a Word file, as lines."""
    _check_archive(content)
    # Imported here: only an upload needs it.
    from docx import Document

    try:
        document = Document(io.BytesIO(content))
        return "\n".join(_lines(document))
    except PaperError:
        raise
    except Exception as error:
        # The library raises many kinds of errors on broken files; all mean the same to a person.
        raise PaperError(
            _("El archivo DOCX está dañado. Ábralo en Word, guárdelo otra vez o pegue el texto.")
        ) from error


def _check_archive(content: bytes) -> None:
    """Refuse what would swell: an archive is measured before anything in it is opened."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
        raise PaperError(_("El archivo se llama DOCX, pero no lo es.")) from error
    if len(parts) > PARTS_LIMIT or sum(part.file_size for part in parts) > UNPACKED_LIMIT:
        raise PaperError(_("El archivo DOCX crece demasiado al abrirse. Pegue el texto."))


def _lines(document: Any) -> Iterator[str]:
    for block in document.iter_inner_content():
        if hasattr(block, "rows"):
            for row in block.rows:
                cells = [" ".join(cell.text.split()) for cell in row.cells]
                yield "| " + " | ".join(cells) + " |"
        else:
            listed = any(
                part is not None and part.numPr is not None
                for part in (block._p.pPr, block.style.element.pPr if block.style else None)
            )
            # Word keeps list marks apart from the text; the reader needs to see them.
            yield ("• " if listed and block.text.strip() else "") + block.text
