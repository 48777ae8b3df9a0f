"""Files: sealed from their first byte, cleaned for whoever reads them, and gone with the report."""

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from PIL import Image

from consuno.cases.models import Attachment
from consuno.cases.views import attachments
from consuno.core.models import FilePiece, SealedFile
from consuno.core.vault import files
from tests.cases.test_complaints import draft, receipt, sent
from tests.cases.test_handling import at, page_of, recipient

__all__ = ["at", "draft", "receipt", "recipient", "sent"]


def photo():
    """A picture that says where it was taken and with what."""
    made, said = io.BytesIO(), Image.Exif()
    said[0x010F] = "Fabricante Inventado"
    said.get_ifd(0x8825)[2] = (14.0, 37.0, 0.0)
    Image.new("RGB", (40, 30), "teal").save(made, "JPEG", exif=said)
    return made.getvalue()


@pytest.fixture
def phone(receipt):
    client = Client()
    client.post("/denuncia/volver/", {"receipt": receipt.code})
    return client


def add(phone, content, name="foto de prueba.jpg"):
    return phone.post("/denuncia/archivo/", {"file": SimpleUploadedFile(name, content)})


def body_of(answer):
    return b"".join(answer.streaming_content)


def test_row_41_readers_get_a_clean_copy_and_the_original_stays_sealed(sent, recipient, phone, at):
    original = photo()
    assert add(phone, original)["Location"] == "/denuncia/archivo/"
    assert "foto de prueba.jpg" in phone.get("/denuncia/mia/").content.decode()
    stored = b"".join(bytes(row.sealed) for row in FilePiece.objects.all())
    assert b"Inventado" not in stored
    assert "foto de prueba.jpg" in at("gloria").get(page_of(recipient)).content.decode()
    there = f"{page_of(recipient)}archivo/{Attachment.objects.get().name}/"
    clean = at("gloria").get(there)
    assert clean["Content-Disposition"].startswith("attachment")
    assert "sandbox" in clean["Content-Security-Policy"]
    content = body_of(clean)
    assert b"Inventado" not in content
    assert not Image.open(io.BytesIO(content)).getexif()
    assert body_of(at("gloria").get(f"{there}?original=1")) == original


def test_nobody_else_takes_it_down(sent, recipient, phone, at, as_person):
    add(phone, photo())
    there = f"{page_of(recipient)}archivo/{Attachment.objects.get().name}/"
    for who in ("julio", "ines", "beto"):
        assert at(who).get(there).status_code == 404
    assert as_person("carla").get(there).status_code == 403
    assert at("gloria").get(f"{page_of(recipient)}archivo/999999/").status_code == 404


def test_what_cannot_be_cleaned_says_so(sent, recipient, phone, at):
    add(phone, b"unas palabras inventadas", "nota.txt")
    there = f"{page_of(recipient)}archivo/{Attachment.objects.get().name}/"
    page = at("gloria").get(there, follow=True).content.decode()
    assert "No se pudo limpiar" in page
    assert body_of(at("gloria").get(f"{there}?original=1")) == b"unas palabras inventadas"


def test_of_a_draft_nobody_has_it_until_it_is_sent(draft, phone, at):
    add(phone, photo())
    assert "foto de prueba.jpg" in phone.get("/denuncia/enviar/").content.decode()
    phone.post("/denuncia/enviar/")
    page = at("gloria").get(page_of(draft.recipients.get())).content.decode()
    assert "foto de prueba.jpg" in page


@pytest.mark.parametrize(
    ("content", "why"), [(b"", "llegó vacío"), (b"x" * 3000, "demasiado grande")]
)
def test_refused_with_its_reason_nothing_of_it_stays(sent, phone, monkeypatch, content, why):
    monkeypatch.setattr(files, "LARGEST", 2000)
    answer = add(phone, content)
    assert answer.status_code == 400
    assert why in answer.content.decode()
    assert not FilePiece.objects.exists()
    assert not Attachment.objects.exists()


def test_without_a_token_nothing_is_kept(sent, receipt):
    strict = Client(enforce_csrf_checks=True)
    page = strict.get("/denuncia/volver/").content.decode()
    token = page.split('name="csrfmiddlewaretoken" value="')[1].split('"')[0]
    strict.post("/denuncia/volver/", {"receipt": receipt.code, "csrfmiddlewaretoken": token})
    assert add(strict, photo()).status_code == 403
    assert not Attachment.objects.exists()


def test_withdrawn_no_piece_is_left(sent, phone):
    add(phone, photo())
    phone.post("/denuncia/retirar/")
    assert not FilePiece.objects.exists()


def test_no_more_than_twenty(sent, phone, monkeypatch):
    from consuno.cases.policies import complaints

    monkeypatch.setattr(complaints, "MOST_FILES", 1)
    add(phone, photo())
    assert "no caben más" in add(phone, photo()).content.decode()
    assert Attachment.objects.count() == 1


def test_row_34_another_site_cannot_open_its_own_receipt_here(sent, receipt):
    strict = Client(enforce_csrf_checks=True)
    forged = {"receipt_again": "1", "receipt": receipt.code}
    assert strict.post("/denuncia/archivo/", forged)["Location"] == "/denuncia/volver/"
    assert strict.post("/denuncia/escribir/", forged).status_code == 403
    assert strict.get("/denuncia/mia/")["Location"] == "/denuncia/volver/"


@pytest.fixture
def strict(receipt):
    """A browser whose forms are looked at, as on a server."""
    client = Client(enforce_csrf_checks=True)
    client.get("/denuncia/volver/")
    token = client.cookies["csrftoken"].value
    client.post("/denuncia/volver/", {"receipt": receipt.code, "csrfmiddlewaretoken": token})
    assert "Añadir archivos" in client.get("/denuncia/archivo/").content.decode()
    return client


def pieces_made(monkeypatch):
    """How many pieces are ever written, kept or not."""
    made = []
    real = FilePiece.objects.create
    monkeypatch.setattr(FilePiece.objects, "create", lambda **row: made.append(row) or real(**row))
    return made


def given(**more):
    return {**more, "file": SimpleUploadedFile("x.bin", b"x" * 3_000_000)}


def test_without_the_token_of_our_form_no_piece_is_ever_written(draft, strict, monkeypatch):
    made = pieces_made(monkeypatch)
    for fields in (given(), given(csrfmiddlewaretoken="a" * 64)):
        assert strict.post("/denuncia/archivo/", fields).status_code == 403
    late = {
        "file": SimpleUploadedFile("x.bin", b"x" * 3_000_000),
        "csrfmiddlewaretoken": strict.cookies["csrftoken"].value,
    }
    assert (
        strict.post("/denuncia/archivo/", late).status_code == 400
    )  # our form says it before its file
    assert made == []
    good = given(csrfmiddlewaretoken=strict.cookies["csrftoken"].value)
    assert strict.post("/denuncia/archivo/", good).status_code == 302
    assert made


@pytest.mark.parametrize("how", ["two", "too large", "empty", "other field", "half"])
def test_pieces_that_no_report_holds_are_gone_when_the_answer_is_there(
    draft, phone, monkeypatch, how
):
    if how == "two":
        one, other = (SimpleUploadedFile(f"{n}.bin", b"x" * 2_000_000) for n in "ab")
        phone.post("/denuncia/archivo/", {"file": [one, other]})
    elif how == "too large":
        monkeypatch.setattr(files, "LARGEST", 2_000_000)
        phone.post("/denuncia/archivo/", given())
    elif how == "empty":
        phone.post("/denuncia/archivo/", {"file": SimpleUploadedFile("x", b"")})
    elif how == "other field":
        phone.post("/denuncia/archivo/", {"otro": SimpleUploadedFile("x", b"x" * 2_000_000)})
    else:
        body = (
            b'--sep\r\nContent-Disposition: form-data; name="file"; filename="x"\r\n'
            b"Content-Type: application/octet-stream\r\n\r\n" + b"x" * 2_000_000
        )
        phone.generic(
            "POST", "/denuncia/archivo/", body, content_type="multipart/form-data; boundary=sep"
        )
    held = SealedFile.objects.values("upload")
    assert not FilePiece.objects.exclude(upload__in=held).exists()
    assert SealedFile.objects.count() == Attachment.objects.count()


def test_what_fails_halfway_leaves_no_piece(draft, phone, monkeypatch):
    def broken(**_given):
        raise RuntimeError

    monkeypatch.setattr(files.sections, "seal", broken)
    with pytest.raises((RuntimeError, TypeError)):
        phone.post("/denuncia/archivo/", given())
    assert not FilePiece.objects.exists()


@pytest.mark.parametrize("limit", ["BY_RECEIPT", "BY_NETWORK"])
def test_one_receipt_and_one_network_send_so_much_in_an_hour(draft, phone, monkeypatch, limit):
    monkeypatch.setattr(attachments, limit, 7)
    answers = [
        phone.post("/denuncia/archivo/", given(), REMOTE_ADDR="203.0.113.7") for _each in range(3)
    ]
    assert [each.status_code for each in answers] == [302, 302, 400]
    assert "Vuelva dentro de" in answers[-1].content.decode()
    assert not FilePiece.objects.exclude(upload__in=SealedFile.objects.values("upload")).exists()
