"""Forms and buttons that act: what a rule refuses is shown, and nothing written is lost."""

from __future__ import annotations

from typing import Any

import pytest
from django import forms
from django.contrib import messages
from django.contrib.messages.storage.cookie import CookieStorage
from django.http import HttpRequest
from django.test import RequestFactory

from consuno.core.acting import Form, attempt, posted_day, press, revision_read, submit
from consuno.core.policy import ConflictError, Denied


class WordForm(Form):
    """A word and how often."""

    word = forms.CharField(max_length=5)


def _say(*, word: str, times: int) -> str:
    if word == "no":
        raise Denied("Esa palabra no.")
    if word == "tarde":
        raise ConflictError("Alguien la cambió.")
    if word == "nadie":
        raise Denied("No hay tal cosa.", stranger=True)
    return word * times


def _request(**posted: str) -> HttpRequest:
    request = RequestFactory().post("/", posted)
    request._messages = CookieStorage(request)  # type: ignore[attr-defined]
    return request


def _messages(request: HttpRequest) -> list[tuple[str, str]]:
    return [(each.level_tag, str(each)) for each in messages.get_messages(request)]


def test_a_form_does_its_act_with_its_values() -> None:
    done = submit(WordForm({"word": "ola"}), _say, times=2)
    assert done
    assert done.result == "olaola"


@pytest.mark.parametrize("data", [None, {}, {"word": "demasiado larga"}])
def test_nothing_is_done_where_something_is_to_be_mended(data: Any) -> None:
    def act(**_given: Any) -> None:
        pytest.fail("done")

    done = submit(WordForm(data), act)
    assert (done.done, done.refusal) == (False, "")


@pytest.mark.parametrize("word", ["no", "tarde"])
def test_a_refusal_joins_the_errors_of_the_form(word: str) -> None:
    whole, field = WordForm({"word": word}), WordForm({"word": word})
    done = submit(whole, _say, times=1)
    assert not done
    assert list(whole.non_field_errors()) == [done.refusal]
    submit(field, _say, at="word", times=1)
    assert field.errors["word"] == [done.refusal]
    assert field["word"].value() == word


def test_a_stranger_is_told_nothing() -> None:
    form, request = WordForm({"word": "nadie"}), _request()
    for act in (
        lambda: submit(form, _say, times=1),
        lambda: press(request, "Dicho.", _say, word="nadie", times=1),
        lambda: attempt(_say, word="nadie", times=1),
    ):
        with pytest.raises(Denied):
            act()
    assert not form.errors
    assert not _messages(request)


def test_a_button_says_that_it_was_done_or_why_not() -> None:
    request = _request()
    assert press(request, "Dicho.", _say, word="sí", times=1)
    assert not press(request, "Dicho.", _say, word="no", times=1)
    assert _messages(request) == [("success", "Dicho."), ("error", "Esa palabra no.")]


@pytest.mark.parametrize(("text", "number"), [("7", 7), ("", 0), ("-1", 0), ("²", 0)])
def test_a_page_that_says_no_revision_read_none(text: str, number: int) -> None:
    assert revision_read(_request(revision=text)) == number


def test_a_day_that_is_none_is_refused_in_words() -> None:
    assert posted_day(_request(day="20/02/2013"), "day").isoformat() == "2013-02-20"
    for text in ("", "31/02/2013", "mañana"):
        with pytest.raises(Denied) as refused:
            posted_day(_request(day=text), "day")
        assert str(refused.value.reason)
