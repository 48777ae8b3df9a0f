"""What goes wrong is said in the person's language, and how to mend it."""

import pytest
from django.test import Client


def test_too_much_text_at_once(as_person):
    page = as_person("ana").post("/actas/nueva/", {"text": "x" * (5 * 1024 * 1024)})
    assert page.status_code == 400
    assert "no se pudo leer" in page.content.decode()


@pytest.mark.django_db
def test_a_page_open_too_long():
    client = Client(enforce_csrf_checks=True)
    page = client.post("/cuenta/entrar/", {"login": "x"}, headers={"Accept-Language": "en"})
    assert page.status_code == 403
    assert "what you wrote will still be there" in page.content.decode()


@pytest.mark.django_db
def test_not_found_is_in_the_look_of_the_site(client):
    page = client.get("/nada/")
    assert page.status_code == 404
    assert 'class="masthead"' in page.content.decode()


@pytest.mark.django_db
def test_row_47_a_failure_of_ours_says_so_in_both_languages(client, monkeypatch):
    monkeypatch.setattr("consuno.site.trace.parts", lambda: 1 / 0)
    client.raise_request_exception = False
    page = client.get("/acta/")
    assert page.status_code == 500
    assert "Algo falló" in page.content.decode()
    assert "Something failed" in page.content.decode()


@pytest.mark.django_db
def test_the_language_is_the_persons_choice(client):
    page = client.post("/idioma/setlang/", {"language": "en", "next": "/agenda/"}, follow=True)
    assert "Common agenda" in page.content.decode()
    assert "Vencido" not in page.content.decode()


@pytest.mark.django_db
def test_every_page_says_what_a_browser_may_load(client):
    policy = client.get("/")["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
