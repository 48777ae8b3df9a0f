"""What each person may do of a request and of an answer in each of their states."""

import pytest

from consuno.core.workflow import open_to
from consuno.inquiries import actions
from consuno.inquiries.models import Answer
from tests.inquiries.test_inquiries import ask, today

__all__ = ["today"]

SENDS = {"save_answer", "answer_given", "answer_declined", "pass_on"}
#: Carla is the focal point of the institution that is asked, Ana of the Secretariat that asked.
ANSWER = {
    "asked": {"carla": SENDS},
    "draft": {"carla": SENDS},
    "given": {"ana": {"reopen_answer"}},
    "declined": {"ana": {"reopen_answer"}},
    "passed": {},
}


def acts(cast, record):
    found = {who: set(open_to(cast[who], record)) for who in ("ana", "beto", "carla", "eva")}
    return {who: said for who, said in found.items() if said}


@pytest.mark.parametrize("state", Answer.State.values)
def test_an_answer_in_each_state(agenda, cast, state):
    made = ask(cast)
    Answer.objects.filter(inquiry=made, body__code="DGM:SV").update(state=state)
    answer = Answer.objects.get(inquiry=made, body__code="DGM:SV")
    assert acts(cast, answer) == ANSWER[state]
    actions.close_inquiry(inquiry=made, by=cast["ana"])
    assert acts(cast, Answer.objects.get(pk=answer.pk)) == {}


def test_a_request_is_changed_until_it_is_closed(agenda, cast):
    made = ask(cast)
    assert acts(cast, made) == {"ana": {"change_due", "close_inquiry"}}
    assert acts(cast, actions.close_inquiry(inquiry=made, by=cast["ana"])) == {}
