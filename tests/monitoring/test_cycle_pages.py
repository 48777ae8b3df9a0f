"""The pages of a cycle and of its reports."""

from consuno.agenda.models import Commitment
from consuno.directory.models import Body
from consuno.monitoring import actions
from consuno.monitoring.models import Cycle, Obligation, Report
from tests.monitoring.test_cycles import (
    WRITTEN,
    answer_all,
    cycle,
    everything_owed,
    owed,
    report,
    today,
)

__all__ = ["cycle", "report", "today"]


def test_pages(agenda, cast, client):
    """From the draft to the report, as each one does it."""
    client.force_login(cast["ana"])
    form = {
        "code": "2026-II", "forum": "GRCM", "reports_due": "10/12/2026",
        "reviews_due": "15/01/2027", "publishes_on": "01/02/2027", **everything_owed(),
    }  # fmt: skip
    unknown = owed().exclude(ref="3.b.1").first()
    unknown.parties.update(body=None, name="Alguien (prueba)")
    wrong = client.post("/seguimiento/ciclos/nuevo/", form | {"publishes_on": "01/01/2027"})
    assert "Primero se informa" in wrong.content.decode()
    none = client.post("/seguimiento/ciclos/nuevo/", form | {"cosa": []})
    assert "al menos una cosa" in none.content.decode()
    client.post("/seguimiento/ciclos/nuevo/", form)
    client.force_login(cast["beto"])
    refused = client.post("/seguimiento/ciclos/2026-II/confirmar/", {"revision": "1"})
    assert "Falta decidir quién responde" in refused.content.decode()
    answer_all(cast)
    again = {"revision": Cycle.objects.get().revision}
    opened = client.post("/seguimiento/ciclos/2026-II/confirmar/", again, follow=True)
    assert "nadie en el puesto" in opened.content.decode()
    client.force_login(cast["carla"])
    notice = client.get("/avisos/").content.decode()
    assert "Se pide a DGME SV su informe del ciclo 2026-II" in notice
    report = Report.objects.get(
        obligation__body__code="DGM:SV",
        obligation__commitment=Commitment.objects.get(ref="3.b.1"),
    )
    address = f"/seguimiento/informes/{report.pk}/"
    empty = client.post(address, {"revision": 1, "language": "es", "send": "1"})
    assert "Elija hasta dónde" in empty.content.decode()
    client.post(address, WRITTEN | {"revision": 1, "language": "es"})
    assert "dos leyes" in client.get(address).content.decode()
    late = client.post(address, WRITTEN | {"revision": 1, "language": "es", "narrative": "Otra"})
    assert "Alguien más guardó" in late.content.decode()
    assert "Otra" in late.content.decode()
    client.post(address, WRITTEN | {"revision": 2, "language": "es", "send": "1"})
    client.force_login(cast["eva"])
    assert client.get(address).status_code == 403
    client.force_login(cast["marta"])
    client.post(f"{address}decidir/", {"word": "validate"})
    client.force_login(cast["eva"])
    assert "dos leyes" in client.get(address).content.decode()


def test_what_is_typed_is_kept_while_typing(report, cast, client):
    client.force_login(cast["carla"])
    address = f"/seguimiento/informes/{report.pk}/guardar/"
    kept = client.post(address, {"revision": 1, "language": "es", "narrative": "Uno"})
    assert 'value="2"' in kept.content.decode()
    assert "Guardado a las" in kept.content.decode()
    late = client.post(address, {"revision": 1, "language": "es", "narrative": "Dos"})
    assert "Alguien más guardó" in late.content.decode()
    wrong = client.post(address, {"revision": 2, "language": "xx", "narrative": "Tres"})
    assert "hay algo que corregir" in wrong.content.decode()
    report.refresh_from_db()
    assert (report.narrative, report.state) == ("Uno", "draft")


def test_the_presidency_reports_what_it_owes_itself(cycle, cast):
    duty = Obligation.objects.create(
        commitment=Commitment.objects.get(ref="2.A.4"), body=Body.objects.get(code="PPT-CRM")
    )
    own = Report.objects.create(cycle=cycle, obligation=duty)
    assert actions.send_report(report=own, revision=1, by=cast["luis"], **WRITTEN).given


def test_an_organisation_that_hides_its_name_is_not_known_by_its_code(cycle, cast, client):
    hidden = Body.objects.get(code="DEMO:ALB-GT")
    duty = Obligation.objects.create(commitment=Commitment.objects.get(ref="3.b.1"), body=hidden)
    Report.objects.create(cycle=cycle, obligation=duty)
    address = "/seguimiento/ciclos/2026-II/"
    for who, seen in (("carla", False), ("ana", True), ("gloria", True)):
        client.force_login(cast[who])
        assert ("DEMO:ALB-GT" in client.get(address).content.decode()) == seen, who
        asked_for = client.get(f"{address}?cuerpo=DEMO:ALB-GT").content.decode()
        assert ("interés superior" in asked_for) == seen, who


def test_a_list_leads_only_where_its_reader_may_go(report, cycle, as_person):
    """What is not sent is its body's: to others its line is no link."""
    lists = (
        f"{cycle.get_absolute_url()}?cuerpo=DGM:SV",
        report.obligation.get_absolute_url(),
        f"/seguimiento/compromisos/{report.obligation.commitment_id}/",
    )
    link = f'href="{report.get_absolute_url()}"'
    for address in lists:
        assert link in as_person("carla").get(address).content.decode()
        page = as_person("eva").get(address)
        assert page.status_code == 200
        assert link not in page.content.decode()
