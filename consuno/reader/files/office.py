"""OpenDocument, RTF and web pages, made ready for Pandoc."""

from __future__ import annotations

import io
import zipfile

from lxml import etree, html

from consuno.reader.files import pandoc
from consuno.reader.files.document import Document
from consuno.reader.files.word import parse

_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_NO_STYLES = (
    b'<office:document-styles xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    b'office:version="1.3"><office:styles/></office:document-styles>'
)
#: What a web page has beside its text.
_BESIDE = ("script", "style", "nav", "noscript", "template", "iframe", "svg")


def read_odt(content: bytes) -> Document:
    """OpenDocument text; what was deleted and private comments are no words of it."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        names = set(archive.namelist())
        root = parse(archive.read("content.xml"))
        styles = archive.read("styles.xml") if "styles.xml" in names else _NO_STYLES
    notes = set()
    for note, tag in (("tracked", f"{_TEXT}tracked-changes"), ("comments", f"{_OFFICE}annotation")):
        if next(root.iter(tag), None) is not None:
            notes.add(note)
            etree.strip_elements(root, tag, with_tail=False)
    for paragraph in root.iterfind(f"{_OFFICE}body/{_OFFICE}text/{_TEXT}p"):
        if not "".join(paragraph.itertext()).strip() and not len(paragraph):
            paragraph.text = pandoc.BLANK
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("content.xml", etree.tostring(root, encoding="UTF-8"))
        archive.writestr("styles.xml", styles)
    document = pandoc.read(packed.getvalue(), "odt")
    document.notes |= notes
    return document


def read_rtf(content: bytes) -> Document:
    """Rich text."""
    return pandoc.read(content, "rtf")


def read_html(content: bytes) -> Document:
    """A web page or the body of a mail: what stands beside its text falls."""
    parser = html.HTMLParser(encoding=_encoding(content))
    root = html.document_fromstring(content, parser=parser)
    for gone in list(root.iter(*_BESIDE, etree.Comment)):
        if gone.getparent() is not None:
            gone.drop_tree()
    plain = html.tostring(root, encoding="utf-8", doctype="<!DOCTYPE html>")
    return pandoc.read(plain, "html-raw_html-native_divs-native_spans")


def _encoding(content: bytes) -> str | None:
    """UTF-8 where the bytes allow it; else what the page itself declares."""
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return None
    return "utf-8"
