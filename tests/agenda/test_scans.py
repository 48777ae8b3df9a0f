"""Scanned minutes: read page by page, by programs the server may have."""

import datetime
import subprocess

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from consuno.agenda import actions, ocr
from consuno.agenda.actions import scans
from consuno.agenda.models import Minutes
from consuno.agenda.papers import Paper, PaperError, read_upload
from consuno.core.policy import Denied
from tests.agenda import papers

installed = pytest.mark.skipif(not ocr.available(), reason="tesseract and poppler are not here")
DAY = datetime.date(2014, 3, 3)
FIRST = "ACTA INVENTADA DE PRUEBA\n\nAcuerdos:\n1. La RROCM preparará un glosario."
SECOND = "2. La ST de la CRM publicará el informe a más tardar el 15 de abril de 2014."


@pytest.fixture
def minutes(cast):
    paper = Paper("", b"%PDF-1.4 imagen", "escaneado.pdf", notes=("scan",))
    return actions.record_minutes(
        paper=paper, title="Escaneada", place="", starts=DAY, ends=DAY, public=True, by=cast["ana"]
    )


def reads(monkeypatch, *pages):
    """Let the programs say this of each page; None is a page they cannot read."""

    def read_page(content, number):
        text = pages[number - 1]
        if text is None:
            raise ocr.ScanError
        return text

    monkeypatch.setattr(ocr, "pages_of", lambda content: len(pages))
    monkeypatch.setattr(ocr, "read_page", read_page)


def read_all(run_jobs):
    """Each page queues the one after it."""
    for _page in range(3):
        run_jobs()


def test_page_by_page_until_it_is_as_any_other(minutes, cast, client, monkeypatch, run_jobs):
    reads(monkeypatch, FIRST, SECOND)
    client.force_login(cast["ana"])
    address = f"/actas/{minutes.pk}/"
    assert "Por empezar" in client.get(address).content.decode()
    scans.read_scan.run(minutes=minutes.pk)
    assert "1 de 2 páginas" in client.get(address).content.decode()
    with pytest.raises(Denied, match="todavía se está leyendo"):
        actions.add_candidate(minutes=minutes, first=1, last=1, kind="agreement", by=cast["ana"])
    assert not cast["beto"].notices.exists()
    read_all(run_jobs)
    waiting = {"hx-request": "true", "hx-target": "reading"}
    assert client.get(address, headers=waiting)["HX-Refresh"] == "true"
    page = client.get(address).content.decode()
    assert "reconoció una máquina" in page
    minutes = Minutes.objects.get(pk=minutes.pk)
    assert (minutes.pages, minutes.being_read) == ([1, 5], False)
    assert [str(each.due_on) for each in minutes.candidates.all()] == ["None", "2014-04-15"]
    assert cast["beto"].notices.filter(kind="agenda.paper_waits").exists()
    before = minutes.candidates.count()
    scans.read_scan.run(minutes=minutes.pk)  # a job that runs twice does it once
    assert minutes.candidates.count() == before


@pytest.mark.parametrize("pages", [(FIRST, None), ("", " "), (None,)])
def test_what_cannot_be_read_says_so_and_is_typed(
    minutes, cast, client, monkeypatch, run_jobs, pages
):
    reads(monkeypatch, *pages)
    read_all(run_jobs)
    client.force_login(cast["ana"])
    page = client.get(f"/actas/{minutes.pk}/").content.decode()
    assert "no pudo leerse" in page
    typed = {"text": f"{FIRST}\n{SECOND}", "reason": "Escrita a mano"}
    client.post(f"/actas/{minutes.pk}/corregir/", typed)
    assert minutes.candidates.count() == 2


def test_a_withdrawn_scan_is_read_no_more(minutes, cast, monkeypatch, run_jobs):
    reads(monkeypatch, FIRST, SECOND)
    actions.withdraw_minutes(minutes=minutes, by=cast["ana"])
    read_all(run_jobs)
    assert Minutes.objects.get(pk=minutes.pk).text == ""


def upload(content):
    return SimpleUploadedFile("acta.pdf", content)


def test_where_the_programs_are_not_it_says_so(monkeypatch):
    monkeypatch.setattr(ocr, "available", lambda: False)
    with pytest.raises(PaperError, match="no lee escaneados"):
        read_upload(upload(papers.pdf("")), scans=True)


@installed
def test_programs_read_a_real_scan(tmp_path):
    """Words drawn on paper, photographed, and read again; its pages counted."""
    words = "La RROCM enviara el informe a la ST de la CRM\nSegunda linea del acta inventada"
    drawn = subprocess.run(
        ["pdftoppm", "-jpeg", "-scale-to-x", "1240", "-scale-to-y", "1754", "-singlefile", "-"],
        input=papers.pdf(words), capture_output=True, check=True,
    ).stdout  # fmt: skip
    scan = papers.picture_pdf(drawn, 1240, 1754)
    paper = read_upload(upload(scan), scans=True)
    assert paper.unread
    assert ocr.pages_of(scan) == 1
    assert ocr.read_page(scan, 1).split("\n") == words.split("\n")


@installed
@pytest.mark.parametrize(
    "content", [b"", b"%PDF-1.4 roto", b"\x00" * 1000, papers.pdf(*["x"] * 90)]
)
def test_programs_refuse_what_is_no_scan(content):
    with pytest.raises(ocr.ScanError):
        ocr.pages_of(content)
    with pytest.raises(ocr.ScanError):
        ocr.read_page(content[:500], 1)


def test_a_worker_that_dies_before_the_last_step_loses_nothing(minutes, cast, monkeypatch):
    """Every page was read and kept, and the job runs again."""
    reads(monkeypatch, FIRST, SECOND)
    minutes.scan = {"pages": 2, "read": [FIRST, SECOND]}
    minutes.save()
    scans.read_scan.run(minutes=minutes.pk)
    assert (minutes.candidates.count(), Minutes.objects.get(pk=minutes.pk).notes) == (2, ["scan"])
