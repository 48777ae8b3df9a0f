"""What is sealed for some is closed to all others, from the very moment it should be."""

import datetime

import pytest

from consuno.core import primitives
from consuno.core.models import AuditEntry, Endorsement, Key, Section, User, Wrap
from consuno.core.vault import locks, organisations, recovery, sections, trust
from tests.signing import sign

TEXT = b"Una historia inventada"


@pytest.fixture
def cheap(monkeypatch):
    monkeypatch.setattr(locks, "PASSES", 1)
    monkeypatch.setattr(locks, "KIB", 8)


def someone(name):
    return locks.begin(User.objects.create_user(f"{name}@example.org", name="Inventada"), "x")


@pytest.fixture
def orgs(db, cheap):
    """Two organisations with a founder each: code -> (founder, key, secret)."""
    made = {}
    for code in ("ORG:A", "ORG:B"):
        who = someone(code[-1].lower())
        key = organisations.found(code, who, by=who.key.user)
        sign(key)
        made[code] = who, key, organisations.secret_of(key, who)
    return made


@pytest.fixture
def section(orgs):
    return sections.seal("ORG:A", "identity", TEXT, [orgs["ORG:A"][1]], purpose="own")


def read(section, org, by=None):
    _who, key, secret = org
    return sections.read(section, key, secret, by=by, purpose="prueba")


def share(section, orgs, **more):
    _who, key, secret = orgs["ORG:A"]
    return sections.grant(section, key, secret, to=orgs["ORG:B"][1], purpose="protection", **more)


def test_a_share_that_ended_this_night_opens_nothing_before_any_job_runs(
    section, orgs, time_machine
):
    share(section, orgs, expires=datetime.date(2026, 11, 26))
    time_machine.move_to("2026-11-26 23:00Z")
    assert read(section, orgs["ORG:B"]) == TEXT
    time_machine.move_to("2026-11-27 12:00Z")
    with pytest.raises(sections.NoGrantError):
        read(section, orgs["ORG:B"])
    sections.expire.run()
    assert Wrap.objects.count() == 1
    section.refresh_from_db()
    assert section.rekey_due


def test_a_wrap_put_under_another_share_does_not_open(section, orgs):
    other = sections.seal("ORG:A", "identity", b"otra", [orgs["ORG:A"][1]], purpose="own")
    share(section, orgs)
    share(other, orgs)
    one, two = Wrap.objects.filter(grant__holder=orgs["ORG:B"][1]).order_by("pk")
    Wrap.objects.filter(pk=one.pk).update(sealed=two.sealed)
    with pytest.raises(primitives.DoesNotOpenError):
        read(section, orgs["ORG:B"])


def test_row_45_every_opening_is_written_down_with_its_purpose_and_never_its_content(section, orgs):
    who = orgs["ORG:A"][0].key.user
    read(section, orgs["ORG:A"], by=who)
    entry = AuditEntry.objects.get(verb="section_opened")
    assert (entry.by, entry.on_behalf_of, entry.about) == (who, "ORG:A", f"section:{section.pk}")
    assert entry.detail == {"purpose": "prueba", "kind": "identity"}


def test_what_does_not_open_is_not_written_down_as_opened(section, orgs):
    with pytest.raises(sections.NoGrantError):
        read(section, orgs["ORG:B"], by=orgs["ORG:B"][0].key.user)
    assert not AuditEntry.objects.filter(verb="section_opened").exists()


def test_another_text_is_for_the_same_holders(section, orgs):
    share(section, orgs)
    _who, key, secret = orgs["ORG:B"]
    sections.write(section, key, secret, b"corregida")
    assert read(section, orgs["ORG:A"]) == b"corregida"


def test_row_9_an_old_key_and_an_old_copy_of_the_wraps_open_nothing_after_a_leaver(section, orgs):
    """ASVS 11.2.2: whoever left with the secret, and kept yesterday's wraps, reads nothing of today."""
    who, old, secret = orgs["ORG:A"]
    kept = bytes(Wrap.objects.get().sealed)
    new = organisations.rotate("ORG:A", who, by=who.key.user, suite=primitives.HYBRID)
    fresh = organisations.secret_of(new, who)
    section.refresh_from_db()
    assert (section.rekey_due, section.version) == (False, 2)
    Wrap.objects.update(sealed=kept)
    for key, tried in ((old, secret), (new, secret), (new, fresh)):
        with pytest.raises((sections.NoGrantError, primitives.DoesNotOpenError)):
            read(section, (who, key, tried))


def test_erased_nothing_is_left(section, orgs):
    share(section, orgs)
    sections.erase(section)
    assert not Section.objects.exists()
    assert not Wrap.objects.exists()


def test_a_new_version_is_trusted_through_the_one_before_it(orgs):
    who, key, _secret = orgs["ORG:A"]
    assert trust.lacking(key) == []
    new = organisations.rotate("ORG:A", who, by=who.key.user)
    assert trust.lacking(new) == list(trust.NEEDED), "they are asked to sign it too"
    assert trust.trusted(new), "and it receives meanwhile"
    third = organisations.rotate("ORG:A", who, by=who.key.user)
    assert trust.trusted(third)
    Endorsement.objects.filter(key=new, standing="before").update(signature=bytes(64))
    assert not trust.trusted(third)


def test_a_key_put_in_the_place_of_another_loses_its_endorsements(orgs):
    _who, key, _secret = orgs["ORG:A"]
    key.sealing = orgs["ORG:B"][1].sealing
    key.save()
    assert trust.lacking(key) == list(trust.NEEDED)
    with pytest.raises(trust.UntrustedKeyError):
        sections.seal("ORG:A", "identity", TEXT, [key], purpose="own")


def test_the_next_key_of_a_section_goes_to_no_public_key_put_in_a_holders_row(
    section, orgs, caplog
):
    """Whoever reports has no signatures to look at: what vouches for their key is the section's own key."""
    public = primitives.new_secret().public
    mine = Key.objects.create(kind="reporter", sealing=public.sealing, checking=public.checking)
    _who, key, secret = orgs["ORG:A"]
    sections.grant(section, key, secret, to=mine, purpose="own")
    thief = primitives.new_secret()
    Key.objects.filter(pk=mine.pk).update(sealing=thief.public.sealing)
    Section.objects.update(rekey_due=True)
    before = bytes(Wrap.objects.get(grant__holder=mine).sealed)
    assert sections.rekey_due(key, secret, owner="ORG:A") == 0
    assert bytes(Wrap.objects.get(grant__holder=mine).sealed) == before
    assert "not who it was given to" in caplog.text
    with pytest.raises(sections.HolderChangedError):
        sections.rekey(section, key, secret)


def test_row_25_recovery_needs_two_officers_and_waits_three_days(orgs, time_machine):
    who, key, secret = orgs["ORG:A"]
    one, two, three, new = (someone(name) for name in ("uno", "dos", "tres", "nueva"))
    recovery.entrust(key, [one.key, two.key, three.key], who, by=who.key.user)
    assert recovery.officers(key) == [one.key, two.key, three.key]
    asked = recovery.ask(key, new.key, by=new.key.user)
    with pytest.raises(recovery.NotAnOfficerError):
        recovery.open_second(asked, two, by=two.key.user)
    recovery.open_first(asked, two.key, one, by=one.key.user)
    time_machine.move_to("2026-11-29 12:00Z")
    with pytest.raises(recovery.NotAnOfficerError):
        recovery.open_second(asked, two, by=two.key.user)
    recovery.close_old.run()
    asked.refresh_from_db()
    assert asked.half is None
    with pytest.raises(organisations.NotHeldError):
        organisations.secret_of(key, new)
    again = recovery.ask(key, new.key, by=new.key.user)
    recovery.open_first(again, three.key, two, by=two.key.user)
    recovery.open_second(again, three, by=three.key.user)
    assert organisations.secret_of(key, new) == secret


def test_three_officers_are_three_people(orgs):
    who, key, _secret = orgs["ORG:A"]
    one, two = someone("uno"), someone("dos")
    with pytest.raises(ValueError, match="3"):
        recovery.entrust(key, [one.key, two.key, two.key], who, by=who.key.user)


def test_each_night_an_alarm_where_grants_and_wraps_do_not_agree(section, caplog):
    sections.check.run()
    assert not caplog.records
    Wrap.objects.all().delete()
    sections.check.run()
    assert "1 grants and wraps do not agree" in caplog.text


def test_whoever_looked_a_key_up_before_it_changed_seals_to_the_new_one(section, orgs):
    _who, key, secret = orgs["ORG:A"]
    holder, old, _theirs = orgs["ORG:B"]
    new = organisations.rotate("ORG:B", holder, by=holder.key.user)
    fresh = organisations.secret_of(new, holder)
    sections.grant(section, key, secret, to=old, purpose="protection")
    sealed = sections.seal("ORG:A", "note", TEXT, [key, old], purpose="own")
    for each in (section, sealed):
        assert sections.read(each, new, fresh, by=None, purpose="prueba") == TEXT
