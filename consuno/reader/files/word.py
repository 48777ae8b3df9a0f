"""Word files (DOCX), made ready for Pandoc: numbers written out, hidden words taken out and said."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from typing import Any

from lxml import etree

from consuno.reader.files import pandoc
from consuno.reader.files.document import Document
from consuno.reader.files.numbers import Numbers, W, value

BODY = "word/document.xml"
#: Parts that Pandoc reads words from, or that say how they look. Pictures and the rest are left behind.
PARTS = {
    BODY, "word/_rels/document.xml.rels", "word/styles.xml",
    "word/footnotes.xml", "word/endnotes.xml", "word/_rels/footnotes.xml.rels",
    "word/_rels/endnotes.xml.rels",
}  # fmt: skip
#: Where the text is: said anew, so that what the file says of itself decides nothing.
_ROOT = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship '
    'Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
    f'Target="{BODY}"/></Relationships>'
)
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_OFF = {"0", "false", "off"}
#: Styles whose paragraphs Pandoc takes out of the text, for a title page.
_TITLES = {"title", "subtitle", "author", "authors", "date", "abstract"}


def parse(xml: bytes) -> Any:
    """Parse XML without entities, network or unbounded trees."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    return etree.fromstring(xml, parser)


def read(content: bytes) -> Document:
    """Read the text as it stands once all tracked changes are accepted. Raises UnreadableError."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        names = set(archive.namelist())
        parts = {name: archive.read(name) for name in sorted(PARTS & names)}
        numbering = archive.read(part) if (part := "word/numbering.xml") in names else None
    styles = parse(parts["word/styles.xml"]) if "word/styles.xml" in parts else None
    body = parse(parts[BODY])
    notes = set(_notes(body)) | _hide(body, _hidden_styles(styles))
    _accept(body)
    _keep_blanks(body)
    _write_numbers(body, Numbers(parse(numbering) if numbering else None, styles))
    etree.strip_tags(body, f"{W}customXml", f"{W}smartTag")
    _keep_titles(styles)
    for root, name in ((body, BODY), (styles, "word/styles.xml")):
        if root is not None:
            etree.strip_elements(root, f"{W}numPr")
            parts[name] = etree.tostring(root, xml_declaration=True, encoding="UTF-8")
    document = pandoc.read(_packed(parts), "docx")
    document.notes |= notes
    return document


def _packed(parts: dict[str, bytes]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("_rels/.rels", _ROOT)
        for name, content in parts.items():
            archive.writestr(name, content)
    return packed.getvalue()


def _notes(body: Any) -> Iterator[str]:
    """What is in the file and not in its text."""
    for note, tags in (
        ("tracked", ("ins", "del", "moveFrom")),
        ("comments", ("commentReference",)),
    ):
        if next(body.iter(*(W + tag for tag in tags)), None) is not None:
            yield note


def _accept(body: Any) -> None:
    """What was put in stays, what was taken out goes: Pandoc loses changes that name no author."""
    etree.strip_elements(body, f"{W}del", f"{W}moveFrom", with_tail=False)
    etree.strip_tags(body, f"{W}ins", f"{W}moveTo")


def _hidden_styles(styles: Any | None) -> set[str]:
    if styles is None:
        return set()
    found = (each for each in styles.iterchildren(f"{W}style") if _vanishes(each.find(f"{W}rPr")))
    return {each.get(f"{W}styleId") for each in found}


def _vanishes(properties: Any | None) -> bool:
    mark = None if properties is None else properties.find(f"{W}vanish")
    return mark is not None and value(mark, "1") not in _OFF


def _hide(body: Any, styles: set[str]) -> set[str]:
    """Take out the runs that Word does not show; the note "hidden" where one had words."""
    notes = set()
    for run in list(body.iter(f"{W}r")):
        properties = run.find(f"{W}rPr")
        paragraph = next(run.iterancestors(f"{W}p"), None)
        style = None if properties is None else properties.find(f"{W}rStyle")
        around = None if paragraph is None else paragraph.find(f"{W}pPr/{W}pStyle")
        if _vanishes(properties) or {value(style), value(around)} & styles:
            if "".join(run.itertext(f"{W}t")).strip():
                notes.add("hidden")
            run.getparent().remove(run)
    return notes


def _keep_titles(styles: Any | None) -> None:
    """Rename the styles of titles: minutes name their meeting in one."""
    for name in styles.iter(f"{W}name") if styles is not None else ():
        if value(name).lower() in _TITLES:
            name.set(f"{W}val", f"{value(name)} in the text")


def _keep_blanks(body: Any) -> None:
    """Mark the paragraphs between others that have nothing in them."""
    for paragraph in body.iterfind(f"{W}body/{W}p"):
        if next(paragraph.iter(f"{W}r"), None) is None:
            _begin(paragraph, pandoc.BLANK)


def _write_numbers(body: Any, numbers: Numbers) -> None:
    """Write the number of each item at its beginning, where Word shows it."""
    for paragraph in body.iter(f"{W}p"):
        copied = any(up.tag == _FALLBACK for up in paragraph.iterancestors())
        words = "".join(paragraph.itertext(f"{W}t")).strip()
        if copied or not words or words == pandoc.BLANK:
            continue
        label = numbers.label(paragraph.find(f"{W}pPr"))
        if label:
            _begin(paragraph, f"{pandoc.OPEN}{label}{pandoc.CLOSE}")


def _begin(paragraph: Any, words: str) -> None:
    """Put words before those of a paragraph."""
    run = etree.Element(f"{W}r")
    etree.SubElement(run, f"{W}t", {_SPACE: "preserve"}).text = words
    paragraph.insert(0 if paragraph.find(f"{W}pPr") is None else 1, run)
