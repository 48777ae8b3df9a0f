"""What the people of an organisation may do of a report in each of its states."""

import pytest

from consuno.cases.actions.complaints import wrote
from consuno.cases.models import Complaint, Recipient
from consuno.core.workflow import open_to
from tests.cases.test_complaints import draft, receipt, sent
from tests.cases.test_handling import recipient

__all__ = ["draft", "receipt", "recipient", "sent"]
KEPT = {"complaint_noted", "complaint_assigned"}
WORK = KEPT | {
    "complaint_acknowledged", "complaint_replied", "handover_proposed", "complaint_closed"
}  # fmt: skip


EXPECTED = {
    "closed": {"gloria": KEPT},
    "withdrawn": {"gloria": {"complaint_assigned"}},
    "draft": {},
}


def acts(cast):
    """Of Gloria, who works there, and of whoever is of a Secretariat or of another organisation."""
    found = Recipient.objects.get()
    said = {who: set(open_to(cast[who], found)) for who in ("gloria", "ana", "beto", "carla")}
    return {who: open_ for who, open_ in said.items() if open_}


@pytest.mark.parametrize("state", Recipient.State.values)
def test_at_its_organisation_in_each_state(recipient, cast, state):
    Recipient.objects.update(state=state)
    assert acts(cast) == {"gloria": KEPT if state == "closed" else WORK}


@pytest.mark.parametrize("status", ["closed", "withdrawn", "draft"])
def test_when_the_whole_of_it_ended_or_is_not_sent(recipient, cast, status):
    day = None if status == "draft" else recipient.complaint.sent_on
    Complaint.objects.update(status=status, sent_on=day)
    assert acts(cast) == EXPECTED[status]


def test_what_a_reporter_writes_moves_only_who_asked_or_answered(recipient, receipt):
    for before, after in (
        ("new", "new"),
        ("waiting", "open"),
        ("answered", "open"),
        ("closed", "closed"),
    ):
        Recipient.objects.update(state=before)
        wrote(recipient.complaint)
        assert Recipient.objects.get().state == after
