"""Somebody reports from a phone, without scripts; nothing of it is in an address, a cookie or a browser's memory."""

import re
from base64 import urlsafe_b64decode

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import get_resolver

from consuno.cases.models import Complaint
from consuno.core.models import Session
from consuno.core.vault import receipts
from tests.cases.conftest import PROSECUTION, SHELTER

WORDS = "La obligaron a trabajar sin paga (historia inventada)."


@pytest.fixture
def phone(vaults):
    return Client()


def begin(phone, *codes):
    answer = phone.post("/denuncia/empezar/", {"country": "GT", "body": codes or [SHELTER]})
    assert answer["Location"] == "/denuncia/recibo/", answer.content.decode()
    page = phone.get("/denuncia/recibo/").content.decode()
    return re.findall(r"<li>(\w+)</li>", page), re.search(r">([0-9A-Z-]{29})<", page)[1]


def write(phone, **more):
    return phone.post("/denuncia/escribir/", {"what": WORDS, "category": "labour", **more})


@pytest.fixture
def sent(phone):
    words, code = begin(phone)
    assert write(phone)["Location"] == "/denuncia/enviar/"
    assert phone.post("/denuncia/enviar/")["Location"] == "/denuncia/mia/"
    return words, code


def test_from_the_first_page_to_the_answer_without_an_account(phone):
    first = phone.get("/denuncia/").content.decode()
    assert "No hace falta dar su nombre" in first
    choice = phone.get("/denuncia/?pais=GT").content.decode()
    assert choice.index(SHELTER) < choice.index(PROSECUTION)
    assert "checked" not in choice
    words, code = begin(phone)
    assert receipts.read(" ".join(words)) == receipts.read(code)
    write(phone, name="Inventada de Prueba")
    review = phone.get("/denuncia/enviar/").content.decode()
    assert WORDS in review
    assert "No sabemos si la ley" in review
    phone.post("/denuncia/enviar/")
    page = phone.get("/denuncia/mia/").content.decode()
    assert "Está enviada" in page
    assert "antes del 28" in page
    phone.post("/denuncia/mia/", {"text": "Algo más (inventado)."})
    assert "Algo más (inventado)." in phone.get("/denuncia/mia/").content.decode()


@pytest.mark.parametrize("with_code", [False, True])
def test_one_comes_back_from_another_telephone(sent, with_code):
    words, code = sent
    other = Client()
    assert other.get("/denuncia/mia/")["Location"] == "/denuncia/volver/"
    typed = code.lower() if with_code else " ".join(word[:4] for word in words).upper()
    assert other.post("/denuncia/volver/", {"receipt": typed})["Location"] == "/denuncia/mia/"
    assert WORDS in other.get("/denuncia/mia/").content.decode()


def test_row_18_a_wrong_and_an_unknown_receipt_get_the_same_page(sent):
    other = Client()
    answers = [
        re.sub(
            r'value="\w{64}"',
            "",
            other.post("/denuncia/volver/", {"receipt": typed}).content.decode(),
        )
        for typed in (receipts.new().code, "no es un recibo")
    ]
    assert answers[0] == answers[1]
    assert "no es un recibo" not in answers[1]


def test_half_written_it_waits_under_its_receipt(phone):
    _words, code = begin(phone)
    assert write(phone, later="1")["Location"] == "/denuncia/recibo/"
    other = Client()
    other.post("/denuncia/volver/", {"receipt": code})
    assert "Nadie la puede leer" in other.get("/denuncia/mia/").content.decode()
    assert WORDS in other.get("/denuncia/escribir/").content.decode()


def test_a_country_where_nobody_holds_keys_takes_nothing(phone):
    page = phone.get("/denuncia/?pais=HN").content.decode()
    assert "No escriba nada" in page
    assert "empezar" not in page
    assert phone.post("/denuncia/empezar/", {"country": "HN", "body": [SHELTER]}).status_code == 400
    assert not Complaint.objects.exists()


def test_nothing_chosen_is_said_and_nothing_is_lost(phone):
    answer = phone.post("/denuncia/empezar/", {"country": "GT"})
    assert answer.status_code == 400
    assert "al menos una organización" in answer.content.decode()


def patterns(resolver):
    """The addresses of the site, as they are written."""
    for each in resolver.url_patterns:
        yield str(each.pattern)
        if hasattr(each, "url_patterns"):
            yield from patterns(each)


def test_row_42_nothing_of_it_is_in_an_address_nor_kept_by_the_browser(sent, phone):
    words, code = sent
    # A word of the receipt may be one of ours by chance: "salir".
    own = set(re.split(r"\W", " ".join(patterns(get_resolver()))))
    for path in ("/denuncia/", "/denuncia/recibo/", "/denuncia/mia/", "/denuncia/volver/"):
        answer = phone.get(path)
        assert "no-store" in answer["Cache-Control"]
        assert answer["Referrer-Policy"] == "same-origin"
        for found in re.findall(r'(?:href|action|src)="([^"]*)"', answer.content.decode()):
            assert code not in found
            assert not set(words) & set(re.split(r"\W", found)) - own
        assert b"<script" not in answer.content


def test_row_43_leaving_takes_everything_from_the_browser(sent, phone):
    kept = phone.cookies["receipt"].value
    answer = phone.post("/denuncia/salir/")
    assert (answer.status_code, answer["Location"]) == (303, "https://www.wikipedia.org/")
    assert '"cookies"' in answer["Clear-Site-Data"]
    assert not phone.cookies["receipt"].value
    assert phone.get("/denuncia/mia/")["Location"] == "/denuncia/volver/"
    thief = Client()
    thief.cookies["receipt"] = kept
    assert thief.get("/denuncia/mia/")["Location"] == "/denuncia/volver/", (
        "nor does a copy of it open"
    )


def test_leaving_fast_needs_no_token(sent, phone):
    hurried = Client(enforce_csrf_checks=True)
    hurried.cookies["receipt"] = phone.cookies["receipt"].value
    assert hurried.get("/denuncia/mia/").status_code == 200
    assert hurried.post("/denuncia/salir/").status_code == 303
    assert hurried.get("/denuncia/mia/").status_code == 302


def test_a_visit_leaves_no_row_that_tells_of_it(sent, phone, as_person, time_machine):
    """Neither a moment nor an account stands beside a receipt; half an hour without use ends it."""
    _words, code = sent
    receipt = receipts.read(code)
    assert not Session.objects.exists()
    cookie = phone.cookies["receipt"]
    assert not cookie["max-age"]
    assert not cookie["expires"]
    assert cookie["httponly"]
    assert receipt.chance not in urlsafe_b64decode(cookie.value)
    officer = as_person("carla")
    officer.get("/denuncia/")
    before = Session.objects.get().session_data
    officer.post("/denuncia/volver/", {"receipt": code})
    assert officer.get("/denuncia/mia/").status_code == 200
    assert Session.objects.get().session_data == before
    for _each in range(3):
        time_machine.shift(25 * 60)
        assert phone.get("/denuncia/mia/").status_code == 200
    time_machine.shift(31 * 60)
    assert phone.get("/denuncia/mia/").status_code == 302


def test_a_cookie_altered_or_of_another_server_opens_nothing(sent, phone, settings):
    kept = phone.cookies["receipt"].value
    for wrong in ("", "x", kept[:-3] + "AAA", "A" * 5000):
        phone.cookies["receipt"] = wrong
        assert phone.get("/denuncia/mia/").status_code == 302
    phone.cookies["receipt"] = kept
    settings.SECRET_KEY = "la clave de otro servidor, tan larga como debe ser"
    assert phone.get("/denuncia/mia/").status_code == 302


def test_after_half_a_day_one_gives_the_receipt_again(sent, phone, time_machine):
    for _each in range(30):
        time_machine.shift(25 * 60)
        last = phone.get("/denuncia/mia/").status_code
    assert last == 302


def test_withdrawn_the_page_says_what_is_gone_and_what_stays(sent, phone):
    page = phone.get("/denuncia/retirar/").content.decode()
    assert "Le queda que hubo una denuncia" in page
    phone.post("/denuncia/retirar/")
    assert "está borrado" in phone.get("/denuncia/mia/").content.decode()


def test_before_sending_one_chooses_again(phone):
    begin(phone)
    write(phone)
    assert "checked" in phone.get("/denuncia/quien/").content.decode()
    phone.post("/denuncia/quien/", {"body": [PROSECUTION]})
    assert "Fiscalía" in phone.get("/denuncia/enviar/").content.decode()


def test_in_english_too(phone):
    page = phone.get("/denuncia/", headers={"accept-language": "en"}).content.decode()
    assert "No account is needed" in page


def test_complaint_and_receipt_pages_are_light(sent, phone):
    """All that a telephone loads for each, in bytes, uncompressed: page, style and picture."""
    from pathlib import Path

    from django.contrib.staticfiles import finders

    kept = sum(
        Path(finders.find(name)).stat().st_size for name in ("cases/complaint.css", "core/icon.svg")
    )
    for path in ("/denuncia/", "/denuncia/?pais=GT", "/denuncia/recibo/", "/denuncia/mia/"):
        assert len(phone.get(path).content) + kept < 30_000, path


def test_row_29_a_class_of_thirty_gets_through_and_a_flood_waits(phone, monkeypatch):
    from django.core.cache import cache

    from consuno.cases.views import complaint

    cache.clear()
    fields = {"country": "GT", "body": [SHELTER]}
    for _each in range(30):
        assert (
            Client(REMOTE_ADDR="203.0.113.7").post("/denuncia/empezar/", fields).status_code == 302
        )
    monkeypatch.setattr(complaint, "BEGUN", 30)
    answer = Client(REMOTE_ADDR="203.0.113.7").post("/denuncia/empezar/", fields)
    assert answer.status_code == 429
    assert "Espere un poco" in answer.content.decode()
    assert Client(REMOTE_ADDR="203.0.113.8").post("/denuncia/empezar/", fields).status_code == 302


def test_by_telephone_the_worker_writes_it_down_and_keeps_no_receipt(phone, as_person, vaults):
    worker = as_person("hugo")
    assert "Tomar una por teléfono" in worker.get("/atencion/").content.decode()
    assert 'name="way"' not in (begin(phone) and phone.get("/denuncia/escribir/").content.decode())
    _words, code = begin(worker)
    assert 'name="way"' in worker.get("/denuncia/escribir/").content.decode()
    write(worker, way="phone")
    assert "Por teléfono" in worker.get("/denuncia/enviar/").content.decode()
    worker.post("/denuncia/enviar/")
    assert "Déle el recibo" in worker.get("/denuncia/mia/").content.decode()
    assert worker.post("/denuncia/entregada/")["Location"] == "/atencion/"
    assert worker.get("/denuncia/mia/")["Location"] == "/denuncia/volver/"
    assert worker.get("/atencion/").status_code == 200  # still signed in
    phone.post("/denuncia/volver/", {"receipt": code})
    assert WORDS in phone.get("/denuncia/mia/").content.decode()


def test_an_onion_address_is_shown_where_one_is_configured(phone, settings):
    assert "Tor" not in phone.get("/denuncia/").content.decode()
    settings.ONION = "inventado.onion"
    assert "inventado.onion" in phone.get("/denuncia/").content.decode()


def test_what_was_being_written_when_the_receipt_closed_is_not_lost(phone, time_machine):
    words, _code = begin(phone)
    time_machine.shift(3600)
    asked = write(phone).content.decode()
    assert "Lo que escribió sigue aquí" in asked
    assert WORDS in asked
    again = {"receipt_again": "1", "receipt": "no es un recibo"}
    assert WORDS in write(phone, **again).content.decode()
    done = write(phone, **again | {"receipt": " ".join(words)})
    assert done["Location"] == "/denuncia/enviar/"
    assert WORDS in phone.get("/denuncia/enviar/").content.decode()


def test_a_rule_that_says_no_gives_its_reason_and_asks_nobody_to_sign_in(sent, phone):
    phone.post("/denuncia/retirar/")
    answer = phone.post("/denuncia/archivo/", {"file": SimpleUploadedFile("a.txt", b"(inventado)")})
    assert (answer.status_code, "ya no recibe" in answer.content.decode()) == (400, True)
    assert phone.post("/denuncia/quien/", {"body": [SHELTER]}).status_code == 400
