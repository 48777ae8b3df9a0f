"""A reply typed while the session ended is not lost, and lies nowhere in clear."""

import datetime

from django.test import Client

from consuno.cases.models import Message
from consuno.core.models import Session
from consuno.core.sessions import SessionStore
from tests.cases.test_complaints import draft, receipt, sent
from tests.cases.test_handling import at, page_of, recipient

__all__ = ["at", "draft", "receipt", "recipient", "sent"]

TEXT = "La esperamos el martes a las diez (inventado)."
RESUME = "/continuar/"


def left_too_long(gloria, recipient, time_machine):
    time_machine.shift(datetime.timedelta(minutes=20))
    answer = gloria.post(
        f"{page_of(recipient)}responder/", {"reply-text": TEXT, "reply-asks": "on"}
    )
    assert answer.url.startswith("/cuenta/entrar/")
    assert RESUME in answer.url.replace("%2F", "/")
    kept = [SessionStore().decode(each.session_data) for each in Session.objects.all()]
    assert "La esperamos" not in str(kept)
    assert any("unsent_form" in each for each in kept)


def test_it_waits_sealed_until_the_vault_is_open(recipient, at, cast, time_machine):
    gloria = at("gloria")
    left_too_long(gloria, recipient, time_machine)
    assert not Message.objects.exists()
    gloria.force_login(cast["gloria"])
    closed = gloria.get(RESUME)
    assert closed.url.startswith("/boveda/")
    opened = gloria.post(closed.url, {"passphrase": "x"})
    page = gloria.get(opened.url).content.decode()
    assert TEXT in page
    assert f'action="{page_of(recipient)}responder/"' in page
    gloria.post(f"{page_of(recipient)}responder/", {"reply-text": TEXT, "reply-asks": "on"})
    assert Message.objects.count() == 1
    assert gloria.get(RESUME).status_code == 302  # nothing waits any more


def test_whoever_signs_in_next_at_the_same_machine_does_not_get_it(
    recipient, at, cast, time_machine
):
    gloria = at("gloria")
    left_too_long(gloria, recipient, time_machine)
    gloria.force_login(cast["hugo"])
    gloria.post("/boveda/", {"passphrase": "x"})
    assert TEXT not in gloria.get(RESUME, follow=True).content.decode()
    gloria.force_login(cast["gloria"])
    assert gloria.get(RESUME).url != RESUME
    assert TEXT not in gloria.get(RESUME, follow=True).content.decode()


def test_of_a_stranger_nothing_is_kept(recipient):
    stranger = Client()
    answer = stranger.post(f"{page_of(recipient)}responder/", {"reply-text": TEXT})
    assert RESUME not in answer.url.replace("%2F", "/")
    assert not Session.objects.exists()
