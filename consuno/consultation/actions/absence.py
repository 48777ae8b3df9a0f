"""The rule of absence: proposed, confirmed, ended; and the countries that are reminded under it."""

from __future__ import annotations

from django.db import transaction

from consuno.consultation import letters, notices, policies
from consuno.consultation.actions.turns import take_turn
from consuno.consultation.models import AbsenceReminder, AbsenceRule, Proposal, Version
from consuno.consultation.queries import absence, positions
from consuno.consultation.queries.people import speakers
from consuno.core import audit, clock, jobs
from consuno.core.locks import exclusively
from consuno.core.mail import configured
from consuno.core.models import User
from consuno.directory.models import Body, Role
from consuno.directory.queries import acting_for
from consuno.directory.standing import SECRETARIATS, secretariat_of


@transaction.atomic
def propose_absence(*, term: int, after: int, least: int, agreed: str, by: User) -> AbsenceRule:
    """One Secretariat writes down the rule that the governments agreed to; the other hears. Raises Denied."""
    exclusively("absence")
    secretariat = policies.may_propose_absence(by)
    policies.must_be_a_rule(term, after, least, agreed, len(policies.countries()))
    made = AbsenceRule.objects.create(
        term=term, after=after, least=least, agreed=agreed.strip()[:300], secretariat=secretariat,
        by=by,
    )  # fmt: skip
    audit.record("propose_absence", made, by=by, on_behalf_of=secretariat)
    others = [code for code in SECRETARIATS if code != secretariat.code]
    notices.absence_waits.tell(acting_for(others, [Role.OFFICER]), about=made)
    return made


@transaction.atomic
def confirm_absence(*, rule: AbsenceRule, by: User) -> None:
    """The other Secretariat says the same: in force for texts that circulate from now on. Raises Denied."""
    exclusively("absence")
    rule = AbsenceRule.objects.get(pk=rule.pk)
    policies.may_confirm_absence(by, rule)
    now = clock.now()
    AbsenceRule.objects.filter(ended_at=None).exclude(pk=rule.pk).update(ended_at=now)
    rule.confirmed_by, rule.confirmed_at = by, now
    rule.save(update_fields=["confirmed_by", "confirmed_at"])
    audit.record("confirm_absence", rule, by=by, on_behalf_of=secretariat_of(by))
    notices.absence_adopted.tell(speakers(*policies.countries()), about=rule)


@transaction.atomic
def end_absence(*, rule: AbsenceRule, by: User) -> None:
    """Take back a proposal, or end the rule: every country is waited for again. Raises Denied."""
    exclusively("absence")
    rule = AbsenceRule.objects.get(pk=rule.pk)
    if rule.confirmed_at is None:
        policies.may_take_absence_back(by, rule)
    else:
        policies.may_end_absence(by, rule)
    rule.ended_at = clock.now()
    rule.save(update_fields=["ended_at"])
    audit.record("end_absence", rule, by=by, on_behalf_of=secretariat_of(by))


@transaction.atomic
def remind_by_note(*, version: Version, body: Body, instrument: str, by: User) -> AbsenceReminder:
    """Write down by which note a country was reminded, where nobody holds the post. Raises Denied."""
    take_turn(version.proposal)
    policies.may_remind(by, version, body, instrument)
    made = AbsenceReminder.objects.create(
        version=version, body=body, instrument=instrument.strip()[:200]
    )
    audit.record("remind_by_note", made, by=by, on_behalf_of=body)
    return made


@jobs.job(cron="50 11 * * *")
def remind_absent() -> None:
    """Remind each silent country whose term is over, once for each text; who has nobody, is not."""
    rule = absence.rule_in_force()
    seeking = Proposal.objects.filter(purpose=Proposal.Purpose.CONSENSUS, withdrawn_on=None)
    for proposal in seeking if rule else []:
        version = positions.last_circulated(proposal)
        if version is not None and not hasattr(version, "adoption"):
            _remind(version)


@transaction.atomic
def _remind(version: Version) -> None:
    take_turn(version.proposal)
    rule = absence.rule_of(version)
    if rule is None or clock.today() < absence.term_ends(version, rule):
        return
    told = absence.reminded(version)
    for row in positions.rows(version):
        if not row.silent or row.body.pk in told:
            continue
        people = list(speakers(row.body))
        if not people:
            continue
        made = AbsenceReminder.objects.create(version=version, body=row.body)
        audit.record("remind_absent", made, by=None, on_behalf_of=row.body)
        notices.position_missing.tell(people, about=made)
        if configured():
            for person in people:
                letters.position_missing.post(person, reminder=made.pk)
