"""Each act on a report asks its rule itself, whoever calls it; the desk and the vault ask theirs."""

import pytest

from consuno.cases import actions, queries
from consuno.cases.models import Complaint, Message
from consuno.core.models import AuditEntry, Key, User
from consuno.core.policy import Denied
from consuno.core.vault import receipts
from consuno.directory.models import Body
from tests.cases.conftest import CENTRE, SHELTER
from tests.cases.test_complaints import TOLD, draft, receipt, sent
from tests.cases.test_handling import at, page_of, recipient

__all__ = ["at", "draft", "receipt", "recipient", "sent"]

ACTS = {
    "acknowledge": lambda recipient, **more: actions.acknowledge(
        recipient=recipient, by=more["by"]
    ),
    "reply": lambda recipient, **more: actions.reply(
        recipient=recipient, text="No (prueba)", asks=False, **more
    ),
    "note": lambda recipient, **more: actions.note(
        recipient=recipient, text="No (prueba)", by=more["by"]
    ),
    "assign": lambda recipient, **more: actions.assign(
        recipient=recipient, to=User.objects.get(name__startswith="Gloria"), by=more["by"]
    ),
    "close": lambda recipient, **more: actions.close_complaint(recipient=recipient, by=more["by"]),
    "propose": lambda recipient, **more: actions.propose_handover(
        recipient=recipient, to=Body.objects.get(code=CENTRE), reason="No (prueba)", **more
    ),
}


@pytest.mark.parametrize("who", ["julio", "ana", "hugo"])
@pytest.mark.parametrize("act", ACTS)
def test_nobody_else_acts_on_it_even_with_a_vault_open(recipient, cast, vaults, act, who):
    """The prosecution of the same country, a Secretariat, and a colleague who has no key."""
    before = AuditEntry.objects.count()
    with pytest.raises(Denied) as refused:
        ACTS[act](recipient, opened=vaults[SHELTER], by=cast[who])
    assert refused.value.stranger == (who != "hugo")
    assert not Message.objects.filter(complaint=recipient.complaint).exists()
    assert AuditEntry.objects.count() == before


def test_what_is_not_sent_is_on_no_desk(recipient, cast, vaults, at):
    mine = receipts.new()
    actions.begin_complaint(country="GT", codes=[SHELTER], by=mine)
    actions.save_draft(narrative=TOLD, identity={}, by=mine)
    unsent = Complaint.objects.get(status="draft").recipients.get()
    assert list(queries.desk(cast["gloria"])) == [recipient]
    assert at("gloria").get(page_of(unsent)).status_code == 404
    assert sum(many for _state, many in queries.figures(recipient.body).by_state) == 1


def test_a_vault_open_closes_when_its_key_is_another(recipient, at, cast):
    browser = at("gloria")
    assert "sin paga" in browser.get(page_of(recipient)).content.decode()
    Key.objects.filter(user=cast["gloria"]).update(retired_on="2026-11-25")
    again = browser.get(page_of(recipient))
    assert again.status_code == 302
    assert again["Location"].startswith("/boveda/")
