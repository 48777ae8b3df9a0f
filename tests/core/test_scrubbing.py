"""Files lose their hidden data; what people see stays."""

import io
import zipfile

import pytest
from docx import Document
from PIL import Image
from pypdf import PdfReader, PdfWriter

from consuno.core.scrubbing import scrubbed


def photo(form, mode="RGB"):
    made = Image.new(mode, (8, 4))
    made.putpixel((0, 0), 1 if mode == "P" else (200, 10, 10))
    exif = Image.Exif()
    exif[0x0110] = "Aparato Inventado"
    exif[0x0112] = 6  # turned: seen upright it is 4 by 8
    exif.get_ifd(0x8825)[2] = (13.0, 41.0, 0.0)
    kept = io.BytesIO()
    made.save(kept, form, exif=exif)
    return kept.getvalue()


@pytest.mark.parametrize("form", ["JPEG", "PNG"])
def test_a_photo_loses_where_it_was_taken_and_stays_upright(form):
    content = photo(form)
    assert b"Aparato" in content
    done, cleaned = scrubbed(content)
    assert cleaned
    assert b"Aparato" not in done
    found = Image.open(io.BytesIO(done))
    assert (found.format, found.size, dict(found.getexif())) == (form, (4, 8), {})
    assert scrubbed(content) == (done, True)  # the same again: the same file twice is one


def test_a_pdf_loses_its_author():
    writer = PdfWriter()
    writer.add_blank_page(100, 100)
    writer.add_metadata({"/Author": "Persona Inventada"})
    kept = io.BytesIO()
    writer.write(kept)
    done, cleaned = scrubbed(kept.getvalue())
    assert cleaned
    assert b"Persona" not in done
    assert len(PdfReader(io.BytesIO(done)).pages) == 1


def test_a_word_file_loses_its_author_and_keeps_its_words():
    made = Document()
    made.add_paragraph("Lo que se lee (prueba).")
    made.core_properties.author = "Persona Inventada"
    kept = io.BytesIO()
    made.save(kept)
    done, cleaned = scrubbed(kept.getvalue())
    assert cleaned
    found = Document(io.BytesIO(done))
    assert found.paragraphs[0].text == "Lo que se lee (prueba)."
    assert not found.core_properties.author


def test_what_cannot_be_cleaned_comes_back_as_it_is_and_says_so():
    other = io.BytesIO()
    with zipfile.ZipFile(other, "w") as archive:
        archive.writestr("a.txt", "uno")
    swollen = io.BytesIO()
    with zipfile.ZipFile(swollen, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<x/>")
        archive.writestr("word/document.xml", b" " * (61 * 1024 * 1024))
    files = (
        b"",
        b"texto",
        b"%PDF-1.4 roto",
        b"\xff\xd8\xff roto",
        other.getvalue(),
        swollen.getvalue(),
    )
    for content in files:
        assert scrubbed(content) == (content, False)
