"""A priority becomes a commitment when both Secretariats want it."""

import pytest

from consuno.agenda.actions import promote
from consuno.agenda.models import Commitment
from consuno.core import audit
from consuno.core.policy import Denied

pytestmark = pytest.mark.django_db


def test_both_secretariats_promote(as_person, cast):
    url = "/agenda/san-salvador-2013/1.P4/"
    priority = Commitment.objects.get(ref="1.P4")
    assert "Quiero que sea" in as_person("ana").get(url).content.decode()
    assert "Quiero que sea" not in as_person("carla").get(url).content.decode()
    as_person("ana").post(url + "promover/")
    as_person("ana").post(url + "promover/")
    priority.refresh_from_db()
    assert not priority.owed
    as_person("beto").post(url + "promover/")
    priority.refresh_from_db()
    assert priority.owed
    assert sorted(e.on_behalf_of for e in audit.story(priority)) == ["", "ST-CRM", "ST-RROCM"]
    assert as_person("ana").post(url + "promover/").status_code == 403


@pytest.mark.parametrize("ref", ["1.P2.t1", "3.a", "1.A.a1"])
def test_topics_groups_and_agreements_cannot_be_promoted(cast, ref):
    with pytest.raises(Denied):
        promote(commitment=Commitment.objects.get(ref=ref), by=cast["ana"])
