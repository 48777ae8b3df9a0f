"""Letters: in each reader's language, as text and HTML, naming nobody."""

import pytest
from django.core import mail  # noqa: TID251
from django.test import Client

from consuno.core.accounts import create_account
from consuno.core.jobs import JobFailedError
from consuno.core.letters import way_in_changed
from consuno.core.mail import deliver
from consuno.core.models import User
from consuno.core.smtp import AddressError, mail_server

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


def test_without_amail_server_the_page_says_so(rosa, settings):
    settings.MAIL_CONFIGURED = False
    for answer in (Client().get("/cuenta/recuperar/"), ask("rosa@example.org")):
        assert "todavía no envía correos" in answer.content.decode()


def test_asking_too_often_is_answered_in_the_readers_language(rosa):
    answers = [ask("rosa@example.org") for _time in range(8)]
    assert answers[-1].status_code == 429
    assert "Espere unos minutos" in answers[-1].content.decode()


@pytest.mark.parametrize(
    ("address", "host", "port", "starttls", "ssl"),
    [
        ("smtp://mail.example.org", "mail.example.org", 587, True, False),
        ("smtp://ana:a%40b@mail.example.org:2525", "mail.example.org", 2525, True, False),
        ("smtps://mail.example.org", "mail.example.org", 465, False, True),
        ("smtp://127.0.0.1:25", "127.0.0.1", 25, False, False),
        ("smtp://[::1]:25", "::1", 25, False, False),
    ],
)
def test_the_address_of_amail_server(address, host, port, starttls, ssl):
    read = mail_server(address)
    assert (read["EMAIL_HOST"], read["EMAIL_PORT"]) == (host, port)
    assert (read["EMAIL_USE_TLS"], read["EMAIL_USE_SSL"]) == (starttls, ssl)
    assert read["EMAIL_HOST_PASSWORD"] == ("a@b" if "ana" in address else "")


@pytest.mark.parametrize(
    "address",
    [
        "mail.example.org",
        "//ana:secreto@mail.example.org",
        "smtp://",
        "smtp://h:puerto",
        "http://h",
    ],
)
def test_an_address_that_would_send_in_clear_or_nowhere_stops_the_start(address):
    with pytest.raises(AddressError) as caught:
        mail_server(address)
    assert "secreto" not in str(caught.value)


def test_amail_server_that_refuses_is_tried_again_and_names_nobody(rosa, settings, run_jobs):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 9  # nothing listens there
    ask("rosa@example.org")
    with pytest.raises(JobFailedError) as caught:
        run_jobs()
    assert "ConnectionRefusedError" in str(caught.value)
    assert "rosa" not in str(caught.value)


def test_sent_again_it_is_the_same_message(rosa, run_jobs):
    """A worker that dies after sending sends again: mail programs show one message."""
    for _turn in range(2):
        deliver.run(kind="core.way_in_changed", addressee=rosa.pk, message="uno")
    assert {each.extra_headers["Message-ID"] for each in mail.outbox} == {"<uno@consuno.example>"}
    mail.outbox.clear()
    for _turn in range(2):
        way_in_changed.post(rosa)
    run_jobs()
    assert len({each.extra_headers["Message-ID"] for each in mail.outbox}) == 2
