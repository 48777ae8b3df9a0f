"""Letters: in each reader's language, as text and HTML, naming nobody."""

import pytest
from django.core import mail  # noqa: TID251
from django.test import Client

from consuno.core.accounts import create_account
from consuno.core.jobs import JobFailedError
from consuno.core.models import User

OLD, NEW = "caballo-bateria-grapa", "tejado-manzana-vela"


@pytest.fixture
def rosa(db, settings):
    settings.MAIL_CONFIGURED = True
    settings.SITE_URL = "https://consuno.example"
    return create_account(email="rosa@example.org", name="Rosa Inventada", by=None, password=OLD)


def ask(address):
    return Client().post("/cuenta/recuperar/", {"email": address})


def test_a_forgotten_password_is_chosen_again(rosa, run_jobs):
    assert ask("rosa@example.org")["Location"] == "/cuenta/recuperar/enviado/"
    assert mail.outbox == []  # the page does not wait for the mail server
    run_jobs()
    (letter,) = mail.outbox
    link = next(word for word in letter.body.split() if word.startswith("https://"))
    path = link.removeprefix("https://consuno.example")
    client = Client()
    form = client.get(path, follow=True)
    assert path not in form.request["PATH_INFO"]  # the key is not left in the address
    sent = client.post(form.request["PATH_INFO"], {"password1": NEW, "password2": NEW})
    assert sent["Location"] == "/cuenta/recuperar/hecho/"
    signed = Client().post("/cuenta/entrar/", {"login": "rosa@example.org", "password": NEW})
    assert signed.status_code == 302
    used = Client().get(path, follow=True).content.decode()
    assert "ya se usó o venció" in used


def test_letters_name_nobody(rosa, run_jobs):
    ask("rosa@example.org")
    run_jobs()
    (letter,) = mail.outbox
    html = letter.alternatives[0].content
    for part in (letter.subject, letter.body, html):
        assert "Rosa" not in part
        assert "rosa@" not in part
    assert letter.extra_headers["Message-ID"].endswith("@consuno.example>")
    assert "<script" not in html
    assert "src=" not in html  # nothing that tells when it was opened


def test_letters_come_in_the_language_last_chosen(rosa, run_jobs):
    client = Client()
    client.force_login(rosa)
    client.post("/idioma/setlang/", {"language": "en"})
    assert User.objects.get().language == "en"
    ask("rosa@example.org")
    run_jobs()
    assert "Choose a password" in mail.outbox[0].body
    assert 'lang="en"' in mail.outbox[0].alternatives[0].content


def test_strangers_and_people_who_left_get_no_letter(rosa, run_jobs):
    assert ask("nadie@example.org")["Location"] == ask("rosa@example.org")["Location"]
    User.objects.update(is_active=False)
    run_jobs()
    assert mail.outbox == []


def test_without_a_mail_server_the_page_says_so(rosa, settings):
    settings.MAIL_CONFIGURED = False
    assert "todavía no envía correos" in Client().get("/cuenta/recuperar/").content.decode()


def test_a_mail_server_that_refuses_is_tried_again_and_names_nobody(rosa, settings, run_jobs):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 9  # nothing listens there
    ask("rosa@example.org")
    with pytest.raises(JobFailedError) as caught:
        run_jobs()
    assert "ConnectionRefusedError" in str(caught.value)
    assert "rosa" not in str(caught.value)
