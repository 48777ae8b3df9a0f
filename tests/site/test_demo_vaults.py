"""The demo world shows the whole way of a report, and says that all of it is invented."""

import pytest

from consuno.cases import policies, queries
from consuno.cases.models import Complaint, Recipient
from consuno.core.policy import Denied
from consuno.core.vault import locks, sections
from consuno.directory.models import Body
from consuno.knowledge.models import Provision
from consuno.site.demo_vaults import load_vaults, phrase


@pytest.fixture
def demo(cast, settings, monkeypatch):
    settings.DEMO = True
    monkeypatch.setattr(locks, "PASSES", 1)
    monkeypatch.setattr(locks, "KIB", 8)
    load_vaults()
    return cast


def test_three_organisations_hold_keys_and_two_reports_wait(demo):
    assert [body.code for body, _key in policies.receiving_anywhere()] == [
        "DEMO:ALB-GT",
        "DGM:MX",
        "DEMO:FIS-GT",
    ]
    assert set(Complaint.objects.values_list("status", flat=True)) == {"sent"}
    for who in ("gloria", "hugo", "julio", "ines"):
        assert locks.unlock(demo[who], phrase())
    assert sections.out_of_step() == 0
    load_vaults()
    assert Complaint.objects.count() == 2


def test_a_report_may_go_to_the_other_country_by_a_law_that_says_it_is_invented(demo):
    cell = Provision.objects.get(element="transferencia")
    assert "inventada" in cell.law
    assert "Inventado" in cell.text.es
    recipient = Recipient.objects.filter(body__code="DEMO:ALB-GT").first()
    mexico = Body.objects.get(code="DGM:MX")
    policies.must_be_transferable(recipient.body, mexico)
    assert "DGM:MX" in dict(queries.may_be_handed_to(recipient))
    cell.delete()
    with pytest.raises(Denied):
        policies.must_be_transferable(recipient.body, mexico)
