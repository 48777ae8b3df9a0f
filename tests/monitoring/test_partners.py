"""The local partner beside each country's body; the seat whose holidays count; SDG targets."""

import datetime

import pytest

from consuno.core.bilingual import Bilingual
from consuno.core.models import User
from consuno.core.policy import Denied
from consuno.directory.actions import appoint, record_mandate
from consuno.directory.models import Body, Country, Role
from consuno.monitoring import actions
from consuno.monitoring.models import Report
from consuno.monitoring.queries.assessments import Outcome
from consuno.monitoring.queries.scorecards import draft
from tests.monitoring.test_assessments import assess
from tests.monitoring.test_cycles import WRITTEN, cycle, report, today

__all__ = ["cycle", "report", "today"]


def organisation(country):
    name = Bilingual("Casa Inventada", "Invented House")
    return Body.objects.create(
        code=f"CASA:{country}", kind="organisation", name=name, short=name, country_id=country,
        civil_society=True, listed=False, invented=True,
    )  # fmt: skip


def test_the_network_names_a_local_partner(report, cast, client):
    casa, owed = organisation("SV"), report.obligation
    appoint(user=cast["eva"], body=casa, role=Role.FOCAL_POINT, by=None)
    client.force_login(cast["beto"])
    client.post(f"/seguimiento/obligaciones/{owed.pk}/socia/", {"partner": casa.pk})
    for who in ("carla", "eva"):
        assert cast[who].notices.filter(kind="monitoring.partner_named").exists()
    assert "Casa Inventada" in client.get(f"/seguimiento/obligaciones/{owed.pk}/").content.decode()
    client.force_login(cast["ana"])
    page = client.get(f"/seguimiento/compromisos/{owed.commitment_id}/").content.decode()
    assert "Casa Inventada" in page  # both Secretariats read a hidden name
    client.force_login(cast["carla"])
    page = client.get(f"/seguimiento/obligaciones/{owed.pk}/").content.decode()
    assert "una organización de la sociedad civil" in page
    item = next(each for each in draft(report.cycle).content["items"] if each["partner"])
    assert item["partner"]["es"] == "una organización de la sociedad civil"


def test_only_of_the_same_country_and_only_by_the_network(report, cast):
    owed = report.obligation
    with pytest.raises(Denied, match="la nombra la Secretaría de la RROCM"):
        actions.name_partner(obligation=owed, partner=organisation("SV"), by=cast["ana"])
    with pytest.raises(Denied, match="del mismo país"):
        actions.name_partner(obligation=owed, partner=organisation("MX"), by=cast["beto"])
    with pytest.raises(Denied, match="del mismo país"):
        actions.name_partner(
            obligation=owed, partner=Body.objects.get(code="DGM:SV"), by=cast["beto"]
        )
    network = Report.objects.filter(obligation__body__code="RROCM").first().obligation
    with pytest.raises(Denied, match="institución de un país"):
        actions.name_partner(obligation=network, partner=None, by=cast["beto"])


def test_the_network_replies_by_the_holidays_of_its_seat(cycle, cast, client):
    appoint(user=cast["eva"], body=Body.objects.get(code="RROCM"), role=Role.FOCAL_POINT, by=None)
    own = Report.objects.filter(obligation__body__code="RROCM").first()
    eva = User.objects.get(pk=cast["eva"].pk)  # what she acts as is asked once for each person
    actions.send_report(report=own, revision=1, by=eva, **WRITTEN)
    own.refresh_from_db()
    for who in ("ana", "beto"):
        assess(own, cast[who])
    plain = Outcome.of(own).replies_until
    assert plain == datetime.date(2026, 12, 9)
    record_mandate(
        office=Body.objects.get(code="ST-RROCM"), holder=Country.objects.get(code="PA"),
        starts=datetime.date(2026, 1, 1), source="Nota inventada", by=cast["beto"],
    )  # fmt: skip
    assert Outcome.of(own).replies_until == datetime.date(2026, 12, 10)  # 8 December in Panama
    client.force_login(cast["ana"])
    assert "feriados de Panamá" in client.get(own.get_absolute_url()).content.decode()


@pytest.mark.parametrize("target", ["10.7", "8.b", "17.19", ""])
def test_a_target_of_the_2030_agenda(report, cast, target):
    saved = actions.save_report(
        report=report, revision=1, by=cast["carla"], sdg_target=target, **WRITTEN
    )
    assert saved.sdg_target == target


@pytest.mark.parametrize("target", ["18.1", "10", "10.7.2", "x"])
def test_not_a_target(report, cast, client, target):
    with pytest.raises(Denied, match=r"como 10\.7"):
        actions.save_report(
            report=report, revision=1, by=cast["carla"], sdg_target=target, **WRITTEN
        )
    client.force_login(cast["carla"])
    form = {**WRITTEN, "language": "es", "revision": 1, "sdg_target": target}
    page = client.post(report.get_absolute_url(), form).content.decode()
    assert "se escribe como 10.7" in page
