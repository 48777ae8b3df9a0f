"""What is shown for what a report says, and who reads it."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from consuno.core.policy import Denied
from consuno.monitoring import actions
from consuno.monitoring.models import Evidence
from consuno.monitoring.queries.scorecards import draft
from tests.monitoring.test_assessments import assess, sent
from tests.monitoring.test_cycles import WRITTEN, cycle, report, today
from tests.monitoring.test_scorecards import AFTER, sign

__all__ = ["cycle", "report", "sent", "today"]


def show(report, by, **changes):
    fields = {
        "title": "Acuerdo (inventado)", "reach": "members", "language": "es",
        "file_name": "acuerdo.pdf", "content": b"%PDF-1.4 prueba",
    }  # fmt: skip
    return actions.add_evidence(report=report, by=by, **(fields | changes))


def link(report, by, **changes):
    address = {"link": "https://example.org/acuerdo", "content": None, "file_name": ""}
    return show(report, by, **address, **changes)


def test_the_same_file_twice_is_one(report, cast):
    first = show(report, cast["carla"])
    assert show(report, cast["carla"]) == first
    assert len(first.sha256) == 64


def test_a_file_or_a_link_and_only_before_it_is_sent(report, cast):
    with pytest.raises(Denied, match="no las dos"):
        show(report, cast["carla"], link="https://example.org")
    with pytest.raises(Denied, match="no las dos"):
        show(report, cast["carla"], content=None)
    kept = link(report, cast["carla"])
    actions.send_report(report=report, revision=1, by=cast["carla"], **WRITTEN)
    report.refresh_from_db()
    with pytest.raises(Denied, match="ya se envió"):
        show(report, cast["carla"])
    with pytest.raises(Denied, match="ya se envió"):
        actions.withdraw_evidence(evidence=Evidence.objects.get(pk=kept.pk), by=cast["carla"])


def test_who_reads_it(report, cast, client):
    made = {
        reach: show(report, cast["carla"], reach=reach, content=reach.encode())
        for reach in Evidence.Reach.values
    }
    actions.send_report(report=report, revision=1, by=cast["carla"], **WRITTEN)
    actions.validate_report(report=report, by=cast["marta"])
    answers = {
        "ana": (200, 200, 200), "carla": (200, 200, 200), "eva": (200, 200, 403),
        "fermin": (404, 404, 404), "": (302, 302, 302),
    }  # fmt: skip
    for who, expected in answers.items():
        client.logout()
        if who:
            client.force_login(cast[who])
        found = tuple(
            client.get(f"/seguimiento/pruebas/{each.pk}/").status_code for each in made.values()
        )
        assert found == expected, who
    client.force_login(cast["ana"])
    file = client.get(f"/seguimiento/pruebas/{made['members'].pk}/")
    assert (file.content, file["Content-Type"]) == (b"members", "application/octet-stream")
    assert "attachment" in file["Content-Disposition"]
    client.force_login(cast["eva"])
    page = client.get(f"/seguimiento/informes/{report.pk}/").content.decode()
    assert page.count("/seguimiento/pruebas/") == 2


def test_public_evidence_is_public_with_the_scorecard(report, cast, client, time_machine):
    public = show(report, cast["carla"], reach="public")
    link(report, cast["carla"])
    actions.send_report(report=report, revision=1, by=cast["carla"], **WRITTEN)
    actions.validate_report(report=report, by=cast["marta"])
    for who in ("ana", "beto"):
        assess(report, cast[who])
    assert client.get(f"/seguimiento/pruebas/{public.pk}/").status_code == 302
    time_machine.move_to(AFTER)
    for who in ("ana", "beto"):
        made = sign(report.cycle, cast[who])
    (item,) = [each for each in draft(report.cycle).content["items"] if each["reported"]]
    assert [each["title"] for each in item["evidence"]] == ["Acuerdo (inventado)"]
    page = client.get(made.get_absolute_url()).content.decode()
    assert f"/seguimiento/pruebas/{public.pk}/" in page
    assert client.get(f"/seguimiento/pruebas/{public.pk}/").content == b"%PDF-1.4 prueba"


def test_pages(report, cast, client):
    client.force_login(cast["carla"])
    address = f"/seguimiento/informes/{report.pk}/pruebas/"
    form = {"title": "Lista", "reach": "members", "language": "es"}
    wrong = client.post(address, form)
    assert "no las dos" in wrong.content.decode()
    large = SimpleUploadedFile("a.pdf", b"x" * (10 * 1024 * 1024 + 1))
    assert "pasa de 10 MB" in client.post(address, form | {"file": large}).content.decode()
    small = SimpleUploadedFile("../../lista.pdf", b"uno")
    page = client.post(address, form | {"file": small}, follow=True).content.decode()
    assert "Lista" in page
    made = Evidence.objects.get()
    assert made.file_name == "lista.pdf"
    page = client.post(f"/seguimiento/pruebas/{made.pk}/retirar/", follow=True).content.decode()
    assert "La prueba se retiró" in page
    assert client.get(f"/seguimiento/pruebas/{made.pk}/").status_code == 404


def test_public_evidence_of_what_no_scorecard_shows_stays_inside(
    report, cycle, cast, client, time_machine
):
    """Belatedly added to a draft, it waits for the next scorecard."""
    time_machine.move_to(AFTER)
    for who in ("ana", "beto"):
        sign(cycle, cast[who])
    late = show(report, cast["carla"], reach="public")
    assert client.get(f"/seguimiento/pruebas/{late.pk}/").status_code == 302
