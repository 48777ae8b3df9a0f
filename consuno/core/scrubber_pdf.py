"""Hidden data in a PDF: properties, XMP, private data of programs, attachments, who made which annotation, pictures.

What people see stays, annotations too. Runs in the child of `scrubber`. Only what the pages reach is copied: what an
earlier version of the file had is not.
"""

from __future__ import annotations

import io
from typing import Any

from pypdf import PdfReader, PdfWriter
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, StreamObject

#: Left out wherever they stand: metadata, private data, thumbnails, attachments, scripts.
GONE = (
    "/Metadata", "/PieceInfo", "/LastModified", "/Thumb", "/AF", "/EF", "/JavaScript", "/JS", "/OpenAction", "/AA",
    "/Perms", "/SpiderInfo", "/EmbeddedFiles", "/RichMediaContent", "/UserProperties",
)  # fmt: skip
#: Of an annotation: who made it, when, under which name, with which program's own text.
OF_ANNOTATIONS = (
    "/T",
    "/M",
    "/CreationDate",
    "/NM",
    "/RC",
    "/Subj",
    "/RT",
    "/State",
    "/StateModel",
    "/Popup",
)
#: Annotations that are a file, a sound or a film.
FILES = ("/FileAttachment", "/Sound", "/Movie", "/RichMedia", "/Screen", "/3D")
#: JPEG segments that say how to read it; the others say where, when and with what it was made.
_KEPT_APPLICATION = (0xE0, 0xEE)  # JFIF, and Adobe's colours


class UnknownPartError(ValueError):
    """It has something that cannot be cleaned."""


def pdf(content: bytes) -> bytes:
    """Copy what its pages show. Raises ValueError where it is locked, signed or a form of another program's."""
    reader = PdfReader(io.BytesIO(content))
    if reader.is_encrypted:
        raise ValueError("locked")
    writer = PdfWriter(clone_from=reader)
    for each in writer._objects:
        _walk(each.get_object() if each is not None else None)
    # Once more: what nothing reaches any longer is not copied.
    return _written(PdfWriter(clone_from=PdfReader(io.BytesIO(_written(writer)))))


def _written(writer: PdfWriter) -> bytes:
    writer.metadata = None
    writer._ID = None
    kept = io.BytesIO()
    writer.write(kept)
    return kept.getvalue()


def _walk(found: Any) -> None:
    """Clean an object and what stands inside it; what it points to is an object of its own."""
    waiting = [found]
    while waiting:
        each = waiting.pop()
        if isinstance(each, DictionaryObject):
            _dictionary(each)
            waiting += [
                value
                for value in each.values()
                if isinstance(value, DictionaryObject | ArrayObject)
            ]
        elif isinstance(each, ArrayObject):
            waiting += [
                value for value in each if isinstance(value, DictionaryObject | ArrayObject)
            ]
            _without_files(each)


def _dictionary(each: DictionaryObject) -> None:
    for name in GONE:
        each.pop(NameObject(name), None)
    if "/XFA" in each:
        raise UnknownPartError("XFA")
    if each.get("/FT") == "/Sig" or each.get("/Type") == "/Sig":
        raise UnknownPartError("signed")
    if _is_annotation(each) and each.get("/Subtype") != "/Widget":
        for name in OF_ANNOTATIONS:
            each.pop(NameObject(name), None)
    if isinstance(each, StreamObject) and each.get("/Subtype") == "/Image":
        _picture(each)


def _is_annotation(each: DictionaryObject) -> bool:
    return each.get("/Type") == "/Annot" or ("/Rect" in each and "/Subtype" in each)


def _without_files(found: ArrayObject) -> None:
    for each in list(found):
        target = each.get_object()
        if (
            isinstance(target, DictionaryObject)
            and _is_annotation(target)
            and target.get("/Subtype") in FILES
        ):
            found.remove(each)


def _picture(each: StreamObject) -> None:
    filters = each.get("/Filter")
    names = [str(f) for f in filters] if isinstance(filters, ArrayObject) else [str(filters)]
    if names == ["/DCTDecode"]:
        each._data = jpeg(each._data)
    elif "/DCTDecode" in names:
        raise UnknownPartError("a picture in layers")
    elif "/JPXDecode" in names:
        each._data = jpeg2000(each._data)


def jpeg(data: bytes) -> bytes:
    """The same picture, point by point, without the segments that say more. Raises ValueError where it is broken."""
    if data[:2] != b"\xff\xd8":
        raise UnknownPartError("no JPEG")
    kept, at = bytearray(data[:2]), 2
    while at + 4 <= len(data):
        if data[at] != 0xFF:
            raise UnknownPartError("broken JPEG")
        marker = data[at + 1]
        if marker == 0xFF:  # filling
            at += 1
            continue
        length = int.from_bytes(data[at + 2 : at + 4])
        if marker == 0xDA:  # the picture itself, to its end and not beyond
            end = data.rfind(b"\xff\xd9")
            kept += data[at : end + 2 if end > at else len(data)]
            return bytes(kept)
        told = marker == 0xFE or (0xE0 <= marker <= 0xEF and marker not in _KEPT_APPLICATION)
        if not told:
            kept += data[at : at + 2 + length]
        at += 2 + length
    raise UnknownPartError("broken JPEG")


def jpeg2000(data: bytes) -> bytes:
    """The same picture without its boxes of XML and of other programs. A bare stream has none."""
    if data[:2] == b"\xff\x4f":
        return data
    kept, at = bytearray(), 0
    while at + 8 <= len(data):
        length, kind = int.from_bytes(data[at : at + 4]), data[at + 4 : at + 8]
        if length == 1:
            length = int.from_bytes(data[at + 8 : at + 16])
        end = at + length if length else len(data)
        if end <= at or end > len(data):
            raise UnknownPartError("broken JPEG 2000")
        if kind not in {b"xml ", b"uuid", b"uinf", b"asoc"}:
            kept += data[at:end]
        at = end
    return bytes(kept)
