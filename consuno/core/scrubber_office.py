"""Hidden data in Office and OpenDocument files: every part is known and cleaned, left out, or the file is refused.

What people see stays: text, tracked changes, comments, pictures. Who wrote them, where and on which machine goes.
Runs in the child of `scrubber`. A part of a kind that is not listed here could hold anything, so a file that has one
is not called clean.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable

from lxml import etree

MOST_UNPACKED = 60 * 1024 * 1024
MOST_PARTS = 5000
#: Documents within documents.
DEEPEST = 2
#: Left out, with what points to them: thumbnails, data of other programs, signatures, printers, what is only cached.
LEFT_OUT = re.compile(
    r"docProps/(?:custom\.xml|thumbnail)|customXml/|_xmlsignatures/|Thumbnails/|ObjectReplacements/"
    r"|META-INF/documentsignatures\.xml$|Configurations2/|layout-cache$|word/glossary/|word/comments(?:Ids|Extensible)\w*\.xml$"
    r"|(?:word|ppt|xl)/(?:printerSettings|revisions|threadedComments|changesInfos|queryTables|documenttasks)/"
    r"|ppt/revisionInfo|xl/connections\.xml$"
)
_EMPTY = {
    "docProps/core.xml": b'<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"/>',
    "docProps/app.xml": b'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"/>',
}  # fmt: skip
_EMPTY_META = (
    b'<office:document-meta xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" office:version="1.2">'
    b"<office:meta/></office:document-meta>"
)
#: Of OpenDocument, in any folder: who, when and with what.
META = re.compile(r"(?:^|/)meta\.xml$")
PICTURES = frozenset((".jpg", ".jpeg", ".jpe", ".jfif", ".png", ".webp"))
TEXTS = frozenset((".xml", ".rels", ".rdf", ".vml"))
FONTS = frozenset((".odttf", ".ttf", ".otf", ".fntdata"))
INSIDE = frozenset((".docx", ".xlsx", ".pptx", ".odt", ".ods", ".odp"))
#: Attributes with a name in them: a letter stands in its place, the same for the same person.
NAMES = frozenset(("author", "userName", "refreshedBy", "lastEditedBy"))
_PEOPLE = frozenset(("cmAuthor", "author", "person"))
#: Attributes that say which account, which edit or which file on somebody's machine.
GONE_ATTRIBUTES = frozenset((
    "userId", "providerId", "lastModifiedBy", "docname", "rsidR", "rsidRPr", "rsidRDefault", "rsidP", "rsidDel",
    "rsidSect", "rsidTr", "initials", "clrIdx", "documentId",
))  # fmt: skip
#: Elements that only say so.
GONE = frozenset((
    "rsids", "absPath", "attachedTemplate", "fileSharing", "presenceInfo", "docVars", "mailMerge", "docId",
    "revisionPtr", "sheetDataSet", "documentTasks",
))  # fmt: skip
_EDITS = frozenset((
    "ins", "del", "moveFrom", "moveTo", "rPrChange", "pPrChange", "sectPrChange", "tblPrChange", "trPrChange",
    "tcPrChange", "tblGridChange", "numberingChange", "comment", "cm", "cellIns", "cellDel", "cellMerge",
    "moveFromRangeStart", "moveToRangeStart", "tblPrExChange", "customXmlInsRangeStart", "customXmlDelRangeStart",
))  # fmt: skip
_EDIT_TIMES = frozenset(("date", "dateUtc", "dt", "dT", "created"))
_ODF_NAMES = frozenset(("creator", "creator-initials", "initial-creator", "author-initials"))
_PRINTER = re.compile(r"^(Printer\w*|\w*Path|Rsid\w*|CurrentDatabase\w*)$")
#: A place on somebody's machine: file:///C:/Users/…, C:\\…, \\\\server\\….
LOCAL = re.compile(r"^(?:file:|[A-Za-z]:[\\/]|\\\\|/(?:home|Users|mnt|tmp)/)")
_FILE_NAME = re.compile(r"\.(?:jpe?g|png|heic|webp|tiff?)$|[\\/]", re.I)


class UnknownPartError(ValueError):
    """It has something that cannot be cleaned."""


def office(content: bytes, picture: Callable[[bytes], bytes], depth: int = 0) -> bytes:
    """Copy the archive part by part; a document inside it, too. Raises ValueError
    (UnknownPartError) where it cannot be made clean.
    """
    kept, people = io.BytesIO(), _People(depth)
    with zipfile.ZipFile(io.BytesIO(content)) as old:
        parts = _listed(old)
        with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as new:
            for part in parts:
                if LEFT_OUT.match(part.filename) or part.is_dir():
                    continue
                # Always the same day: the same file cleaned twice is the same file.
                plain = zipfile.ZipInfo(part.filename, (1980, 1, 1, 0, 0, 0))
                plain.compress_type = part.compress_type
                new.writestr(plain, _cleaned(part.filename, old.read(part), picture, people))
    return kept.getvalue()


def _listed(archive: zipfile.ZipFile) -> list[zipfile.ZipInfo]:
    parts = archive.infolist()
    names = [part.filename for part in parts]
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_UNPACKED:
        raise ValueError("too large")
    if len(set(names)) != len(names):
        raise UnknownPartError("two parts of one name")
    for part in parts:
        steps = part.filename.split("/")
        if (
            part.flag_bits & 1
            or ".." in steps
            or steps[0] == ""
            or re.search(r"[\\:\0]", part.filename)
        ):
            raise UnknownPartError(part.filename)
    return parts


def _cleaned(
    name: str, content: bytes, picture: Callable[[bytes], bytes], people: _People
) -> bytes:
    kind = "." + name.rpartition("/")[2].rpartition(".")[2].lower()
    if name == "mimetype":
        return content[:200]
    if name in _EMPTY or META.search(name):
        return _EMPTY.get(name, _EMPTY_META)
    if kind in TEXTS:
        return _text(name, content, people)
    if kind in PICTURES:
        return picture(content)
    if kind in FONTS:
        return content
    if kind in INSIDE and people.depth < DEEPEST:
        return office(content, picture, people.depth + 1)
    raise UnknownPartError(name)


def _text(name: str, content: bytes, people: _People) -> bytes:
    """One part of XML without comments, entities or anything that says who."""
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        remove_comments=True,
        remove_pis=True,
        huge_tree=False,
    )
    root = etree.fromstring(content, parser)
    if root.getroottree().docinfo.internalDTD is not None:
        raise UnknownPartError(name)
    for each in list(root.iter(etree.Element)):
        _element(each, people)
    if name.endswith(".rels"):
        _relations(root)
    if name in {"[Content_Types].xml", "META-INF/manifest.xml"}:
        _manifest(root)
    written: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return written


class _People:
    """Who is who stays to be seen, as letters in the order in which they come."""

    def __init__(self, depth: int) -> None:
        self.depth = depth
        self._known: dict[str, str] = {}

    def letter(self, name: str) -> str:
        """The same letter for the same name."""
        return self._known.setdefault(name, chr(ord("A") + len(self._known) % 26))


def _element(each: etree._Element, people: _People) -> None:
    tag = etree.QName(each)
    name, space = tag.localname, tag.namespace or ""
    if name in GONE or (name == "config-item" and _PRINTER.match(_named(each))):
        _remove(each)
        return
    if "purl.org/dc" in space or "opendocument" in space:
        if name in _ODF_NAMES:
            each.text = people.letter(each.text or "")
        elif name in {"date", "date-string"} and "opendocument:xmlns:text" not in space:
            each.text = "1980-01-01T00:00:00"
    if name == "author" and "spreadsheetml" in space:
        each.text = people.letter(each.text or "")
    for key, value in list(each.attrib.items()):
        _attribute(each, name, key, value, people)


def _attribute(each: etree._Element, tag: str, key: str, value: str, people: _People) -> None:
    name = etree.QName(key).localname
    if name in NAMES or (tag in _PEOPLE and name in {"name", "displayName"}):
        each.set(key, people.letter(value))
    elif name == "initials" and tag in {"comment", *_PEOPLE}:
        each.set(key, "")
    elif name in GONE_ATTRIBUTES or (name in _EDIT_TIMES and tag in _EDITS):
        del each.attrib[key]
    elif tag == "pageSetup" and key.endswith("relationships}id"):
        del each.attrib[key]  # of the printer's settings, which are left out
    elif LOCAL.match(value):
        each.set(key, "about:blank")
    elif name in {"descr", "title", "alt"} and _FILE_NAME.search(value):
        each.set(key, "")  # a program's own: the picture's name on somebody's machine


def _named(each: etree._Element) -> str:
    return next((str(value) for key, value in each.attrib.items() if key.endswith("}name")), "")


def _remove(each: etree._Element) -> None:
    parent = each.getparent()
    if parent is not None:
        parent.remove(each)


def _relations(root: etree._Element) -> None:
    """Take away what points to a part that was left out."""
    for each in list(root):
        target = each.get("Target", "").lstrip("/")
        while target.startswith("../"):
            target = target[3:]
        if any(LEFT_OUT.match(f"{folder}{target}") for folder in ("", "word/", "ppt/", "xl/")):
            root.remove(each)


def _manifest(root: etree._Element) -> None:
    for each in list(root):
        named = [
            v
            for k, v in each.attrib.items()
            if etree.QName(k).localname in {"PartName", "full-path"}
        ]
        if any(LEFT_OUT.match(value.lstrip("/")) for value in named):
            root.remove(each)
