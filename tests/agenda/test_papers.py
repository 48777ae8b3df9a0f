"""Any file a Secretariat has: read in a child process with limits, or refused in a sentence."""

import io
import random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pypdf import PdfReader, PdfWriter

from consuno.agenda import papers as reading
from consuno.agenda.paper_notes import sentences
from consuno.agenda.papers import PaperError, kind_of, read_upload
from tests.agenda import papers
from tests.agenda.test_minutes_pages import upload


def read(content, name):
    return read_upload(upload(content, name))


def test_word_numbers_are_read_as_word_shows_them():
    body = (
        papers.listed("Trata", 0) + papers.listed("enviará el informe", 1)
        + papers.listed("convocará", 1) + papers.listed("Niñez", 0) + papers.listed("revisará", 1)
    )  # fmt: skip
    lines = read(papers.word(body, papers.NUMBERING), "acta.docx").text.split("\n")
    assert lines == ["1. Trata", "a) enviará el informe", "b) convocará", "2. Niñez", "a) revisará"]


def test_the_copy_of_a_text_box_for_older_programs_counts_nothing():
    """Word keeps each box twice: what it is, and what older programs show instead."""
    box = f"<w:txbxContent>{papers.listed('Dentro', 0)}</w:txbxContent>"
    spaces = (
        'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
        'xmlns:v="urn:schemas-microsoft-com:vml"'
    )
    boxed = (
        f"<w:p {spaces}><w:r><mc:AlternateContent><mc:Choice/><mc:Fallback><w:pict><v:textbox>{box}"
        "</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )
    body = papers.listed("Uno", 0) + boxed + papers.listed("Dos", 0)
    text = read(papers.word(body, papers.NUMBERING), "acta.docx").text
    assert text.split("\n")[-1] == "2. Dos"


def test_a_line_broken_within_a_sentence_goes_on():
    """Heads and items that only a break parts stay apart."""
    lines = [
        "Reunión de prueba",
        "San José, 9 de marzo",
        "1. Honduras enviará",
        "la lista el",
        "30 de abril.",
    ]
    body = "<w:r><w:br/></w:r>".join(map(papers.run, [*lines, "b) Otra."]))
    assert read(papers.word(f"<w:p>{body}</w:p>"), "acta.docx").text.split("\n") == [
        "Reunión de prueba", "San José, 9 de marzo", "1. Honduras enviará la lista el 30 de abril.", "b) Otra.",
    ]  # fmt: skip


def test_tracked_changes_are_read_as_accepted_and_said():
    body = (
        f"<w:p>{papers.run('La ST enviará ')}<w:del><w:r><w:delText>dos</w:delText></w:r></w:del>"
        f"<w:ins>{papers.run('tres')}</w:ins>{papers.run(' informes.')}</w:p>"
    )
    paper = read(papers.word(body), "acta.docx")
    assert paper.text == "La ST enviará tres informes."
    assert paper.notes == ("tracked",)


def test_footnotes_and_fields_of_word():
    body = (
        f'<w:p>{papers.run("Texto")}<w:r><w:footnoteReference w:id="2"/></w:r>'
        "<w:r><w:instrText>PAGE</w:instrText></w:r></w:p>"
    )
    notes = f'<w:footnote w:id="0" w:type="separator"/><w:footnote w:id="2"><w:p>{papers.run("Al pie.")}</w:p></w:footnote>'
    assert read(papers.word(body, footnotes=notes), "acta.docx").text == "Texto[1]\n[1] Al pie."


def test_opendocument():
    """Lists as they begin and look, tables; deletions and private comments are no words of it."""
    styles = (
        '<text:list-style style:name="B"><text:list-level-style-bullet text:level="1" '
        'text:bullet-char="•"/></text:list-style><text:list-style style:name="N">'
        '<text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix=")" '
        'text:start-value="4"/></text:list-style>'
    )
    body = (
        '<text:h>Acuerdos</text:h><text:list text:style-name="B"><text:list-item><text:p>La RROCM '
        "enviará<office:annotation><text:p>¿seguro?</text:p></office:annotation> el informe.</text:p>"
        '</text:list-item></text:list><text:list text:style-name="N"><text:list-item><text:p>Otro.</text:p>'
        "</text:list-item></text:list><table:table><table:table-column/><table:table-column/><table:table-row>"
        "<table:table-cell><text:p>Qué</text:p></table:table-cell><table:table-cell><text:p>Quién</text:p>"
        "</table:table-cell></table:table-row></table:table>"
    )
    paper = read(papers.odt(body, styles), "acta.odt")
    assert paper.text == "Acuerdos\n• La RROCM enviará el informe.\n4) Otro.\n| Qué | Quién |"
    assert paper.notes == ("comments",)


def test_web_page():
    page = (
        "<!DOCTYPE html><html><head><title>x</title><style>p{}</style></head><body><h1>Acuerdos</h1>"
        "<ul><li>La RROCM <b>enviará</b> el informe.</li></ul><script>alert(1)</script>"
        "<table><tr><th>Qué</th><th>Quién</th></tr></table></body></html>"
    )
    text = read(page.encode(), "acta.html").text
    assert text == "Acuerdos\n• La RROCM enviará el informe.\n| Qué | Quién |"


def test_rich_text():
    rtf = rb"{\rtf1\ansi\ansicpg1252 La RROCM enviar\'e1 el informe.\par Fin.}"
    assert read(rtf, "acta.rtf").text.split("\n")[:2] == ["La RROCM enviará el informe.", "Fin."]


def test_mail():
    mail = (
        "From: a@example.org\r\nTo: b@example.org\r\nSubject: Acta\r\nMIME-Version: 1.0\r\n"
        'Content-Type: text/plain; charset="utf-8"\r\nContent-Transfer-Encoding: 8bit\r\n\r\n'
        "La ST enviará el acta.\r\n> La RROCM la revisará.\r\n"
    )
    text = read(mail.encode(), "acta.eml").text
    assert text.startswith("La ST enviará el acta.\nLa RROCM la revisará.")
    assert "example.org" not in text


def test_pdf_with_its_pages():
    paper = read(
        papers.pdf("La RROCM enviara el informe\na la ST de la CRM.", "Segunda pagina de texto"),
        "acta.pdf",
    )
    assert "La RROCM enviara el informe" in paper.text
    assert len(paper.pages) == 2
    assert paper.text.split("\n")[paper.pages[1] - 1] == "Segunda pagina de texto"


def column(x, words, top=740):
    return [(x, top - 16 * n, f"{words} {n:02}") for n in range(12)]


def test_pdf_in_two_columns_is_put_in_order():
    """Drawn line by line across the page, as some programs do; titles stand across both."""
    left = column(50, "linea izquierda que llena su columna")
    right = column(310, "linea derecha que llena su columna")
    lower = column(50, "abajo a la izquierda y tambien llena", 500)
    beside = column(310, "abajo a la derecha y tambien llena", 500)
    pairs = [line for pair in zip(left + lower, right + beside, strict=True) for line in pair]
    title = (50, 780, "Un titulo que va de lado a lado de la pagina y cruza las dos columnas")
    middle = (50, 520, "Otro titulo que va de lado a lado de la pagina y cruza las dos columnas")
    paper = read(papers.pdf([title, *pairs[:24], middle, *pairs[24:]]), "acta.pdf")
    assert paper.notes == ("ordered",)
    wanted = [title, *left, *right, middle, *lower, *beside]
    assert paper.text.split("\n") == [words for _x, _y, words in wanted]


def test_pdf_of_a_table_is_not_taken_for_columns():
    left = [(50, 760 - 16 * n, f"fila {n}") for n in range(12)]
    right = [(320, 760 - 16 * n, f"lo que cada uno debe hacer, numero {n}") for n in range(12)]
    paper = read(
        papers.pdf([line for pair in zip(left, right, strict=True) for line in pair]), "acta.pdf"
    )
    assert paper.notes == ("columns",)
    assert "fila 0" in paper.text.split("\n")[0]
    assert read(papers.pdf(column(50, "una sola columna de texto")), "acta.pdf").notes == ()


def test_pdf_table_that_lines_draw_is_read_by_its_cells():
    """Words of two cells stand close together; a cell of two rows is read in both."""
    words = [
        (50, 760, "ACUERDOS"), (52, 722, "Que"), (152, 722, "Quien"), (222, 722, "Plazo"),
        (52, 700, "Enviar el informe"), (152, 690, "Las dos Secr."), (222, 700, "1 de mayo"),
        (52, 680, "Revisarlo"), (222, 680, "2 de mayo"), (50, 640, "Fin del acta"),
    ]  # fmt: skip
    boxes = [(x, y, w, 20) for y in (676, 696, 716) for x, w in ((50, 100), (220, 80))]
    boxes += [(150, 716, 70, 20), (150, 676, 70, 40)]
    text = read(papers.pdf(words, ruled=boxes), "acta.pdf").text
    assert text.split("\n") == [
        "ACUERDOS", "| Que | Quien | Plazo |",
        "| Enviar el informe | Las dos Secr. | 1 de mayo |",
        "| Revisarlo | Las dos Secr. | 2 de mayo |", "Fin del acta",
    ]  # fmt: skip


def test_letters_are_read_as_one_form():
    written = (
        "La Secretari\u0301a\u00a0de la o\ufb01cina envi\u00ad\nara\u0301 el 30\u201104\u20112026."
    )
    assert (
        read(written.encode(), "a.txt").text
        == "La Secretaría de la oficina envi-\nará el 30-04-2026."
    )


def test_pdf_with_a_page_that_is_a_picture_says_so():
    """The signed last page, scanned, of minutes that are text."""
    writer = PdfWriter(
        clone_from=PdfReader(io.BytesIO(papers.pdf("La RROCM enviara el informe a todos")))
    )
    scanned = PdfReader(io.BytesIO(papers.picture_pdf(b"\xff", 1, 1)))
    writer.add_page(scanned.pages[0])
    kept = io.BytesIO()
    writer.write(kept)
    paper = read(kept.getvalue(), "acta.pdf")
    assert paper.notes == ("pictures",)
    assert "informe" in paper.text


def locked():
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(papers.pdf("secreto de prueba inventado"))))
    writer.encrypt("clave", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


@pytest.mark.parametrize(
    ("content", "name", "sentence"),
    [
        (papers.pdf(""), "acta.pdf", "es una imagen"),
        (locked(), "acta.pdf", "cifrado"),
        (papers.word("<w:p>"), "acta.docx", "dañado"),
        (papers.archive(otra_xml="<x/>"), "acta.docx", "no un DOCX ni un ODT"),
        (b"PK\x03\x04" + bytes(50), "acta.docx", "dañado"),
    ],
    ids=["scanned", "encrypted", "cut short", "another zip", "broken zip"],
)
def test_what_cannot_be_read_is_said(content, name, sentence):
    with pytest.raises(PaperError, match=sentence):
        read(content, name)


def test_a_file_that_takes_too_long_is_stopped(monkeypatch):
    monkeypatch.setattr(reading, "SECONDS", 0.01)
    with pytest.raises(PaperError, match="tarda demasiado"):
        read(papers.pdf("texto"), "acta.pdf")


def test_type_is_told_by_content_not_by_name():
    assert kind_of(papers.pdf("x"), "acta.txt") == "pdf"
    assert kind_of(papers.word(""), "acta.pdf") == "docx"
    assert kind_of(b"<html><p>x", "acta") == "html"


NAMES = ["a.docx", "a.odt", "a.pdf", "a.html", "a.rtf", "a.eml", "a.txt", "a", "a.exe"]
SEEDS = [
    papers.word(f"<w:p>{papers.run('texto')}</w:p>"), papers.odt("<text:p>texto</text:p>"),
    papers.pdf("texto de prueba para romper"), b"<html><p>texto</p>", rb"{\rtf1 texto}", b"Subject: x\n\ntexto",
]  # fmt: skip


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.sampled_from(NAMES), st.binary(max_size=300) | st.sampled_from(SEEDS), st.integers(0, 2**32)
)
def test_any_bytes_as_any_type_give_text_or_a_refusal(name, content, seed):
    broken, dice = bytearray(content), random.Random(seed)
    for _turn in range(seed % 4):
        if broken:
            broken[dice.randrange(len(broken))] = dice.randrange(256)
    try:
        answer = read(bytes(broken), name).text
    except PaperError as error:
        answer = str(error)
    assert answer.strip()


def test_what_was_not_read_is_said_the_loudest_first():
    said = list(sentences(["comments", "attached:b.zip", "struck", "attached:a.pdf", "unread"]))
    assert [note.level for note in said] == ["warn", "warn", ""]
    assert "no se leyeron: a.pdf, b.zip." in str(said[1].sentence)
