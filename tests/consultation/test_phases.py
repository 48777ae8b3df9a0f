"""No act is possible outside its phase: every act in every phase, against the domain layer.

Each is tried by whoever may do it at some time, so that only the phase stands in the way.
"""

import datetime

import pytest
from django.db import transaction

from consuno.consultation import actions
from consuno.consultation.models import Adoption, Observation, Position, Proposal, Round, Silence
from consuno.consultation.offline import Row
from consuno.consultation.phase import Phase, phase_of
from consuno.consultation.queries import positions
from consuno.consultation.workflow import PROPOSAL
from consuno.core.answer_sheets import RowsError
from consuno.core.bilingual import Bilingual
from consuno.core.policy import Denied
from tests.consultation.test_drafting import TEXT, body, propose, take
from tests.consultation.test_positions import OBJECTION, by_letter, speak
from tests.consultation.test_rounds import CLOSES, observe, open_round, present

LATER = datetime.date(2027, 3, 1)


def last():
    return Proposal.objects.get().versions.first()


def circulated():
    return positions.last_circulated(Proposal.objects.get())


def running():
    return Round.objects.latest("pk")


def own():
    return Observation.objects.filter(submitted_at=None).order_by("pk").last()


def said():
    return Observation.objects.exclude(submitted_at=None).first()


def acts(cast):
    """Every act by its name, tried on the records as they are."""
    ana, beto, carla = cast["ana"], cast["beto"], cast["carla"]
    proposal = Proposal.objects.get()
    return {
        "take_in": lambda: take(proposal, beto, TEXT[:2]),
        "write_clause": lambda: actions.write_clause(
            clause=last().clauses.first(), es="Otro.", en="Other.", by=beto
        ),
        "add_clause": lambda: actions.add_clause(version=last(), after=0, es="x", en="x", by=beto),
        "remove_clause": lambda: actions.remove_clause(clause=last().clauses.first(), by=beto),
        "move_clause": lambda: actions.move_clause(
            clause=last().clauses.first(), up=False, by=beto
        ),
        "describe_version": lambda: actions.describe_version(
            version=last(), changelog=Bilingual("x"), reference="", by=beto
        ),
        "add_artefact": lambda: actions.add_artefact(
            version=last(), kind="other", file_name="a", content=b"x", by=beto
        ),
        "cover": lambda: actions.cover(proposal=proposal, uid=1, topics=[], by=beto),
        "freeze": lambda: actions.freeze(version=last(), by=ana),
        "begin_version": lambda: actions.begin_version(proposal=proposal, by=beto),
        "withdraw_proposal": lambda: actions.withdraw_proposal(proposal=proposal, by=beto),
        "open_round": lambda: open_round(proposal, ana, closes=LATER),
        "extend_round": lambda: actions.extend_round(round=running(), closes=LATER, by=ana),
        "close_round": lambda: actions.close_round(round=running(), by=ana),
        "acknowledge": lambda: actions.acknowledge(
            invitation=running().invitations.get(body__code="PAIS:SV"), by=carla
        ),
        "ask_institutions": lambda: actions.ask_institutions(
            round=running(), country="SV", bodies=[body("DGM:SV")], by=carla
        ),
        "tell_own_country": lambda: actions.tell_own_country(
            round=running(), body=body("DGM:SV"), uid=None, text="x", by=carla
        ),
        "observe": lambda: observe(running(), carla),
        "submit_observation": lambda: actions.submit_observation(observation=own(), by=carla),
        "withdraw_observation": lambda: actions.withdraw_observation(observation=said(), by=carla),
        "dispose": lambda: actions.dispose(
            observation=said(), verdict="accepted", reason="x", by=beto
        ),
        "answer_disposition": lambda: actions.answer_disposition(
            observation=said(), satisfied=True, by=carla
        ),
        "replace_observation": lambda: actions.replace_observation(
            observation=said(), uid=1, by=carla
        ),
        "take_position": lambda: speak(last(), carla),
        "confirm_position": lambda: actions.confirm_position(
            position=Position.objects.filter(confirmed_at=None).get(), by=cast["marta"]
        ),
        "declare_adoption": lambda: actions.declare_adoption(
            version=last(), forum="vm", on=datetime.date(2026, 11, 24), place="", by=cast["luis"]
        ),
        "bring_observations": lambda: actions.bring_observations(
            round=running(),
            body=body("PAIS:SV"),
            submit=False,
            by=carla,
            rows=[Row(2, "", None, {"kind": "support", "text": "x", "language": "es"})],
        ),
        "bracket_clause": lambda: actions.bracket_clause(
            clause=last().clauses.get(uid=2), on=True, by=ana
        ),
        "split_proposal": lambda: actions.split_proposal(
            version=last(), uids=[2], title=Bilingual("x"), by=ana
        ),
        "elevate_proposal": lambda: actions.elevate_proposal(version=circulated(), by=ana),
        "order_silence": lambda: actions.order_silence(
            version=last(),
            forum="vm",
            day=LATER,
            hour=datetime.time(18),
            zone="America/Belize",
            by=cast["luis"],
        ),
        "lift_silence": lambda: actions.lift_silence(
            silence=Silence.objects.get(), reason="x", by=cast["luis"]
        ),
        "certify_adoption": lambda: actions.certify_adoption(
            adoption=Adoption.objects.get(), by=ana
        ),
    }


#: In which phase of the table each case below stands.
CASES = {
    "draft": Phase.DRAFT, "fixed": Phase.FIXED, "round": Phase.ROUND, "overdue": Phase.OVERDUE,
    "closed": Phase.CLOSED, "agreed": Phase.CLOSED, "silence": Phase.SILENCE,
    "broken": Phase.BROKEN, "stalled": Phase.CLOSED, "over": Phase.OVER,
    "adopted": Phase.ADOPTED, "withdrawn": Phase.WITHDRAWN,
}  # fmt: skip
#: What a draft takes; nothing of it once it is fixed, and then the next may be begun.
WRITING = {"take_in", "write_clause", "add_clause", "remove_clause", "move_clause",
           "describe_version", "add_artefact", "freeze", "bracket_clause", "split_proposal"}  # fmt: skip
AGREED = {"declare_adoption", "order_silence", "elevate_proposal"}
SAID = {"withdraw_observation", "dispose", "answer_disposition", "replace_observation"}
STUCK = {"bracket_clause", "split_proposal"}
#: What the table opens and something else refuses: nobody agrees yet, nothing was said, no objection stands.
LACKING = {
    "draft": STUCK,
    "fixed": AGREED | SAID | {"confirm_position"},
    "round": {"elevate_proposal"},
    "overdue": {"elevate_proposal"},
    "closed": AGREED,
    "agreed": {"confirm_position"},
    "silence": {"confirm_position"},
    "broken": {"confirm_position"},
    "stalled": {"declare_adoption", "order_silence", "take_position", "confirm_position"},
}  # fmt: skip


def opened():
    """What the tables open in the phase in which the proposal is, to its last version."""
    phase = phase_of(Proposal.objects.get())
    acts = {verb for verb, step in PROPOSAL.steps.items() if step.targets(phase)}
    return acts - (WRITING if last().state == "fixed" else {"begin_version"})


def begin_round(cast):
    found = open_round(Proposal.objects.get(), cast["ana"])
    made = present(found, cast["carla"])
    actions.dispose(observation=made, verdict="not", reason="x", by=cast["beto"])
    observe(found, cast["carla"])
    found.invitations.exclude(body__code="PAIS:SV").update(acknowledged_at=found.opened_at)
    actions.acknowledge(invitation=found.invitations.get(body__code="PAIS:SV"), by=cast["carla"])
    speak(found.version, cast["carla"], **OBJECTION)  # it waits for its validator


def agree(cast):
    by_letter(last(), cast["ana"])


def adopt(cast):
    acts(cast)["declare_adoption"]()


#: How each phase is reached from the one before.
STEPS = {
    "draft": lambda cast, _clock: None,
    "fixed": lambda cast, _clock: actions.freeze(version=last(), by=cast["ana"]),
    "round": lambda cast, _clock: begin_round(cast),
    "overdue": lambda _cast, clock: clock.move_to("2026-12-29 18:00Z"),
    "closed": lambda cast, _clock: actions.close_round(round=running(), by=cast["ana"]),
    "agreed": lambda cast, _clock: agree(cast),
    "adopted": lambda cast, _clock: adopt(cast),
}


def silence(phase, cast, clock):
    acts(cast)["order_silence"]()
    observe(running(), cast["carla"])
    if phase == "broken":
        acts(cast)["lift_silence"]()
    elif phase == "over":
        clock.move_to("2027-03-02 00:00Z")  # 18:00 in Belize, to the second


def stall(cast, clock):
    """El Salvador's objection is confirmed and stands through two rounds; then a draft is begun."""
    acts(cast)["confirm_position"]()
    for day in ("2027-01-05", "2027-01-15"):
        open_round(
            Proposal.objects.get(), cast["ana"], "informal", datetime.date.fromisoformat(day)
        )
        clock.move_to(f"{day} 18:00Z")
        clock.shift(datetime.timedelta(days=1))
        actions.close_round(round=running(), by=cast["ana"])
    acts(cast)["begin_version"]()


def reach(phase, cast, clock):
    made = propose(cast["beto"])
    take(made, cast["beto"])
    take(made, cast["beto"], ["One.", "Two.", "Three."], "en")
    for name, step in STEPS.items():
        if phase == "withdrawn" and name == "overdue":
            actions.withdraw_proposal(proposal=Proposal.objects.get(), by=cast["beto"])
            return
        if phase == "stalled" and name == "agreed":
            stall(cast, clock)
            return
        if phase in {"silence", "broken", "over"} and name == "adopted":
            silence(phase, cast, clock)
            return
        step(cast, clock)
        if name == phase:
            return


@pytest.mark.parametrize("phase", CASES)
def test_each_act_in_each_phase(phase, cast, time_machine):
    assert datetime.date(2026, 12, 28) == CLOSES
    reach(phase, cast, time_machine)
    assert phase_of(Proposal.objects.get()) == CASES[phase]
    expected = opened() - LACKING.get(phase, set())
    assert expected <= set(acts(cast))
    wrong = {}
    for name in acts(cast):
        done = "refused"
        try:
            with transaction.atomic():
                acts(cast)[name]()  # on records read anew: a refused act leaves none changed
                done = "done"
                transaction.set_rollback(True)
        except (Denied, RowsError):
            pass
        except (
            AttributeError,
            Round.DoesNotExist,
            Silence.DoesNotExist,
            Position.DoesNotExist,
            Adoption.DoesNotExist,
        ):
            done = "refused"  # there is no record to do it on
        wanted = "done" if name in expected else "refused"
        if done != wanted:
            wrong[name] = done
    assert wrong == {}
