"""Observations, what is decided on each, and where each belongs in the next version."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import transaction

from consuno.consultation import notices, policies
from consuno.consultation.actions.grounds import grounds
from consuno.consultation.actions.silence import break_silence
from consuno.consultation.actions.turns import take_turn
from consuno.consultation.models import Disposition, Observation, Placement, Round, Silence, Version
from consuno.consultation.queries.people import speakers
from consuno.consultation.texts import Anchor, carry
from consuno.core import audit, clock
from consuno.core.models import User
from consuno.directory.models import Body
from consuno.knowledge.models import Provision


@transaction.atomic
def observe(
    *, round: Round, body: Body, kind: str, text: str, by: User, uid: int | None = None,  # noqa: A002
    quote: str = "", wording: str = "", provisions: Iterable[Provision] = (), language: str = "es",
    basis: str = "", observation: Observation | None = None, instrument: str = "", adds: str = "",
) -> Observation:  # fmt: skip
    """Write an observation, or write a draft anew; it is its body's own until submitted. With
    `instrument` a Secretariat writes down what it received by letter, and that is submitted at once.

    Raises Denied.
    """
    take_turn(round.version.proposal)
    if instrument:
        policies.may_observe_for(by, round, body, instrument)
    else:
        policies.may_observe(by, round, body)
    policies.must_be_an_observation(round.version, kind, uid, text)
    made = observation or Observation(round=round, body=body)
    policies.must_be_ones_draft(made, round, body)
    made.kind, made.uid, made.quote, made.language = kind, uid, quote.strip()[:1000], language
    made.text, made.wording, made.by = text.strip(), wording.strip(), by
    cited, basis = grounds(body, provisions, basis, adds, by)
    made.basis = basis.strip()[:300]
    made.instrument = instrument.strip()[:200]
    if instrument:
        made.submitted_at, made.late = clock.now(), round.late
    made.save()
    made.provisions.set(cited)
    audit.record("observe", made, by=by, on_behalf_of=body, kind=kind)
    if instrument:
        _break_silence(made, by)
    return made


def _break_silence(made: Observation, by: User) -> None:
    if policies.asks_for_another_text(made):
        break_silence(made.round.version.proposal, Silence.Broken.AMENDMENT, made.body, by)


@transaction.atomic
def submit_observation(*, observation: Observation, by: User) -> None:
    """Present it: members and the network read it. A day late it is kept, and marked. Raises Denied."""
    take_turn(observation.round.version.proposal)
    policies.may_submit(by, observation)
    observation.submitted_at, observation.late = clock.now(), observation.round.late
    observation.save(update_fields=["submitted_at", "late"])
    audit.record("submit_observation", observation, by=by, on_behalf_of=observation.body)
    _break_silence(observation, by)


@transaction.atomic
def withdraw_observation(*, observation: Observation, by: User) -> None:
    """Take it back; it stays in the record. Raises Denied."""
    policies.may_withdraw_observation(by, observation)
    observation.withdrawn_at = clock.now()
    observation.save(update_fields=["withdrawn_at"])
    audit.record("withdraw_observation", observation, by=by, on_behalf_of=observation.body)


@transaction.atomic
def dispose(
    *, observation: Observation, verdict: str, reason: str, by: User, resulting: str = ""
) -> Disposition:
    """Decide on an observation, with why and the text that results; its body is asked whether that
    satisfies. Deciding anew takes the answer away. Raises Denied.
    """
    policies.may_dispose(by, observation.round.version.proposal)
    policies.must_be_a_disposition(observation, verdict, reason)
    made, _new = Disposition.objects.update_or_create(
        observation=observation,
        defaults={
            "verdict": verdict, "reason": reason.strip()[:1000], "resulting": resulting.strip(),
            "by": by, "at": clock.now(), "answer": "", "answered_by": None, "answered_at": None,
        },
    )  # fmt: skip
    audit.record("dispose", observation, by=by, verdict=verdict)
    notices.observation_disposed.tell(speakers(observation.body), about=observation)
    return made


@transaction.atomic
def answer_disposition(*, observation: Observation, satisfied: bool, by: User) -> None:
    """Say whether what was decided satisfies, or the observation is maintained. Raises Denied."""
    policies.may_answer_disposition(by, observation)
    found = observation.disposition
    found.answer = Disposition.Answer.SATISFIED if satisfied else Disposition.Answer.MAINTAINS
    found.answered_by, found.answered_at = by, clock.now()
    found.save(update_fields=["answer", "answered_by", "answered_at"])
    audit.record(
        "answer_disposition", observation, by=by, on_behalf_of=observation.body,
        answer=found.answer,
    )  # fmt: skip


def where(observation: Observation) -> tuple[Version, int | None, bool]:
    """Where an observation stands now: version, clause, and whether it has lost its place."""
    last = observation.placements.select_related("version").order_by("version__number").last()
    if last is None:
        return observation.round.version, observation.uid, False
    return last.version, last.uid, last.state == Placement.State.ORPHAN


def carry_observations(version: Version) -> None:
    """Put every standing observation into a version that was just fixed: none is lost, and none goes
    where nobody said. Called within the act that fixes it.
    """
    texts: dict[tuple[int, str], dict[int, str]] = {}

    def text(of: Version, language: str) -> dict[int, str]:
        key = (of.pk, language)
        if key not in texts:
            texts[key] = dict(of.clauses.values_list("uid", language))
        return texts[key]

    standing = (
        Observation.objects.filter(round__version__proposal=version.proposal, withdrawn_at=None)
        .exclude(submitted_at=None)
        .select_related("round__version", "body")
    )
    for each in standing:
        old, uid, lost = where(each)
        if old == version:
            continue
        language = each.language
        if lost:
            state, uid = Placement.State.ORPHAN.value, None
        else:
            carried = carry(Anchor(uid, each.quote), text(old, language), text(version, language))
            state, uid = carried.state, carried.uid
        Placement.objects.create(observation=each, version=version, state=state, uid=uid)
        if state == Placement.State.ORPHAN:
            notices.observation_orphaned.tell(speakers(each.body), about=each)


@transaction.atomic
def replace_observation(*, observation: Observation, uid: int | None, by: User) -> Placement:
    """Say to which clause of the version it stands in it belongs, or to the whole. Raises Denied."""
    policies.may_replace(by, observation)
    version, _uid, _lost = where(observation)
    policies.must_be_an_observation(version, observation.kind, uid, observation.text)
    made, _new = Placement.objects.update_or_create(
        observation=observation,
        version=version,
        defaults={"state": Placement.State.PLACED, "uid": uid},
    )
    audit.record("replace_observation", observation, by=by, uid=uid or 0)
    return made
