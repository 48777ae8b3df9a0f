"""A cycle from its draft to what the institutions report."""

import datetime
import re

import pytest

from consuno.agenda.models import Commitment
from consuno.core.models import User
from consuno.core.policy import ConflictError, Denied
from consuno.directory.actions import appoint
from consuno.directory.models import Body, Membership, Role
from consuno.monitoring import actions, covering
from consuno.monitoring.models import Cycle, Obligation, Report
from consuno.monitoring.queries.answering import answering, owed
from consuno.monitoring.queries.cycles import asked

DAYS = {
    "reports_due": datetime.date(2026, 12, 10), "reviews_due": datetime.date(2027, 1, 15),
    "publishes_on": datetime.date(2027, 2, 1),
}  # fmt: skip


@pytest.fixture(autouse=True)
def today(time_machine):
    time_machine.move_to("2026-11-25 12:00Z")


def answer_all(cast):
    """Both Secretariats take what is proposed; what nobody proposes, the ad-hoc group answers."""
    for row in answering(owed()):
        if not row.plain:
            for who in ("ana", "beto"):
                codes = row.proposed or ["GRUPO-ADHOC"]
                actions.name_bodies(commitment=row.commitment, codes=codes, by=cast[who])


def draft(cast, **changes):
    fields = {
        "code": "2026-II",
        "forum": "GRCM, ciudad inventada",
        "covers": owed(),
        **DAYS,
        **changes,
    }
    return actions.draft_cycle(by=cast["ana"], **fields)


@pytest.fixture
def cycle(agenda, cast):
    answer_all(cast)
    made = draft(cast)
    actions.confirm_cycle(cycle=made, revision=1, by=cast["beto"])
    made.refresh_from_db()
    return made


@pytest.fixture
def report(cycle):
    return Report.objects.get(obligation__body__code="DGM:SV", obligation__commitment__ref="3.b.1")


WRITTEN = {"narrative": "Se revisaron dos leyes (prueba).", "rating": "limited"}


def test_it_opens_when_both_confirm_and_everybody_is_asked(cycle, cast):
    assert cycle.opened_on == datetime.date(2026, 11, 25)
    assert Report.objects.count() == Obligation.objects.count()
    assert Obligation.objects.filter(body__code="RROCM").exists()  # both sides are watched
    assert cast["carla"].notices.filter(kind="monitoring.update_asked").count() == 1
    rows = {row.body.code: row for row in asked(cycle)}
    assert not rows["DGM:SV"].vacant
    assert rows["DGM:BZ"].vacant
    vacancies = cast["ana"].notices.filter(kind="monitoring.post_is_vacant")
    assert "DGM:BZ" in {each.ids["body"] for each in vacancies}


def test_it_does_not_open_while_it_is_not_known_who_answers(agenda, cast):
    Commitment.objects.get(ref="3.b.1").parties.update(body=None, name="Alguien (prueba)")
    made = draft(cast)
    with pytest.raises(Denied, match="Falta decidir quién responde"):
        actions.confirm_cycle(cycle=made, revision=1, by=cast["beto"])
    assert not Report.objects.exists()


def test_days_changed_are_confirmed_again(agenda, cast):
    answer_all(cast)
    made = draft(cast)
    later = DAYS | {"publishes_on": datetime.date(2027, 3, 1)}
    actions.draft_cycle(
        cycle=made, code="2026-II", forum="GRCM", covers=owed(), by=cast["beto"], **later
    )
    with pytest.raises(Denied, match="cambió el ciclo"):
        actions.confirm_cycle(cycle=made, revision=1, by=cast["ana"])
    assert actions.confirm_cycle(cycle=made, revision=2, by=cast["ana"])


def priority(ref="1.P1.a"):
    return Commitment.objects.filter(ref=ref)


def test_a_cycle_asks_of_what_both_chose_and_of_nothing_else(agenda, cast):
    """San Salvador, line 105: what is watched are the prioritised themes."""
    answer_all(cast)
    actions.settle(by=None)
    chosen = Commitment.objects.filter(ref__in=["3.b.1", "1.P1.a"])
    made = draft(cast, covers=chosen)
    assert not priority().get().owed
    assert not Obligation.objects.filter(commitment__ref="1.P1.a").exists()
    assert actions.confirm_cycle(cycle=made, revision=1, by=cast["beto"])
    asked_of = Report.objects.values_list("obligation__commitment__ref", flat=True)
    assert set(asked_of) == {"3.b.1", "1.P1.a"}
    promoted = priority().get()
    assert promoted.owed
    wished = promoted.promotions.values_list("body__code", "by")
    assert set(wished) == {("ST-CRM", cast["ana"].pk), ("ST-RROCM", cast["beto"].pk)}
    answer = Obligation.objects.filter(commitment=promoted).values_list("body__code", flat=True)
    assert {"DGM:SV", "RROCM"} <= set(answer)


def test_a_priority_that_names_nobody_is_of_the_countries_and_the_network(agenda, cast):
    made = draft(cast, covers=priority("1.P2"))
    assert actions.confirm_cycle(cycle=made, revision=1, by=cast["beto"])
    asked_of = set(Report.objects.values_list("obligation__body__code", flat=True))
    assert asked_of == {
        *Body.objects.filter(code__startswith="DGM:").values_list("code", flat=True),
        "RROCM",
    }


def test_whom_one_secretariat_named_otherwise_is_not_overruled(agenda, cast):
    made = draft(cast, covers=priority())
    actions.name_bodies(commitment=priority().get(), codes=["RROCM"], by=cast["beto"])
    with pytest.raises(Denied, match="Falta decidir quién responde"):
        actions.confirm_cycle(cycle=made, revision=1, by=cast["beto"])
    actions.name_bodies(commitment=priority().get(), codes=["RROCM"], by=cast["ana"])
    assert not Obligation.objects.filter(commitment=priority().get()).exists()
    assert actions.confirm_cycle(cycle=made, revision=2, by=cast["beto"])
    assert [each.obligation.body.code for each in Report.objects.all()] == ["RROCM"]


def test_whom_the_other_named_while_one_read_is_not_confirmed_unread(agenda, cast):
    made = draft(cast, covers=priority())
    actions.name_bodies(commitment=priority().get(), codes=["RROCM"], by=cast["ana"])
    with pytest.raises(Denied, match="cambió el ciclo"):
        actions.confirm_cycle(cycle=made, revision=1, by=cast["beto"])
    actions.name_bodies(commitment=priority().get(), codes=["RROCM"], by=cast["ana"])
    assert actions.confirm_cycle(cycle=made, revision=2, by=cast["beto"])
    assert [each.obligation.body.code for each in Report.objects.all()] == ["RROCM"]


def test_what_is_covered_is_owed_or_a_priority_and_open(agenda, cast):
    with pytest.raises(Denied, match="al menos una"):
        draft(cast, covers=[])
    priority("3.b.1").update(closed_on=datetime.date(2026, 1, 1))
    with pytest.raises(Denied, match="no se le da seguimiento"):
        draft(cast, covers=priority("3.b.1"))
    priority("3.b.2").update(kind="agreement", actionable=False)
    with pytest.raises(Denied, match="no se le da seguimiento"):
        draft(cast, covers=priority("3.b.2"))


def test_who_answers_for_a_priority_is_named_once_a_draft_covers_it(agenda, cast):
    with pytest.raises(Denied, match="Solo se da seguimiento"):
        actions.name_bodies(commitment=priority().get(), codes=["RROCM"], by=cast["ana"])
    draft(cast, covers=priority())
    assert not actions.name_bodies(commitment=priority().get(), codes=["RROCM"], by=cast["ana"])


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"reports_due": datetime.date(2026, 11, 25)}, "no ha llegado"),
        ({"reviews_due": datetime.date(2026, 12, 10)}, "Primero se informa"),
        ({"publishes_on": datetime.date(2026, 12, 20)}, "Primero se informa"),
    ],
)
def test_days_follow_each_other(agenda, cast, changes, why):
    with pytest.raises(Denied, match=why):
        draft(cast, **changes)


def test_a_report_is_written_and_sent_and_validated(report, cast):
    """Marta validates for the DGME of El Salvador, Carla reports."""
    saved = actions.save_report(report=report, revision=1, by=cast["carla"], narrative="Uno")
    assert saved.state == "draft"
    with pytest.raises(Denied, match="hasta dónde"):
        actions.send_report(report=report, revision=2, by=cast["carla"])
    sent = actions.send_report(report=report, revision=2, by=cast["carla"], **WRITTEN)
    assert (sent.state, sent.given) == ("submitted", False)
    assert cast["marta"].notices.filter(kind="monitoring.report_to_validate").exists()
    with pytest.raises(Denied, match="todavía no ha enviado"):
        actions.return_report(report=report, reason="x", by=cast["eva"])
    assert actions.validate_report(report=report, by=cast["marta"]).given


def test_without_a_validator_it_goes_straight_on(report, cast):
    Membership.objects.filter(role=Role.VALIDATOR).delete()
    assert actions.send_report(report=report, revision=1, by=cast["carla"], **WRITTEN).given


def test_what_is_said_of_it_is_the_first_news_of_it(report, cast, time_machine):
    item = report.obligation.commitment
    actions.save_report(report=report, revision=1, by=cast["carla"], **WRITTEN)
    actions.send_report(report=report, revision=2, by=cast["carla"], **WRITTEN)
    item.refresh_from_db()
    assert item.heard_on is None  # its own validator has not let it go
    actions.validate_report(report=report, by=cast["marta"])
    item.refresh_from_db()
    assert item.heard_on == datetime.date(2026, 11, 25)
    time_machine.move_to("2026-11-28 12:00Z")
    actions.return_report(report=report, reason="¿Qué leyes?", by=cast["beto"])
    actions.send_report(report=report, revision=4, by=cast["carla"], **WRITTEN)
    actions.validate_report(report=report, by=cast["marta"])
    item.refresh_from_db()
    assert item.heard_on == datetime.date(2026, 11, 25)


def test_returned_it_is_written_again(report, cast):
    actions.send_report(report=report, revision=1, by=cast["carla"], **WRITTEN)
    with pytest.raises(Denied, match="ya se envió"):
        actions.save_report(report=report, revision=2, by=cast["carla"], narrative="Otra")
    with pytest.raises(Denied, match="por qué"):
        actions.return_report(report=report, reason=" ", by=cast["marta"])
    actions.return_report(report=report, reason="Falta la fecha", by=cast["marta"])
    assert cast["carla"].notices.filter(kind="monitoring.report_came_back").exists()
    actions.send_report(report=report, revision=3, by=cast["carla"], **WRITTEN)
    actions.validate_report(report=report, by=cast["marta"])
    back = actions.return_report(report=report, reason="¿Qué leyes?", by=cast["beto"])
    assert (back.state, back.given) == ("returned", False)


def test_two_who_write_at_once_lose_nothing(report, cast):
    actions.save_report(report=report, revision=1, by=cast["carla"], narrative="Primero")
    with pytest.raises(ConflictError):
        actions.save_report(report=report, revision=1, by=cast["carla"], narrative="Segundo")
    report.refresh_from_db()
    assert report.narrative == "Primero"


def test_a_drafter_writes_and_another_sends(report, cast):
    appoint(user=cast["fermin"], body=Body.objects.get(code="DGM:SV"), role=Role.DRAFTER, by=None)
    drafter = User.objects.get(pk=cast["fermin"].pk)
    actions.save_report(report=report, revision=1, by=drafter, **WRITTEN)
    with pytest.raises(Denied, match="punto focal"):
        actions.send_report(report=report, revision=2, by=drafter)


def test_what_a_secretariat_owes_its_own_officer_reports(cycle, cast):
    own = Report.objects.filter(obligation__body__code="ST-CRM").first()
    assert actions.send_report(report=own, revision=1, by=cast["ana"], **WRITTEN).given
    with pytest.raises(Denied):
        actions.send_report(report=own, revision=1, by=cast["beto"], **WRITTEN)


def everything_owed():
    """What the form brings where all that somebody owes is ticked."""
    return {"cosa": [str(pk) for pk in owed().values_list("pk", flat=True)]}


def test_pressed_twice_is_proposed_once(agenda, cast, as_person):
    form = {
        "code": "2026-II", "forum": "GRCM", "reports_due": "10/12/2026",
        "reviews_due": "15/01/2027", "publishes_on": "01/02/2027", **everything_owed(),
    }  # fmt: skip
    first, again = (as_person("ana").post("/seguimiento/ciclos/nuevo/", form) for _press in "12")
    assert first["Location"] == again["Location"]
    assert Cycle.objects.count() == 1
    other = as_person("ana").post("/seguimiento/ciclos/nuevo/", form | {"forum": "Viceministros"})
    assert "Ya hay un ciclo con ese nombre" in other.content.decode()
    other = as_person("beto").post("/seguimiento/ciclos/nuevo/", form)
    assert "Ya hay un ciclo con ese nombre" in other.content.decode()


DRAFTING = "/seguimiento/ciclos/nuevo/"


def ticked(page):
    """The numbers of what is ticked on the page of a draft."""
    return set(map(int, re.findall(r'name="cosa" value="(\d+)" checked', page.content.decode())))


def test_priorities_are_offered_beside_what_is_owed(agenda, cast, as_person):
    page = as_person("ana").get(DRAFTING)
    assert ticked(page) == set(owed().values_list("pk", flat=True))
    offered = set(map(int, re.findall(r'name="cosa" value="(\d+)"', page.content.decode())))
    priorities = Commitment.objects.filter(kind="priority").values_list("pk", flat=True)
    assert offered == ticked(page) | set(priorities)
    assert (len(ticked(page)), len(priorities)) == (15, 31)


def test_of_many_a_group_is_opened_and_nothing_typed_is_lost(agenda, cast, as_person, monkeypatch):
    monkeypatch.setattr(covering, "SHOWN", 3)
    page = as_person("ana").get(DRAFTING).content.decode()
    assert 'name="cosa"' not in page
    whole = re.findall(r'name="grupo" value="([^"]+)" checked', page)
    group = next(each for each in whole if each.endswith(".1"))
    typed = {
        "code": "2026-II",
        "forum": "Grupo inventado",
        "grupo": whole,
        "reports_due": "10/12/2026",
    }
    opened = as_person("ana").post(DRAFTING, typed | {"abrir": group})
    assert not Cycle.objects.exists()
    assert "Grupo inventado" in opened.content.decode()
    assert "10/12/2026" in opened.content.decode()
    first, *others = sorted(ticked(opened))
    rest = {"reviews_due": "15/01/2027", "publishes_on": "01/02/2027", "abierto": group}
    as_person("ana").post(DRAFTING, typed | rest | {"cosa": others})
    covered = set(Cycle.objects.get().covers.values_list("pk", flat=True))
    assert covered == set(owed().values_list("pk", flat=True)) - {first}
    again = as_person("ana").get("/seguimiento/ciclos/2026-II/cambiar/")
    assert ticked(again) == set(others)
    assert f'name="grupo" value="{group}"' not in again.content.decode()
