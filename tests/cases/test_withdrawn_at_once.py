"""Withdrawn in the very moment in which it is answered or read: one of the two waits, neither hangs nor fails."""

import threading

import pytest
from django.db import connection, connections

from consuno.cases import actions
from consuno.cases.models import Complaint, Message
from consuno.core.models import Section
from consuno.core.policy import Denied
from consuno.core.vault import receipts
from consuno.directory import actions as directory
from tests.cases.conftest import SHELTER
from tests.cases.test_complaints import TOLD, WHO

TIMES = 6


@pytest.fixture
def together(transactional_db):
    """Do two acts in threads that begin together; the errors of each but refusals."""
    if connection.vendor == "sqlite":
        pytest.skip("SQLite in memory has one writer by nature; this runs on PostgreSQL")

    def do(*acts):
        ready, errors = threading.Barrier(len(acts)), []

        def run(act):
            try:
                ready.wait(10)
                act()
            except (Denied, Complaint.DoesNotExist):
                pass
            except Exception as error:
                errors.append(error)
            finally:
                connections.close_all()

        threads = [threading.Thread(target=run, args=[act]) for act in acts]
        for each in threads:
            each.start()
        for each in threads:
            each.join(30)
        return errors

    return do


@pytest.mark.parametrize("other", ["reply", "note", "open", "message"])
def test_withdrawn_while_somebody_else_acts_nothing_hangs(together, vaults, cast, other):
    opened, gloria = vaults[SHELTER], cast["gloria"]
    for _each in range(TIMES):
        receipt = receipts.new()
        actions.begin_complaint(country="GT", codes=[SHELTER], by=receipt)
        actions.save_draft(narrative=TOLD, identity=WHO, by=receipt)
        complaint = actions.send_complaint(by=receipt)
        for number in range(3):
            actions.add_message(text=f"{number} (inventado)", by=receipt)
        Section.objects.update(rekey_due=True)
        recipient = complaint.recipients.get()
        acts = {
            "reply": lambda r=recipient: actions.reply(
                recipient=r, text="x", asks=False, opened=opened, by=gloria
            ),
            "note": lambda r=recipient: actions.note(recipient=r, text="x", by=gloria),
            "open": lambda: directory.renew_due(opened=opened, by=gloria),
            "message": lambda c=receipt: actions.add_message(text="x", by=c),
        }
        assert together(acts[other], lambda c=receipt: actions.withdraw_complaint(by=c)) == []
        complaint.refresh_from_db()
        assert complaint.status == Complaint.Status.WITHDRAWN
        assert not Message.objects.filter(complaint=complaint, section__isnull=False).exists()
