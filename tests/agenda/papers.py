"""Files of every kind, made for the tests."""

import io
import zipfile

from pypdf import PdfWriter
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject, NumberObject

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def archive(**parts):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, text in parts.items():
            made.writestr(name.replace("__", "/").replace("_xml", ".xml"), text)
    return out.getvalue()


def word(body, numbering="", footnotes=""):
    parts = {"word__document_xml": f"<w:document {W}><w:body>{body}</w:body></w:document>"}
    if numbering:
        parts["word__numbering_xml"] = f"<w:numbering {W}>{numbering}</w:numbering>"
    if footnotes:
        parts["word__footnotes_xml"] = f"<w:footnotes {W}>{footnotes}</w:footnotes>"
    return archive(**parts)


def run(text):
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def listed(text, level):
    numbered = f'<w:pPr><w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="7"/></w:numPr></w:pPr>'
    return f"<w:p>{numbered}{run(text)}</w:p>"


NUMBERING = (
    '<w:abstractNum w:abstractNumId="3">'
    '<w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>'
    '<w:lvl w:ilvl="1"><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%2)"/></w:lvl>'
    '</w:abstractNum><w:num w:numId="7"><w:abstractNumId w:val="3"/></w:num>'
)


def odt(body, styles=""):
    spaces = (
        'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
        'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
        'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
        'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"'
    )
    content = f"<office:document-content {spaces}><office:automatic-styles>{styles}</office:automatic-styles><office:body><office:text>{body}</office:text></office:body></office:document-content>"
    return archive(mimetype="application/vnd.oasis.opendocument.text", content_xml=content)


def pdf(*pages, ruled=()):
    """A PDF of Helvetica lines, one string of lines a page; (x, y, text) puts words elsewhere.

    `ruled` are boxes (x, y, width, height) that are drawn on each page.
    """
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    kids = []
    for page in pages:
        placed = (
            page
            if isinstance(page, list)
            else [(50, 760 - 16 * n, line) for n, line in enumerate(page.split("\n"))]
        )
        drawn = "".join(f"BT /F1 11 Tf {x} {y} Td ({text}) Tj ET\n" for x, y, text in placed)
        drawn += "".join(f"{x} {y} {width} {height} re S\n" for x, y, width, height in ruled)
        stream = drawn.encode("latin-1")
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R "
            b"/Resources << /Font << /F1 3 0 R >> >> >>" % len(objects)
        )
        kids.append(b"%d 0 R" % len(objects))
    objects[1] = b"<< /Type /Pages /Count %d /Kids [%s] >>" % (len(kids), b" ".join(kids))
    out, places = b"%PDF-1.4\n", []
    for number, text in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, text)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return out + b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (
        len(objects) + 1, table, len(objects) + 1, len(out),
    )  # fmt: skip


def picture_pdf(jpeg, width, height):
    """A PDF of one page that is a picture, as a scanner makes it."""
    writer = PdfWriter()
    page = writer.add_blank_page(width=595, height=842)
    image, drawn = DecodedStreamObject(), DecodedStreamObject()
    image.set_data(jpeg)
    drawn.set_data(b"q 595 0 0 842 0 0 cm /I Do Q")
    names = {
        "Type": "/XObject",
        "Subtype": "/Image",
        "ColorSpace": "/DeviceRGB",
        "Filter": "/DCTDecode",
    }
    image.update({NameObject(f"/{key}"): NameObject(value) for key, value in names.items()})
    sizes = {"Width": width, "Height": height, "BitsPerComponent": 8}
    image.update({NameObject(f"/{key}"): NumberObject(value) for key, value in sizes.items()})
    shown = DictionaryObject({NameObject("/I"): writer._add_object(image)})
    page[NameObject("/Resources")] = DictionaryObject({NameObject("/XObject"): shown})
    page[NameObject("/Contents")] = writer._add_object(drawn)
    kept = io.BytesIO()
    writer.write(kept)
    return kept.getvalue()
