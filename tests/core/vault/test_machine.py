"""After any sequence of acts the wraps are exactly the active grants, and keys open exactly those (ASVS 8.4.1)."""

import datetime

import pytest
from django.db import transaction
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from consuno.core import primitives
from consuno.core.models import Grant, Key, Recovery, Section, User, Wrap
from consuno.core.vault import locks, organisations, recovery, sections
from tests.signing import sign

ORGANISATIONS = ["ORG:A", "ORG:B", "ORG:C"]
ORGS = st.sampled_from(ORGANISATIONS)
BEGINNING = datetime.datetime(2026, 11, 25, 18, tzinfo=datetime.UTC)


class Machine(RuleBasedStateMachine):
    """Three organisations, their people and what they seal; beside them, in plain words, what must hold."""

    travel = None

    def __init__(self):
        super().__init__()
        self.atomic = transaction.atomic()
        self.atomic.__enter__()
        self.day, self.people = 0, 0
        self.members = {org: [] for org in ORGANISATIONS}
        self.left = []
        self.sections = {}  # id: (owner, text, {organisation: last day or None})
        self.travel(BEGINNING)
        for org in ORGANISATIONS:
            founder = self.person()
            sign(organisations.found(org, founder, by=founder.key.user))
            self.members[org].append(founder)
        self.officers = [self.person() for _ in range(3)]
        self.entrust("ORG:A")

    def teardown(self):
        transaction.set_rollback(True)
        self.atomic.__exit__(None, None, None)

    def person(self):
        self.people += 1
        user = User.objects.create_user(f"p{self.people}@example.org", name="Inventada")
        return locks.begin(user, "x")

    def entrust(self, org):
        giver = self.members[org][0]
        recovery.entrust(
            organisations.current(org),
            [each.key for each in self.officers],
            giver,
            by=giver.key.user,
        )

    def key(self, org):
        return organisations.current(org)

    def secret(self, org, who=None):
        return organisations.secret_of(self.key(org), who or self.members[org][0])

    def holds(self, org, number):
        last = self.sections[number][2].get(org, -1)
        return last is None or last >= self.day

    def some(self, data):
        return data.draw(st.sampled_from(sorted(self.sections)))

    @rule(owner=ORGS, text=st.binary(max_size=40))
    def seal(self, owner, text):
        made = sections.seal(owner, "narrative", text, [self.key(owner)], purpose="own")
        self.sections[made.pk] = (owner, text, {owner: None})

    @precondition(lambda self: self.sections)
    @rule(data=st.data(), days=st.none() | st.integers(0, 2))
    def grant(self, data, days):
        number = self.some(data)
        owner = self.sections[number][0]
        to = data.draw(st.sampled_from([org for org in ORGANISATIONS if org != owner]))
        last = None if days is None else self.day + days
        expires = None if days is None else (BEGINNING + datetime.timedelta(last)).date()
        sections.grant(Section.objects.get(pk=number), self.key(owner), self.secret(owner),
                       to=self.key(to), purpose="protection", expires=expires)  # fmt: skip
        self.sections[number][2][to] = last

    @precondition(lambda self: self.sections)
    @rule(data=st.data())
    def revoke(self, data):
        number = self.some(data)
        owner, _text, holders = self.sections[number]
        for holder in sorted(set(holders) - {owner})[:1]:
            taken = sections.revoke(Section.objects.get(pk=number), self.key(holder))
            assert taken or not self.holds(
                holder, number
            )  # one that expired the night may have ended
            del holders[holder]

    @rule(night=st.booleans())
    def pass_a_day(self, night):
        self.day += 1
        self.travel(BEGINNING + datetime.timedelta(self.day))
        if night:
            sections.expire.run()

    @rule(org=ORGS)
    def join(self, org):
        giver, new = self.members[org][0], self.person()
        organisations.admit(org, new.key, giver, by=giver.key.user)
        self.members[org].append(new)

    @rule(org=ORGS, data=st.data())
    def leave(self, org, data):
        if len(self.members[org]) > 1:
            gone = data.draw(st.sampled_from(self.members[org]))
            organisations.dismiss(org, gone.key.user, by=None)
            self.members[org].remove(gone)
            self.left.append((org, gone))

    @rule(org=ORGS, suite=st.sampled_from([primitives.CLASSIC, primitives.HYBRID]))
    def rotate(self, org, suite):
        organisations.rotate(
            org, self.members[org][0], by=self.members[org][0].key.user, suite=suite
        )
        if org == "ORG:A":
            self.entrust(org)

    @rule(first=st.integers(0, 1))
    def recover(self, first):
        new = self.person()
        asked = recovery.ask(self.key("ORG:A"), new.key, by=new.key.user)
        one, two = self.officers[first], self.officers[2]
        recovery.open_first(asked, two.key, one, by=one.key.user)
        for wrong in (one, self.officers[1 - first], new):
            with pytest.raises(recovery.NotAnOfficerError):
                recovery.open_second(asked, wrong, by=wrong.key.user)
        recovery.open_second(asked, two, by=two.key.user)
        self.members["ORG:A"].append(new)

    @precondition(lambda self: self.sections)
    @rule(data=st.data())
    def rekey(self, data):
        number = self.some(data)
        owner = self.sections[number][0]
        sections.rekey(Section.objects.get(pk=number), self.key(owner), self.secret(owner))

    @precondition(lambda self: self.sections)
    @rule(data=st.data())
    def erase(self, data):
        number = self.some(data)
        sections.erase(Section.objects.get(pk=number))
        del self.sections[number]

    @precondition(lambda self: len(self.sections) > 1)
    @rule(data=st.data())
    def swapped_texts_do_not_open(self, data):
        one, two = (Section.objects.get(pk=n) for n in sorted(self.sections)[:2])
        mine, theirs = bytes(one.sealed), bytes(two.sealed)
        Section.objects.filter(pk=one.pk).update(sealed=theirs)
        for org in ORGANISATIONS:
            if self.holds(org, one.pk):
                with pytest.raises(primitives.DoesNotOpenError):
                    sections.read(one, self.key(org), self.secret(org), by=None, purpose="prueba")
        Section.objects.filter(pk=one.pk).update(sealed=mine)

    @invariant()
    def keys_open_what_grants_say(self):
        for number, (_owner, text, _holders) in self.sections.items():
            section = Section.objects.get(pk=number)
            for org in ORGANISATIONS:
                self.opens(section, org, text if self.holds(org, number) else None)
        for org, gone in self.left:
            assert not gone.key.held.filter(key__owner=org).exists()
            with pytest.raises(organisations.NotHeldError):
                organisations.secret_of(self.key(org), gone)

    def opens(self, section, org, text):
        who = self.members[org][-1]
        if text is None:
            with pytest.raises(sections.NoGrantError):
                sections.read(
                    section, self.key(org), self.secret(org, who), by=None, purpose="prueba"
                )
        else:
            read = sections.read(
                section, self.key(org), self.secret(org, who), by=None, purpose="prueba"
            )
            assert read == text

    @invariant()
    def wraps_are_the_active_grants(self):
        wrapped = set(
            Wrap.objects.filter(sections.active_wrap()).values_list(
                "grant__section", "grant__holder"
            )
        )
        said = {
            (n, self.key(org).pk)
            for n in self.sections
            for org in ORGANISATIONS
            if self.holds(org, n)
        }
        assert wrapped == said
        assert set(Grant.objects.filter(sections.active()).values_list("section", "holder")) == said
        assert sections.out_of_step() == 0
        assert not Recovery.objects.exclude(half=None).exists()
        assert not Key.objects.exclude(retired_on=None).filter(
            kind="organisation", members__isnull=False
        )


@pytest.mark.django_db
def test_row_5_wraps_are_exactly_the_active_grants(monkeypatch, time_machine):
    monkeypatch.setattr(locks, "PASSES", 1)  # the slow stretching has its own tests
    monkeypatch.setattr(locks, "KIB", 8)
    monkeypatch.setattr(Machine, "travel", staticmethod(time_machine.move_to))
    run_state_machine_as_test(
        Machine, settings=settings(max_examples=10, stateful_step_count=30, deadline=None,
                                   suppress_health_check=list(HealthCheck)))  # fmt: skip
