"""Small files of kinds that were read wrongly, as their README says what is right in each."""

import datetime

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from consuno.agenda.papers import read_upload
from consuno.reader import extract
from tests.shared import SHARED, needs_shared

FILES = SHARED / "minutes" / "files"
DAY = datetime.date(2026, 3, 10)
CRM, RROCM = ("ST-CRM", "2026-04-30"), ("ST-RROCM", "2026-05-15")
HONDURAS, WORKSHOP = ("PAIS:HN", "2026-05-29"), ("PAIS:GT", "2026-06-12")

pytestmark = needs_shared


def paper(name):
    content = (FILES / name).read_bytes()
    return read_upload(SimpleUploadedFile(name, content))


def found(name):
    """Number as shown, who owes it (each) and until when, of each item of a file."""
    items = extract(paper(name).text, date=DAY).commitments
    return [
        (
            item.ref.rpartition(".")[2],
            " ".join(party.body or party.name for party in item.responsible),
            item.deadline.resolved and item.deadline.resolved.isoformat(),
        )
        for item in items
    ]


def numbered(first, *owed):
    return [(str(number), *each) for number, each in enumerate(owed, first)]


@pytest.mark.parametrize(
    ("name", "right"),
    [
        ("two_nums_one_list.docx", numbered(1, CRM, RROCM, HONDURAS, WORKSHOP)),
        ("starts_at_5.docx", numbered(5, CRM, RROCM, HONDURAS)),
        ("style_based_on.docx", numbered(1, CRM, RROCM, HONDURAS)),
        ("table_cell_sdt.docx", numbered(1, CRM, RROCM, HONDURAS)),
        ("text_box.docx", numbered(1, CRM, RROCM, HONDURAS, WORKSHOP)),
        ("table_vmerge.docx", numbered(1, CRM, ("ST-CRM", "2026-05-15"), HONDURAS)),
        ("list_in_cell.docx", numbered(1, CRM, RROCM)),
        ("no_break_hyphen.docx", numbered(1, CRM)),
        ("odt_breaks.odt", numbered(1, CRM, HONDURAS)),
        ("odt_comment.odt", numbered(1, CRM, WORKSHOP)),
        ("pdf_table.pdf", numbered(1, CRM, RROCM, HONDURAS)),
        ("pdf_ligatures.pdf", numbered(1, CRM, ("ACNUR", "2026-12-31"))),
        ("pdf_softhyphen.pdf", numbered(1, CRM)),
        ("mail_html_only.eml", numbered(1, CRM, HONDURAS)),
        ("pasted_tabs.txt", numbered(1, CRM, RROCM, HONDURAS)),
        ("nfd.txt", numbered(1, CRM, HONDURAS)),
        ("html_br.html", numbered(1, CRM, WORKSHOP)),
        ("html_ol.html", [("3", *CRM), ("1", *HONDURAS), ("4", *WORKSHOP)]),
    ],
)
def test_who_owes_and_until_when(name, right):
    assert found(name) == right


def whens(name):
    return [when for _number, _who, when in found(name)]


def test_days_as_they_are_written():
    read = found("dates.txt")
    assert whens("dates.txt") == ["2027-03-01"] * 4 + ["2026-04-15", None, None, "2026-03-12"]
    items = extract(paper("dates.txt").text, date=DAY).commitments
    assert [items[at].deadline.precision for at in (5, 6)] == ["no such day"] * 2
    assert len(read) == 8


def test_the_day_of_the_meeting_shows_the_order_of_figures():
    assert whens("english_us_table.txt")[:2] == ["2026-04-05", "2026-12-15"]


def test_countries_as_they_are_shortened():
    codes = ["PAIS:US", "PAIS:US", "PAIS:DO", "PAIS:US", "PAIS:PA"]
    assert [who for _number, who, _when in found("countries.txt")] == codes
    items = extract(paper("countries.txt").text, date=DAY).commitments
    assert all(item.text.endswith("2026.") and item.text[0].isupper() for item in items)


def test_parties_in_english():
    read = [(who, when) for _number, who, when in found("english_parties.txt")]
    assert read == [
        ("ST-CRM", "2026-04-30"), ("ST-RROCM", "2026-04-30"), ("PAIS:US PAIS:CA", "2026-05-01"),
        ("PAIS:US", "2026-04-30"), ("PAIS:US", None), ("PAIS:CA", "2026-04-03"),
    ]  # fmt: skip


def test_a_list_in_a_cell_begins_with_its_own_words():
    items = extract(paper("list_in_cell.docx").text, date=DAY).commitments
    assert all(item.text.startswith("La Secretaría") for item in items)


def test_what_is_struck_or_hidden_is_said_and_not_agreed():
    assert found("strike_hidden.docx") == [("2", *RROCM)]
    assert set(paper("strike_hidden.docx").notes) == {"struck", "hidden"}


def test_a_private_comment_is_said_and_none_of_its_words_read():
    read = paper("odt_comment.odt")
    assert read.notes == ("comments",)
    assert "no está de acuerdo" not in read.text


def test_words_are_whole_across_tabs_and_line_ends():
    assert "informe a los países" in paper("odt_breaks.odt").text
    assert "Plazo: Honduras remitirá" in paper("odt_breaks.odt").text
    assert "informe a más tardar" in paper("html_br.html").text


def test_minutes_attached_to_a_mail_are_read_and_it_is_said():
    read = paper("mail_with_attachment.eml")
    assert read.notes == ("forwarded",)
    assert "Saludos" not in read.text
    assert found("mail_with_attachment.eml")
