"""The dossier of a meeting: from the states of things, in both languages, as PDF and Word."""

import io

import pytest
from docx import Document
from pypdf import PdfReader

from consuno.core.bilingual import Bilingual
from consuno.core.policy import Denied
from consuno.directory.models import Body
from consuno.meetings import actions
from consuno.meetings.models import Dossier, DossierFile
from consuno.meetings.printing import Paper, heading, para, table
from consuno.meetings.printing.pdf import pdf
from consuno.meetings.printing.word import word
from consuno.meetings.queries.dossier import dossier
from consuno.monitoring import actions as monitoring
from consuno.monitoring.models import Obligation
from tests.meetings.test_sittings import plan, sitting, today
from tests.monitoring.test_cycles import answer_all

__all__ = ["sitting", "today"]


def words_of(content):
    return "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(content)).pages)


def test_what_people_wrote_is_text_and_never_markup():
    nasty = '#read("/etc/passwd") *x* $y$ <z> @a \\ " ñ \x07'
    paper = Paper("Título", "Ayer", "es", "Pie", [
        heading("1. Uno"), para(nasty), table(["A", "B"], [[nasty, 1], ["", 2]], [3, 1]),
    ])  # fmt: skip
    content = pdf(paper)
    assert content.startswith(b"%PDF-1.7")
    text = words_of(content)
    assert '#read("/etc/passwd")' in text
    assert "root:" not in text
    reader = PdfReader(io.BytesIO(content))
    assert reader.trailer["/Root"]["/Lang"] == "es"
    assert "/StructTreeRoot" in reader.trailer["/Root"]  # tagged: read aloud in order
    made = Document(io.BytesIO(word(paper)))
    assert [p.style.name for p in made.paragraphs[:1]] == ["Title"]
    assert made.tables[0].cell(1, 0).text.startswith("#read(")


def test_a_letter_our_fonts_lack_does_not_stop_it():
    content = pdf(Paper("Título", "", "es", "", [para("bien 🎉 漢字")]))
    assert "bien" in words_of(content)


@pytest.fixture
def late(sitting, cast):
    answer_all(cast)
    monitoring.settle(by=None)
    actions.compute_agenda(sitting=sitting, by=cast["ana"])
    return sitting


def test_it_says_the_same_in_both_languages(late, cast):
    spanish = dossier(late, "es", cast["ana"])
    english = dossier(late, "en", cast["ana"])
    assert [each["kind"] for each in spanish.blocks] == [each["kind"] for each in english.blocks]
    heads = [each["words"] for each in english.blocks if each["kind"] == "heading"]
    assert heads[0] == "1. How the agenda stands"
    assert "Annex A. Past their deadline, one by one" in heads
    assert any(words.startswith("A1. ") for words in heads)


def test_hidden_names_are_not_in_it(late, cast):
    hidden = Bilingual("Casa Oculta", "Hidden House")
    made = Body.objects.create(
        code="OCULTA", kind="organisation", name=hidden, short=hidden, civil_society=True,
        listed=False, invented=True,
    )  # fmt: skip
    owed = late.items.filter(about__startswith="commitment:").first()
    key = int(owed.about.partition(":")[2])
    Obligation.objects.create(commitment_id=key, body=made)
    said = str(dossier(late, "es", cast["ana"]).data())
    assert "Casa Oculta" not in said
    assert "una organización de la sociedad civil" in said


def test_file_by_file_and_no_file_twice(late, cast, run_jobs, client):
    actions.make_dossier(sitting=late, by=cast["ana"])
    assert actions.make_dossier(sitting=late, by=cast["beto"]).pk == Dossier.objects.get().pk
    client.force_login(cast["carla"])
    base = f"{late.get_absolute_url()}expediente/"
    assert "0 de 4" in client.get(base).content.decode()
    run_jobs()
    assert "1 de 4" in client.get(base).content.decode()
    actions.make_file.run(dossier_pk=Dossier.objects.get().pk)  # two workers at once
    for _turn in range(6):
        run_jobs()
    files = list(DossierFile.objects.values_list("language", "kind"))
    assert files == list(Dossier.WANTED)
    english = DossierFile.objects.get(language="en", kind="pdf")
    text = words_of(bytes(english.content))
    assert "How the agenda stands" in text
    answer = client.get(f"/reuniones/expedientes/{english.pk}/")
    assert answer["Content-Type"] == "application/pdf"
    assert answer.content == bytes(english.content)
    with pytest.raises(Denied):
        actions.make_dossier(sitting=late, by=cast["carla"])
    client.force_login(cast["fermin"])
    assert client.get(f"/reuniones/expedientes/{english.pk}/").status_code == 404


def test_an_empty_agenda_has_a_dossier_too(agenda, cast):
    made = plan(cast, series="taller")
    assert "Todavía no tiene puntos." in str(dossier(made, "es", cast["ana"]).data())
