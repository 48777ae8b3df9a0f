"""A scorecard: signed off by both, published, and never changed."""

import datetime
import json

import pytest
from django.core.management import CommandError, call_command
from django.db import DatabaseError, connection, transaction

from consuno.agenda.models import Meeting
from consuno.core.models.audit import AppendOnlyError
from consuno.core.policy import Denied
from consuno.directory.actions import appoint
from consuno.directory.models import Body, Role
from consuno.monitoring import actions
from consuno.monitoring.models import Report, Scorecard
from consuno.monitoring.queries.scorecards import draft
from tests.monitoring.test_assessments import assess, reply, sent
from tests.monitoring.test_cycles import WRITTEN, cycle, report, today

__all__ = ["cycle", "report", "sent", "today"]
AFTER = "2027-01-20 12:00Z"


@pytest.fixture
def ready(cycle, sent, cast, time_machine):
    """El Salvador reported, the Secretariats differ, everybody had their days to reply."""
    assess(sent, cast["ana"], "substantial")
    assess(sent, cast["beto"], "limited")
    reply(sent, cast["carla"])
    time_machine.move_to(AFTER)
    return cycle


def sign(cycle, by, sha256=None):
    return actions.sign_off(cycle=cycle, sha256=sha256 or draft(cycle).sha256, by=by)


def item(content):
    return next(each for each in content["items"] if each["reported"])


def test_with_both_signatures_it_is_published(ready, cast):
    assert sign(ready, cast["ana"]) is None
    made = sign(ready, cast["beto"])
    assert [each["secretariat"] for each in made.signed] == ["ST-CRM", "ST-RROCM"]
    said = item(made.read)
    assert [each["rating"] for each in said["assessments"]] == ["substantial", "limited"]
    assert (said["agreed"], said["words"][0]["kind"]) == (None, "reply")
    counts = made.read["distribution"]
    assert counts["divergent"] == 1
    silent = Report.objects.exclude(state="in_review")
    posts = ("focal_point", "alternate", "officer", "presidency")
    vacant = sum(
        not each.obligation.body.memberships.current().filter(role__in=posts).exists()
        for each in silent
    )
    assert vacant > 0
    assert (counts["vacant"], counts["not_reported"]) == (vacant, silent.count() - vacant)
    shown = [each["vacant"] for each in made.read["items"] if not each["reported"]]
    assert sum(shown) == vacant
    assert "@" not in made.content
    assert "Carla" not in made.content


def test_the_same_records_give_the_same_text(ready):
    assert draft(ready).text == draft(ready).text


def test_what_changes_after_one_signed_is_signed_again(ready, sent, cast):
    first = draft(ready).sha256
    sign(ready, cast["ana"])
    assess(sent, cast["beto"], "substantial")
    with pytest.raises(Denied, match="cambió"):
        sign(ready, cast["beto"], first)
    assert sign(ready, cast["beto"]) is None
    assert sign(ready, cast["ana"]) is not None


def test_not_before_everybody_reported_assessed_and_replied(cycle, sent, cast, time_machine):
    with pytest.raises(Denied, match="todavía pueden informar"):
        sign(cycle, cast["ana"])
    time_machine.move_to("2026-12-11 12:00Z")
    with pytest.raises(Denied, match="Falta valorar 1"):
        sign(cycle, cast["ana"])
    for who in ("ana", "beto"):
        assess(sent, cast[who])
    with pytest.raises(Denied, match="todavía puede responder"):
        sign(cycle, cast["ana"])
    time_machine.move_to(AFTER)
    assert sign(cycle, cast["ana"]) is None


@pytest.fixture
def made(ready, cast):
    sign(ready, cast["ana"])
    return sign(ready, cast["beto"])


def test_a_new_one_supersedes_and_the_old_one_stays(made, ready, sent, cast):
    with pytest.raises(Denied, match="ya está publicado"):
        sign(ready, cast["ana"])
    assess(sent, cast["beto"], "substantial")
    for who in ("ana", "beto"):
        second = sign(ready, cast[who])
    assert (second.number, Scorecard.objects.get(number=1).content) == (2, made.content)


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(
    "act", ["UPDATE monitoring_scorecard SET content = ''", "DELETE FROM monitoring_scorecard"]
)
def test_no_route_changes_what_was_published(made, act):
    with pytest.raises(AppendOnlyError):
        made.save()
    with pytest.raises(AppendOnlyError):
        made.delete()
    with pytest.raises(AppendOnlyError):
        Scorecard.objects.update(content="")
    with pytest.raises(DatabaseError, match="append only"), transaction.atomic():
        connection.cursor().execute(act)
    assert Scorecard.objects.get(pk=made.pk).content == made.content


def test_names_of_civil_society_only_where_they_allow_it(ready, cast):
    own = Report.objects.filter(obligation__body__code="RROCM").first()
    hidden = Body.objects.get(code="DEMO:ONG-GT")
    own.obligation.body = hidden
    own.obligation.save()
    text = draft(ready).text
    assert "una organización de la sociedad civil" in text
    assert hidden.name.es not in text


def test_verify_compares_a_file_with_what_was_published(made, tmp_path, capsys):
    file = tmp_path / "boletin.json"
    file.write_text(made.content, encoding="utf-8")
    call_command("verify", str(file))
    assert "Es el boletín 2026-II 1" in capsys.readouterr().out
    file.write_text(made.content.replace("limited", "complete"), encoding="utf-8")
    with pytest.raises(CommandError, match="se cambió"):
        call_command("verify", str(file))
    with pytest.raises(CommandError, match="No se puede leer"):
        call_command("verify", str(tmp_path / "no.json"))


def test_without_both_signatures_the_grcm_reads_the_draft(ready, cast, client, time_machine):
    appoint(user=cast["fermin"], body=Body.objects.get(code="GRCM"), role=Role.READER, by=None)
    sign(ready, cast["ana"])
    address = "/seguimiento/ciclos/2026-II/boletin/"
    client.force_login(cast["fermin"])
    assert client.get(address).status_code == 403
    time_machine.move_to("2027-02-02 12:00Z")
    client.force_login(cast["fermin"])
    assert "no lo ha firmado" in client.get(address).content.decode()
    client.force_login(cast["carla"])
    assert client.get(address).status_code == 403
    client.logout()
    assert "Todavía no se ha publicado" in client.get("/seguimiento/boletines/").content.decode()


def test_pages(ready, cast, client):
    address = "/seguimiento/ciclos/2026-II/boletin/"
    for who in ("ana", "beto"):
        client.force_login(cast[who])
        page = client.get(address)
        assert "Firmar este texto" in page.content.decode()
        wrong = client.post(address, {"sha256": "0"})
        assert "El borrador cambió" in wrong.content.decode()
        done = client.post(address, {"sha256": page.context["draft"].sha256}, follow=True)
    assert "Publicado: ambas" in done.content.decode()
    client.logout()
    listed = client.get("/seguimiento/boletines/").content.decode()
    assert "/seguimiento/boletines/2026-II/1/" in listed
    page = client.get("/seguimiento/boletines/2026-II/1/")
    assert "Encuentran cosas distintas" in page.content.decode()
    file = client.get("/seguimiento/boletines/2026-II/1/boletin.json").content
    assert json.loads(file)["cycle"] == "2026-II"
    sha256 = Scorecard.objects.get().sha256
    assert sha256 in client.get("/seguimiento/boletines/resumenes.txt").content.decode()
    client.cookies["django_language"] = "en"
    english = client.get("/seguimiento/boletines/2026-II/1/", headers={"accept-language": "en"})
    assert "They find different things" in english.content.decode()


def test_queries_of_a_draft_do_not_grow(ready, cast, django_assert_max_num_queries):
    assert Meeting.objects.exists()
    with django_assert_max_num_queries(8):
        draft(ready)


def test_others_do_not_sign(ready, cast):
    with pytest.raises(Denied):
        sign(ready, cast["carla"])


def test_a_secretariats_own_word_and_the_others_assessment(ready, cast, time_machine):
    time_machine.move_to("2026-12-01 12:00Z")
    own = Report.objects.filter(obligation__body__code="ST-CRM").first()
    actions.send_report(report=own, revision=1, by=cast["ana"], **WRITTEN)
    assess(own, cast["beto"], "limited")
    time_machine.move_to(datetime.datetime(2027, 1, 20, 12, tzinfo=datetime.UTC))
    found = [each for each in draft(ready).content["items"] if each["reported"]]
    (said,) = [each for each in found if each["institution"]["es"] == "ST-CRM"]
    assert [each["secretariat"] for each in said["assessments"]] == ["ST-RROCM"]
    assert (said["self_rating"], said["agreed"]) == ("limited", "limited")


def test_what_a_meeting_that_is_not_public_left_is_published_nowhere(ready):
    Meeting.objects.update(public=False)
    assert draft(ready).content["items"] == []
    assert sum(draft(ready).content["distribution"].values()) == 0


def test_the_draft_shows_no_assessment_before_both_have_said(cycle, sent, cast):
    assess(sent, cast["ana"], "substantial", "Razones de la ST-CRM (prueba)")
    assert "Razones de la ST-CRM" not in draft(cycle).text
    assess(sent, cast["beto"])
    assert "Razones de la ST-CRM" in draft(cycle).text
