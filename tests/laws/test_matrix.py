"""The matrix of acts of the reference (3.8), row by row against the domain layer.

Every act that exists so far, for everybody of the matrix: who is not named for an act is refused it.
The acts of proposals (rounds, observations, positions, adoption) come with their room.
"""

import datetime
from dataclasses import dataclass

import pytest
from django.contrib.auth.models import AnonymousUser

from consuno.agenda import policies as agenda
from consuno.core.accounts import create_account
from consuno.core.models import User
from consuno.core.policy import allowed
from consuno.directory.actions import appoint
from consuno.directory.models import Body, Membership, Role
from consuno.meetings import actions as meetings
from consuno.meetings import policies as rules
from consuno.meetings.models import Record
from consuno.monitoring import actions, policies
from consuno.monitoring.models import Report
from tests.agenda.test_review import record
from tests.monitoring.test_cycles import WRITTEN, answer_all, draft

#: Columns of the matrix, and one person of each.
COLUMNS = (
    "focal_point", "validator", "st_crm", "st_rrocm", "rrocm", "presidency", "grcm", "public",
)  # fmt: skip


@dataclass
class World:
    """The people, and something of each kind to act upon."""

    people: dict
    asked: Report
    own: Report
    submitted: Report
    given: Report
    extension: object
    duty: object
    paper: object
    waiting: Record
    circulating: Record


def person(email, code, role):
    user = create_account(email=email, name="Persona Inventada", by=None)
    appoint(user=user, body=Body.objects.get(code=code), role=role, by=None)
    return user


def report_of(code, ref="3.b.1"):
    return Report.objects.get(obligation__body__code=code, obligation__commitment__ref=ref)


def minutes(cast, series, day):
    sitting = meetings.plan_sitting(
        series=series, title="Prueba", place="", starts=day, ends=None, public=False, by=cast["ana"]
    )
    item = meetings.add_item(sitting=sitting, title="Uno", by=cast["ana"])
    made = meetings.open_minutes(sitting=sitting, by=cast["ana"])
    meetings.take_agreement(item=item, text="Algo (prueba).", by=cast["ana"])
    return meetings.circulate(record=made, by=cast["ana"])


@pytest.fixture
def world(cast, time_machine):
    time_machine.move_to("2026-11-25 12:00Z")
    answer_all(cast)
    cycle = draft(cast)
    actions.confirm_cycle(cycle=cycle, revision=1, by=cast["beto"])
    people = {
        "focal_point": cast["carla"], "validator": cast["marta"], "st_crm": cast["ana"],
        "st_rrocm": cast["beto"], "rrocm": person("red@example.org", "RROCM", Role.FOCAL_POINT),
        "presidency": cast["luis"], "grcm": person("grcm@example.org", "GRCM", Role.FOCAL_POINT),
        "public": AnonymousUser(),
    }  # fmt: skip
    refs = list(
        Report.objects.filter(obligation__body__code="DGM:SV")
        .exclude(obligation__commitment__ref="3.b.1")
        .values_list("obligation__commitment__ref", flat=True)
    )
    submitted, given = (report_of("DGM:SV", ref) for ref in refs[:2])
    for each in (submitted, given):
        actions.send_report(report=each, revision=1, by=cast["carla"], **WRITTEN)
    actions.validate_report(report=given, by=cast["marta"])
    asked = report_of("DGM:SV")
    duty = asked.obligation
    duty.extended_to = datetime.date(2027, 1, 10)
    duty.save()
    other = report_of("DGM:SV", refs[2]).obligation
    other.extended_to = datetime.date(2027, 1, 10)
    other.save()
    extension = actions.ask_extension(
        obligation=other, wanted=datetime.date(2027, 3, 1), reason="Prueba.", by=cast["carla"]
    )
    day = datetime.date(2026, 11, 24)
    circulating = minutes(cast, "grcm", day)
    meetings.give_leave(record=circulating, by=cast["luis"])
    Record.objects.filter(pk=circulating.pk).update(window_ends=day)
    for each in (submitted, given):
        each.refresh_from_db()
    circulating.refresh_from_db()
    fresh = {
        name: User.objects.get(pk=each.pk) if each.pk else each for name, each in people.items()
    }
    return World(
        fresh, asked, report_of("RROCM"), submitted, given, extension, duty,
        record(cast["ana"]).candidates.first(), minutes(cast, "grcm", day), circulating,
    )  # fmt: skip


#: act -> (who may, how it is asked).
ACTS = {
    "confirm candidates": (
        {"st_crm", "st_rrocm"},
        lambda w, p: allowed(agenda.may_accept, p, w.paper),
    ),
    "write minutes": (
        {"st_crm", "st_rrocm"},
        lambda w, p: allowed(rules.may_write_minutes, p, w.waiting.sitting),
    ),
    "give leave to circulate": (
        {"presidency"},
        lambda w, p: allowed(rules.may_give_leave, p, w.waiting, ""),
    ),
    "give leave by a note": (
        {"presidency", "st_crm", "st_rrocm"},
        lambda w, p: allowed(rules.may_give_leave, p, w.waiting, "Nota"),
    ),
    "approve minutes": (
        {"grcm"},
        lambda w, p: allowed(
            rules.may_approve_for, p, w.circulating, Body.objects.get(code="GRCM"), ""
        ),
    ),
    "report on what a country owes": (
        {"focal_point"},
        lambda w, p: allowed(policies.may_send_report, p, w.asked),
    ),
    "report on what the network owes": (
        {"rrocm"},
        lambda w, p: allowed(policies.may_send_report, p, w.own),
    ),
    "report for a country by letter": (
        {"st_crm"},
        lambda w, p: allowed(policies.may_note, p, w.asked),
    ),
    "validate": (
        {"validator"},
        lambda w, p: allowed(policies.may_validate, p, w.submitted),
    ),
    "assess": (
        {"st_crm", "st_rrocm"},
        lambda w, p: allowed(policies.may_assess, p, w.given),
    ),
    "ask for more time": (
        {"focal_point"},
        lambda w, p: allowed(policies.may_ask_extension, p, w.duty),
    ),
    "decide on more time": (
        {"st_crm", "st_rrocm"},
        lambda w, p: allowed(policies.may_decide_extension, p, w.extension),
    ),
    "open a cycle": (
        {"st_crm", "st_rrocm"},
        lambda w, p: allowed(policies.may_draft_cycle, p, None),
    ),
    "read the draft of a scorecard": (
        {"st_crm", "st_rrocm"},
        lambda w, p: allowed(policies.may_read_draft, p, w.asked.cycle),
    ),
    "read what a country has not sent": (
        {"focal_point", "validator"},
        lambda w, p: allowed(policies.may_read_report, p, w.submitted),
    ),
    "read what it has sent": (
        set(COLUMNS) - {"public"},
        lambda w, p: allowed(policies.may_read_report, p, w.given),
    ),
}


def test_each_act_is_for_those_the_matrix_names_and_for_nobody_else(world):
    found = {
        act: {name for name in COLUMNS if ask(world, world.people[name])}
        for act, (_who, ask) in ACTS.items()
    }
    assert found == {act: who for act, (who, _ask) in ACTS.items()}


def test_who_left_acts_no_more(world):
    Membership.objects.update(ends=datetime.date(2026, 11, 24))
    for name in COLUMNS:
        user = world.people[name]
        gone = User.objects.get(pk=user.pk) if user.pk else user
        assert not any(ask(world, gone) for _who, ask in ACTS.values()), name
