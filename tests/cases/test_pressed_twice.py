"""A button pressed twice on a slow line sends once; other words from the same page are sent."""

import re

import pytest
from django.test import Client

from consuno.cases.models import Message
from consuno.core.models import AuditEntry
from tests.cases.test_complaints import draft, receipt, sent
from tests.cases.test_handling import at, page_of, recipient

__all__ = ["at", "draft", "receipt", "recipient", "sent"]


def marks(page, name="once"):
    return re.search(rf'name="{name}" value="([0-9a-f]+)"', page)[1]


def test_the_reporters_message(sent, receipt):
    phone = Client()
    phone.post("/denuncia/volver/", {"receipt": receipt.code})
    once = marks(phone.get("/denuncia/mia/").content.decode())
    for text in ("Sigo aquí.", "Sigo aquí.", "Ya no estoy ahí."):
        assert phone.post("/denuncia/mia/", {"text": text, "once": once}).status_code == 302
    assert Message.objects.count() == 2
    again = marks(phone.get("/denuncia/mia/").content.decode())
    phone.post("/denuncia/mia/", {"text": "Sigo aquí.", "once": again})  # said again on purpose
    assert Message.objects.count() == 3


@pytest.mark.parametrize(("act", "verb"), [("responder", "replied"), ("nota", "noted")])
def test_a_reply_and_a_note(recipient, at, act, verb):
    page, prefix = page_of(recipient), {"responder": "reply", "nota": "note"}[act]
    once = marks(at("gloria").get(page).content.decode(), f"{prefix}-once")
    said = {f"{prefix}-text": "Mañana a las diez.", f"{prefix}-once": once}
    for _press in range(2):
        assert at("gloria").post(f"{page}{act}/", said).status_code == 302
    assert Message.objects.count() == 1
    assert AuditEntry.objects.filter(verb=f"complaint_{verb}").count() == 1


def test_what_was_refused_keeps_its_mark(recipient, at):
    page = page_of(recipient)
    answer = at("gloria").post(f"{page}responder/", {"reply-text": "", "reply-once": "ab" * 16})
    assert answer.status_code == 400
    assert marks(answer.content.decode(), "reply-once") == "ab" * 16
