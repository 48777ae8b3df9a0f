"""A mail is read, or the minutes that came with it; whatever else came is named."""

from email.message import EmailMessage

import pytest

from consuno.reader.files.readers import read, read_mail
from tests.agenda import papers

MINUTES = (
    "ACUERDOS\n1. La ST-CRM enviará el informe de protección a los países el 3 de mayo de 2027."
)


def mail(text="Se adjunta el acta.", *, html=False):
    message = EmailMessage()
    message["Subject"] = "Acta (prueba)"
    message.set_content(text, subtype="html" if html else "plain")
    return message


def read_it(message):
    document = read_mail(message.as_bytes())
    return "\n".join(document.lines()).strip(), document.notes


def attach(message, content, kind, name):
    message.add_attachment(content, maintype="application", subtype=kind, filename=name)


def test_the_attached_minutes_are_read_and_the_letter_is_not():
    message = mail()
    attach(message, papers.word(f"<w:p>{papers.run(MINUTES)}</w:p>"), "octet-stream", "Acta.docx")
    attach(message, b"\x00\x01", "octet-stream", "virus.exe")
    text, notes = read_it(message)
    assert text.startswith("ACUERDOS")
    assert notes == {"forwarded", "attached:virus.exe"}


def test_minutes_in_the_mail_are_read_and_what_came_with_them_named():
    message = mail(MINUTES)
    attach(message, papers.pdf("Lista corta"), "pdf", "lista.pdf")
    text, notes = read_it(message)
    assert text == MINUTES
    assert notes == {"attached:lista.pdf"}


def test_a_forwarded_mail_is_read():
    outer = mail("Reenvío.")
    outer.add_attachment(mail(MINUTES))
    assert read_it(outer) == (MINUTES, {"forwarded"})


def test_mails_within_mails_end():
    inner = mail(MINUTES)
    for _ in range(6):
        outer = mail("Reenvío.")
        outer.add_attachment(inner)
        inner = outer
    assert read_it(inner)[0] == "Reenvío."


@pytest.mark.parametrize("text", [f"> > {MINUTES}", f"> {MINUTES}"])
def test_marks_of_quoting_are_no_words(text):
    assert read_it(mail(text.replace("\n", "\n> ")))[0] == MINUTES


def test_html_mail_and_the_logo_of_its_signature():
    message = mail("<p>ACUERDOS</p><p>1. Honduras <b>remitirá</b> todo.</p>", html=True)
    message.add_related(b"x", maintype="image", subtype="png", cid="logo", disposition="inline")
    assert read_it(message) == ("ACUERDOS\n1. Honduras remitirá todo.", set())


@pytest.mark.parametrize("charset", ["", "; charset=us-ascii", "; charset=nonsense"])
def test_a_mail_that_says_nothing_true_of_its_letters(charset):
    mail = f"From: a@example.org\nMIME-Version: 1.0\nContent-Type: text/plain{charset}\n\n{MINUTES}"
    assert read_mail(mail.encode()).lines() == MINUTES.split("\n")


def test_a_mail_by_its_name():
    assert read(mail(MINUTES).as_bytes(), "Acta.EML").lines()[0] == "ACUERDOS"
