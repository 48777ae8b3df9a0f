"""The agenda of 2013 as it is loaded, beside the gold data where they are at hand."""

import datetime

import pytest

from consuno.agenda.actions import load_agenda
from consuno.agenda.models import Challenge, Commitment, Party
from consuno.core.models import AuditEntry
from consuno.directory.actions import load_bodies
from consuno.directory.models import Body
from tests.reader.golden import load
from tests.shared import needs_shared

pytestmark = pytest.mark.django_db


@pytest.mark.acta("A1.acuerdo.a")
def test_the_agenda_holds_what_was_agreed(agenda):
    assert Commitment.objects.count() == 48
    assert Commitment.objects.filter(owed=True).count() == 15
    assert Challenge.objects.count() == 23
    first = Commitment.objects.get(ref="1.A.a1")
    assert first.due_on == datetime.date(2013, 3, 31)
    assert [party.display for party in first.parties.filter(role="responsible")] == ["RROCM"]
    assert first.awaited_by.get().ref == "1.A.a2"


@pytest.mark.acta("A3.b.1")
def test_what_each_country_owes_has_an_instance_per_country(agenda):
    shared = Commitment.objects.get(ref="3.b.1")
    assert shared.instances.count() == 11
    assert not Commitment.objects.get(ref="3.A.3").instances.exists()


def test_an_office_names_its_holder(agenda):
    party = Commitment.objects.get(ref="2.A.4").parties.get(role="responsible")
    assert party.body.code == "PPT-CRM"
    assert party.display == "PPT (Costa Rica)"


def test_loading_again_changes_nothing(agenda):
    before = (Body.objects.count(), AuditEntry.objects.count())
    load_bodies()
    load_agenda()
    assert (Body.objects.count(), AuditEntry.objects.count()) == before


@needs_shared
def test_facts_are_those_of_the_gold_data(agenda):
    gold = {row["ref"]: row for row in load("commitments.json")}
    for item in Commitment.objects.prefetch_related("parties__body", "depends_on"):
        want = gold.pop(item.ref)
        assert item.lines == want["line_numbers"]
        assert item.kind == want["kind"]
        assert (item.due_on.isoformat() if item.due_on else None) == want["deadline"]
        assert item.distributive == want.get("distributive", False)
        owners = [p for p in item.parties.all() if p.role == Party.Role.RESPONSIBLE]
        assert len(owners) == len(want["responsible"])
        assert all(owner.body for owner in owners)
        assert {d.ref for d in item.depends_on.all()} == set(want.get("depends_on", ()))
        assert item.statement.es
        assert item.statement.en
        assert item.statement.es not in want["text"]
    assert not gold
