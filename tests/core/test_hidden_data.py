"""A copy "without hidden data" has none, or is not called so: each place where a file says who, where or when."""

import io
import zipfile

import pytest
from PIL import Image
from pypdf import PdfReader, PdfWriter
from pypdf.generic import (
    ArrayObject,
    DictionaryObject,
    FloatObject,
    NameObject,
    NumberObject,
    StreamObject,
    TextStringObject,
)

from consuno.core.scrubbing import scrubbed

#: Invented; where it stays, somebody is known by it.
CANARY = "Canaria Inventada"
TYPES = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/customXml/item1.xml" ContentType="a/b"/></Types>'
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
RELS = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"'


def photo(form="JPEG"):
    exif = Image.Exif()
    exif[0x013B] = CANARY
    exif.get_ifd(0x8825)[2] = (13.0, 41.0, 0.0)
    kept = io.BytesIO()
    more = {"comment": CANARY.encode()} if form == "JPEG" else {}
    Image.new("RGB", (16, 16), (200, 10, 10)).save(kept, form, exif=exif, **more)
    return kept.getvalue()


def docx(**parts):
    whole = {
        "[Content_Types].xml": TYPES,
        "word/document.xml": f'<w:document {W}><w:body><w:p><w:r><w:t>Se lee</w:t></w:r></w:p></w:body></w:document>',
        **parts,
    }  # fmt: skip
    return archive(whole)


def archive(parts):
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in parts.items():
            made.writestr(name, content)
    return kept.getvalue()


def unpacked(content):
    """All that an archive says: names and contents, of archives inside it too."""
    found = bytearray(content)
    if content[:2] == b"PK":
        with zipfile.ZipFile(io.BytesIO(content)) as opened:
            for name in opened.namelist():
                found += name.encode() + unpacked(opened.read(name))
    return bytes(found)


def says(content, word=CANARY):
    whole = unpacked(content)
    return any(
        word.encode(coding) in whole for coding in ("utf-8", "utf-16-le", "utf-16-be", "latin-1")
    )


HIDDEN = {
    "word/media/image1.jpeg": photo(),
    "word/media/image1.png": photo("PNG"),
    "word/media/image1.webp": photo("WEBP"),
    "docProps/thumbnail.jpeg": photo(),
    "docProps/app.xml": f"<Properties><Company>{CANARY}</Company><Manager>{CANARY}</Manager></Properties>",
    "docProps/custom.xml": f"<Properties><property>{CANARY}</property></Properties>",
    "customXml/item1.xml": f"<b>{CANARY}</b>",
    "word/people.xml": f'<w:people {W}><w:person w:author="{CANARY}"><w:presenceInfo w:userId="{CANARY}"/></w:person></w:people>',
    "word/comments.xml": f'<w:comments {W}><w:comment w:id="0" w:author="{CANARY}" w:initials="{CANARY}"/></w:comments>',
    "word/settings.xml": f'<w:settings {W}><w:docVars><w:docVar w:name="a" w:val="{CANARY}"/></w:docVars></w:settings>',
    "word/footnotes.xml": f'<w:footnotes {W}><!-- {CANARY} --><?x {CANARY}?></w:footnotes>',
    "word/header1.xml": f'<w:hdr {W}><w:ins w:id="1" w:author="{CANARY}" w:date="2026-01-01T10:00:00Z"/></w:hdr>',
    "word/_rels/settings.xml.rels": f'<Relationships {RELS}><Relationship Id="r1" Type="t" TargetMode="External" Target="file:///C:\\Users\\{CANARY}\\Normal.dotm"/></Relationships>',
    "word/glossary/document.xml": f"<w:x {W}>{CANARY}</w:x>",
    "xl/persons/person.xml": f'<personList><person displayName="{CANARY}" userId="{CANARY}" providerId="AD"/></personList>',
    "xl/workbook.xml": f'<workbook><fileSharing userName="{CANARY}"/><x:absPath xmlns:x="urn:x" url="C:\\Users\\{CANARY}\\"/></workbook>',
    "xl/comments1.xml": f'<comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><authors><author>{CANARY}</author></authors></comments>',
    "xl/printerSettings/printerSettings1.bin": CANARY.encode("utf-16-le"),
    "xl/pivotCache/pivotCacheDefinition1.xml": f'<p refreshedBy="{CANARY}"/>',
    "ppt/commentAuthors.xml": f'<p:l xmlns:p="urn:p"><p:cmAuthor name="{CANARY}" initials="{CANARY}"/></p:l>',
    "word/embeddings/hoja.xlsx": archive({"[Content_Types].xml": TYPES, "docProps/core.xml": f"<c>{CANARY}</c>"}),
    "word/document.xml": f'<w:document {W}><w:p w:rsidR="00AA11BB"><w:pic descr="C:\\Users\\{CANARY}\\foto.jpg"/><w:t>Se lee</w:t></w:p></w:document>',
}  # fmt: skip


@pytest.mark.parametrize("name", HIDDEN)
def test_a_word_excel_or_powerpoint_file_loses_what_it_hides(name):
    content = docx(**{name: HIDDEN[name]})
    assert says(content)
    done, cleaned = scrubbed(content)
    assert cleaned
    assert not says(done)
    assert says(done, "Se lee"), "what people see stays"
    assert not says(done, "00AA11BB")
    assert not says(done, "2026-01-01T10")
    assert scrubbed(content) == (done, True)  # the same again: the same file twice is one


def test_what_points_to_a_part_that_is_gone_is_gone_too():
    rels = (
        f'<Relationships {RELS}><Relationship Id="a" Type="t" Target="customXml/item1.xml"/>'
        '<Relationship Id="b" Type="t" Target="word/document.xml"/></Relationships>'
    )
    done, _cleaned = scrubbed(docx(**{"_rels/.rels": rels, "customXml/item1.xml": "<b/>"}))
    with zipfile.ZipFile(io.BytesIO(done)) as found:
        assert (
            "customXml"
            not in found.read("_rels/.rels").decode() + found.read("[Content_Types].xml").decode()
        )
        assert "word/document.xml" in found.read("_rels/.rels").decode()


def test_the_same_author_is_the_same_letter_everywhere():
    ins = '<w:ins w:author="{}"/>'
    body = f"<w:document {W}>{ins.format('Uno')}{ins.format('Dos')}{ins.format('Uno')}</w:document>"
    note = f'<w:comments {W}><w:comment w:author="Dos"/></w:comments>'
    done, _cleaned = scrubbed(docx(**{"word/document.xml": body, "word/comments.xml": note}))
    with zipfile.ZipFile(io.BytesIO(done)) as found:
        text = found.read("word/document.xml").decode()
        assert [text.split('author="')[n][0] for n in (1, 2, 3)] == ["A", "B", "A"]
        assert 'author="B"' in found.read("word/comments.xml").decode()


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("word/vbaProject.bin", b"x"),
        ("word/embeddings/oleObject1.bin", b"x"),
        ("word/media/image1.emf", b"x"),
        ("word/media/image1.jpeg", b"no picture"),
        ("../../etc/passwd.xml", "<a/>"),
        ("/etc/passwd.xml", "<a/>"),
        ("word\\..\\x.xml", "<a/>"),
        ("word/x.xml", '<!DOCTYPE a [<!ENTITY e "x">]><a>&e;</a>'),
        ("word/x.xml", "<a>"),
        ("word/nota.txt", "x"),
    ],
)
def test_what_it_cannot_clean_it_does_not_call_clean(name, content):
    whole = docx(**{name: content})
    assert scrubbed(whole) == (whole, False)


O = 'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0" xmlns:config="urn:oasis:names:tc:opendocument:xmlns:config:1.0" xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"'  # noqa: E741
HIDDEN_ODT = {
    "meta.xml": f"<office:document-meta {O}><dc:creator>{CANARY}</dc:creator></office:document-meta>",
    "Object 1/meta.xml": f"<office:document-meta {O}><dc:creator>{CANARY}</dc:creator></office:document-meta>",
    "Thumbnails/thumbnail.png": photo("PNG"),
    "Pictures/1000.jpg": photo(),
    "META-INF/documentsignatures.xml": f"<x>{CANARY}</x>",
    "settings.xml": f'<office:s {O}><config:config-item config:name="PrinterName">{CANARY}</config:config-item></office:s>',
    "styles.xml": f"<office:s {O}><office:change-info><dc:creator>{CANARY}</dc:creator><dc:date>2026-01-01T10:00:00</dc:date><meta:creator-initials>{CANARY}</meta:creator-initials></office:change-info></office:s>",
}  # fmt: skip


@pytest.mark.parametrize("name", HIDDEN_ODT)
def test_an_opendocument_file_loses_what_it_hides(name):
    parts = {
        "mimetype": "application/vnd.oasis.opendocument.text",
        "content.xml": f"<office:c {O}>Se lee</office:c>",
        "META-INF/manifest.xml": f'<manifest:manifest {O}><manifest:file-entry manifest:full-path="Thumbnails/thumbnail.png"/></manifest:manifest>',
    }  # fmt: skip
    content = archive({**parts, name: HIDDEN_ODT[name]})
    assert says(content)
    done, cleaned = scrubbed(content)
    assert cleaned
    assert not says(done)
    assert not says(done, "2026-01-01T10")
    assert says(done, "Se lee")
    assert not says(done, "Thumbnails")


def stream(data, **names):
    made = StreamObject()
    made._data = data
    for name, value in names.items():
        made[NameObject(f"/{name}")] = value
    return made


def annotation(**more):
    made = DictionaryObject({NameObject("/Type"): NameObject("/Annot"), NameObject("/Subtype"): NameObject("/Text"),
                             NameObject("/Rect"): ArrayObject([FloatObject(1)] * 4)})  # fmt: skip
    for name, value in more.items():
        made[NameObject(f"/{name}")] = value
    return made


def beside(name, value):
    def put(writer, page):
        page[NameObject(name)] = value(writer)

    return put


def annotated(made):
    return beside("/Annots", lambda writer: ArrayObject([writer._add_object(made(writer))]))


def secret(writer):
    return writer._add_object(stream(CANARY.encode()))


def a_file(writer):
    file = DictionaryObject(
        {NameObject("/EF"): DictionaryObject({NameObject("/F"): secret(writer)})}
    )
    return annotation(Subtype=NameObject("/FileAttachment"), FS=file)


def a_picture(writer):
    made = stream(photo(), Type=NameObject("/XObject"), Subtype=NameObject("/Image"), Filter=NameObject("/DCTDecode"),
                  Width=NumberObject(16), Height=NumberObject(16), BitsPerComponent=NumberObject(8),
                  ColorSpace=NameObject("/DeviceRGB"))  # fmt: skip
    of = DictionaryObject({NameObject("/I"): writer._add_object(made)})
    return DictionaryObject({NameObject("/XObject"): of})


TEXT = TextStringObject(CANARY)
SEEN = TextStringObject("Se lee")
PLACES = {
    "properties": lambda writer, _page: writer.add_metadata(
        {"/Author": CANARY, "/Empresa": CANARY}
    ),
    "xmp": lambda writer, _page: writer.root_object.update(
        {NameObject("/Metadata"): secret(writer)}
    ),
    "xmp of a page": beside("/Metadata", secret),
    "private data": beside(
        "/PieceInfo", lambda _writer: DictionaryObject({NameObject("/X"): TEXT})
    ),
    "attachment": lambda writer, _page: writer.add_attachment("nota.txt", CANARY.encode()),
    "file on a page": annotated(a_file),
    "annotation": annotated(lambda _writer: annotation(T=TEXT, NM=TEXT, RC=TEXT, Contents=SEEN)),
    "script": lambda writer, _page: writer.root_object.update(
        {NameObject("/OpenAction"): DictionaryObject({NameObject("/JS"): TEXT})}
    ),
    "picture": beside("/Resources", a_picture),
    "no longer reached": lambda writer, _page: secret(writer),
}


@pytest.mark.parametrize("where", PLACES)
def test_a_pdf_loses_what_it_hides(where):
    writer = PdfWriter()
    PLACES[where](writer, writer.add_blank_page(100, 100))
    kept = io.BytesIO()
    writer.write(kept)
    assert says(kept.getvalue()) or CANARY.encode() in b"".join(texts(kept.getvalue()))
    done, cleaned = scrubbed(kept.getvalue())
    assert cleaned
    assert not says(done)
    assert not any(CANARY.encode() in each for each in texts(done))
    assert len(PdfReader(io.BytesIO(done)).pages) == 1
    if where == "annotation":
        assert b"Se lee" in done
    if where == "picture":
        ((picture),) = PdfReader(io.BytesIO(done)).pages[0].images
        assert picture.image.size == (16, 16)
        assert not picture.image.getexif()


def texts(content):
    """What each stream of a PDF holds once it is unpacked."""
    reader = PdfReader(io.BytesIO(content))
    for number in range(1, int(reader.trailer["/Size"])):
        found = reader.get_object(number)
        if isinstance(found, StreamObject):
            try:
                yield found.get_data()
            except Exception:
                yield found._data


@pytest.mark.parametrize("how", ["signed", "form of another program", "locked"])
def test_a_pdf_that_it_cannot_clean_is_not_called_clean(how):
    writer = PdfWriter()
    writer.add_blank_page(100, 100)
    if how == "signed":
        made = DictionaryObject(
            {NameObject("/Type"): NameObject("/Sig"), NameObject("/Name"): TextStringObject(CANARY)}
        )
        writer.root_object[NameObject("/X")] = writer._add_object(made)
    elif how == "locked":
        writer.encrypt("x")
    else:
        writer.root_object[NameObject("/AcroForm")] = DictionaryObject(
            {NameObject("/XFA"): TextStringObject(CANARY)}
        )
    kept = io.BytesIO()
    writer.write(kept)
    assert scrubbed(kept.getvalue()) == (kept.getvalue(), False)


def test_a_telephones_two_pictures_in_one_file_become_one():
    kept = io.BytesIO()
    first, second = (Image.new("RGB", (16, 16), (n, 0, 0)) for n in (1, 200))
    exif = Image.Exif()
    exif[0x013B] = CANARY
    first.save(kept, "MPO", save_all=True, append_images=[second], exif=exif)
    done, cleaned = scrubbed(kept.getvalue())
    assert cleaned
    assert not says(done)
    assert Image.open(io.BytesIO(done)).format == "JPEG"
