"""What monitoring asks of each person, and the way there."""

from consuno.directory.models import Membership, Role
from consuno.monitoring import actions
from consuno.monitoring.models import Report
from tests.monitoring.test_assessments import assess
from tests.monitoring.test_cycles import WRITTEN, answer_all, cycle, draft, report, today

__all__ = ["cycle", "report", "today"]


def test_each_sees_what_waits_for_them(report, cast, client):
    Membership.objects.filter(role=Role.VALIDATOR).delete()
    client.force_login(cast["carla"])
    page = client.get("/seguimiento/").content.decode()
    assert "Lo que se le pide" in page
    assert f"/seguimiento/informes/{report.pk}/" in page
    actions.send_report(report=report, revision=1, by=cast["carla"], **WRITTEN)
    assert f"/informes/{report.pk}/" not in client.get("/seguimiento/").content.decode()
    client.force_login(cast["ana"])
    assert "Por valorar" in client.get("/seguimiento/").content.decode()
    assess(report, cast["ana"])
    assert "Por valorar" not in client.get("/seguimiento/").content.decode()


def test_the_commitment_leads_to_who_answers(report, cast, client):
    item = report.obligation.commitment
    client.force_login(cast["eva"])
    assert (
        f"/seguimiento/compromisos/{item.pk}/"
        in client.get(item.get_absolute_url()).content.decode()
    )
    page = client.get(f"/seguimiento/compromisos/{item.pk}/").content.decode()
    assert "DGME SV" in page
    client.logout()
    assert "/seguimiento/compromisos/" not in client.get(item.get_absolute_url()).content.decode()


def test_the_letter_leads_to_what_is_asked_in_both_languages(
    agenda, cast, client, run_jobs, settings, mailoutbox
):
    """One click and a sign-in; nobody is named, and opening it changes nothing."""
    settings.MAIL_CONFIGURED = True
    settings.SITE_URL = "https://consuno.example.org"
    cast["eva"].language = "en"
    cast["eva"].save()
    answer_all(cast)
    actions.confirm_cycle(cycle=draft(cast), revision=1, by=cast["beto"])
    run_jobs()
    letters = {each.to[0]: each for each in mailoutbox}
    spanish, english = letters["carla@example.org"], letters["eva@example.org"]
    assert "se le pide un informe" in spanish.subject
    assert "asked for a report" in english.subject
    for each in (spanish, english):
        html = each.alternatives[0][0]
        assert "/seguimiento/ciclos/2026-II/?cuerpo=DGM:" in each.body
        assert "/seguimiento/ciclos/2026-II/?cuerpo=DGM:" in html
        assert "Carla" not in each.body
    client.get("/seguimiento/ciclos/2026-II/?cuerpo=DGM:SV")
    assert set(Report.objects.values_list("state", flat=True)) == {"requested"}
    assert "next=" in client.get("/seguimiento/ciclos/2026-II/?cuerpo=DGM:SV").url
