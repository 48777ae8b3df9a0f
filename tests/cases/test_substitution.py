"""Somebody who can write to the database puts a key of theirs in a shelter's place: nothing is sealed to it."""

import datetime
from types import SimpleNamespace

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from consuno.cases import actions
from consuno.cases.policies.complaints import receiving
from consuno.core import clock, memo, primitives
from consuno.core.models import Endorsement, Key, Notice, User
from consuno.core.notices import lines
from consuno.core.policy import Denied
from consuno.core.vault import locks, organisations, pins, receipts, sections, trust
from consuno.directory import letters
from consuno.directory.actions import watching
from consuno.directory.actions.watching import watch_keys
from consuno.directory.models import Body, Membership, Role
from tests.cases.conftest import SHELTER


def offered():

    memo.forget()  # nobody acted: rows were changed by hand
    return SHELTER in {body.code for body, _key in receiving("GT")}


@pytest.fixture
def real(vaults):
    assert offered()
    return Key.objects.get(owner=SHELTER, retired_on=None)


@pytest.fixture
def thief(real):
    """An invented officer, keeper and what not: rows are theirs to write, and they know their own secret."""
    found = {}
    for role, code in (("officer", "ST-CRM"), ("officer", "ST-RROCM"), ("keeper", SHELTER)):
        user = User.objects.create_user(
            f"ladron-{role}-{code}@example.org".lower(), name="Inventado"
        )
        Membership.objects.create(
            user=user,
            body=Body.objects.get(code=code),
            role=Role(role),
            starts=datetime.date(2020, 1, 1),
        )
        found["officer" if role == "keeper" else code] = locks.begin(user, "x")
    return found


def put(real, *, signers, version=2):
    """Their own key in the shelter's place, signed by these signers."""
    secret = primitives.new_secret()
    Key.objects.filter(pk=real.pk).update(retired_on=clock.today())
    made = Key.objects.create(
        kind="organisation", owner=SHELTER, version=version, sealing=secret.public.sealing,
        checking=secret.public.checking,
    )  # fmt: skip
    for standing, opened in signers.items():
        trust.sign(made, standing, opened.key, opened.secret)
    return made, secret


def test_signed_by_invented_officers_it_is_offered_to_nobody(real, thief):
    put(real, signers=thief)
    assert not offered()


def test_their_own_signature_as_the_version_before_is_worth_nothing(real, thief):
    made, secret = put(real, signers=thief)
    trust.sign(made, Endorsement.Standing.BEFORE, real, secret)
    assert not offered()
    trust.sign(made, Endorsement.Standing.BEFORE, made, secret)
    assert not offered()


def test_a_row_changed_where_it_stands_is_offered_to_nobody(real):
    stolen = primitives.new_secret().public
    Key.objects.filter(pk=real.pk).update(sealing=stolen.sealing)
    assert not offered()


def test_a_pinned_officers_row_with_another_key_signs_nothing(real, thief):
    """Their signer takes the place of Ana's row; the pin is of her key, not of her name or number."""
    put(real, signers=thief)
    for standing in trust.PINNED:
        pinned = next(pin for pin in pins.all_pins() if pin.standing == standing)
        ana = Key.objects.get(checking=bytes.fromhex(pinned.checking))
        Key.objects.filter(pk=ana.pk).update(checking=bytes(thief[standing].key.checking))
        Endorsement.objects.filter(key__owner=SHELTER, standing=standing).update(signer=ana)
    assert not offered()


def test_signatures_of_another_organisation_do_not_serve(real, thief):
    made, _secret = put(real, signers={"officer": thief["officer"]})
    for each in Endorsement.objects.filter(key=real, standing__in=trust.PINNED):
        each.pk, each.key = None, made
        each.save()
    assert trust.lacking(made) == list(trust.PINNED)
    assert not offered()


def test_one_person_does_not_sign_for_both_secretariats(real):
    """Even one who was an officer of both, and pinned for both."""
    crm = next(pin for pin in pins.all_pins() if pin.standing == "ST-CRM")
    ana = Key.objects.get(checking=bytes.fromhex(crm.checking))
    Membership.objects.create(
        user=ana.user,
        body=Body.objects.get(code="ST-RROCM"),
        role=Role.OFFICER,
        starts=datetime.date(2020, 1, 1),
    )
    secret = locks.unlock(ana.user, "x").secret
    pins._write([*pins.all_pins(), pins.Pin("ST-RROCM", "Ana", "", crm.checking, crm.since)])
    trust.sign(real, "ST-RROCM", ana, secret)
    assert trust.lacking(real) == [Endorsement.Standing.RROCM]


def test_a_pin_counts_for_its_own_secretariat(real, thief):
    """Beto's key is pinned for the RROCM's; a row that makes him an officer of the CRM's too adds nothing."""
    rrocm = next(pin for pin in pins.all_pins() if pin.standing == "ST-RROCM")
    beto = Key.objects.get(checking=bytes.fromhex(rrocm.checking))
    Membership.objects.create(
        user=beto.user,
        body=Body.objects.get(code="ST-CRM"),
        role=Role.OFFICER,
        starts=datetime.date(2020, 1, 1),
    )
    Endorsement.objects.filter(key=real, standing="ST-RROCM").delete()
    trust.sign(real, "ST-CRM", beto, locks.unlock(beto.user, "x").secret)
    assert trust.lacking(real) == list(trust.PINNED)


@pytest.mark.parametrize("change", ["pin", "never", "post"])
def test_a_signature_counts_from_who_held_the_post_that_day(real, change, time_machine):
    crm = next(pin for pin in pins.all_pins() if pin.standing == "ST-CRM")
    ana = Key.objects.get(checking=bytes.fromhex(crm.checking))
    time_machine.shift(datetime.timedelta(days=3))
    if change == "pin":
        pins.end(crm.fingerprint)
        assert offered(), "what was signed before goes on counting"
        time_machine.shift(datetime.timedelta(days=2))
        trust.sign(real, "ST-CRM", ana, locks.unlock(ana.user, "x").secret)
    elif change == "never":
        pins.end(crm.fingerprint, as_if_never=True)
    else:
        Membership.objects.filter(user=ana.user).update(
            ends=clock.today() - datetime.timedelta(days=4)
        )
    assert not offered()


def test_without_the_file_of_pins_nobody_is_offered(real, settings):
    pins.path().unlink()
    assert not offered()


def test_one_who_chose_before_the_swap_seals_nothing_to_it(real, thief):
    receipt = receipts.new()
    actions.begin_complaint(country="GT", codes=[SHELTER], by=receipt)
    actions.save_draft(
        narrative={"category": "labour", "what": "x", "person": "other"}, identity={}, by=receipt
    )
    put(real, signers=thief)
    with pytest.raises(Denied):
        actions.send_complaint(by=receipt)
    assert not sections.Wrap.objects.filter(grant__holder__owner=SHELTER).exists()


def test_with_the_list_still_in_memory_nothing_is_sealed_either(real, thief):
    """A process that remembers who receives looks at the key again when it seals."""
    assert receiving("GT")
    put(real, signers=thief)
    with pytest.raises(trust.UntrustedKeyError):
        sections.seal("", "narrative", b"x", [real], purpose="complaint")


@pytest.fixture
def told(vaults):
    """A report that the shelter has, and its receipt."""
    receipt = receipts.new()
    actions.begin_complaint(country="GT", codes=[SHELTER], by=receipt)
    words = {"category": "labour", "what": "x", "person": "other"}
    actions.save_draft(narrative=words, identity={}, by=receipt)
    return actions.send_complaint(by=receipt), receipt


def test_an_answer_goes_to_no_key_put_in_the_reporters_row(told, vaults, cast, caplog):
    complaint, receipt = told
    thief = primitives.new_secret().public
    Key.objects.filter(pk=complaint.reporter_id).update(sealing=thief.sealing)
    before = sections.Wrap.objects.count()
    with pytest.raises(sections.HolderChangedError):
        actions.reply(
            recipient=complaint.recipients.get(), text="¿Dónde está?", asks=True,
            opened=vaults[SHELTER], by=cast["gloria"],
        )  # fmt: skip
    with pytest.raises(sections.HolderChangedError):
        actions.add_message(text="Estoy en…", by=receipt)
    assert sections.Wrap.objects.count() == before
    assert "is not who it was given to" in caplog.text


def test_a_draft_whose_reporters_row_was_changed_goes_no_further(vaults):
    receipt = receipts.new()
    actions.begin_complaint(country="GT", codes=[SHELTER], by=receipt)
    Key.objects.filter(kind="reporter").update(checking=primitives.new_secret().public.checking)
    with pytest.raises(sections.HolderChangedError):
        actions.save_draft(narrative={"what": "x"}, identity={}, by=receipt)


def test_a_reader_put_in_by_a_row_reads_nothing_that_comes_after(told, vaults, cast):
    """A grant that nobody gave, to a key that anybody may have; even with a wrap made by whoever wrote it."""
    complaint, receipt = told
    public = primitives.new_secret().public
    mine = Key.objects.create(kind="reporter", sealing=public.sealing, checking=public.checking)
    grant = sections.Grant.objects.create(
        section=complaint.narrative, holder=mine, purpose="complaint"
    )
    for wrapped in (False, True):
        if wrapped:
            forged = sections._wrap(grant, primitives.new_key())
            forged.save()
        with pytest.raises(sections.HolderChangedError):
            actions.add_message(text="Estoy en…", by=receipt)
        with pytest.raises(sections.HolderChangedError):
            actions.reply(
                recipient=complaint.recipients.get(), text="¿Dónde está?", asks=True,
                opened=vaults[SHELTER], by=cast["gloria"],
            )  # fmt: skip
    assert not complaint.messages.exists()


def notices_of(kind):
    return {each.user.email for each in Notice.objects.filter(kind=kind).select_related("user")}


def test_each_keeper_and_both_secretariats_are_told(real, thief, cast, caplog, monkeypatch):
    posted = []
    monkeypatch.setattr(letters, "key_alarm", SimpleNamespace(post=posted.append))
    monkeypatch.setattr(watching.mail, "configured", lambda: True)
    watch_keys.run()  # as it stood the last time, in a file that no row changes
    Notice.objects.all().delete()
    watch_keys.run()
    assert not Notice.objects.exists(), "nothing changed"
    put(real, signers=thief)
    watch_keys.run()
    keeper = "resguarda-demo-alb-gt@example.org"
    assert {keeper, cast["ana"].email, cast["beto"].email} <= notices_of("directory.key_changed")
    assert cast["gloria"].email not in notices_of("directory.key_changed")
    assert keeper in {each.email for each in posted}
    assert "not signed by those who must" in caplog.text
    told = Notice.objects.filter(user=cast["beto"])
    ((_notice, line),) = lines(told, cast["beto"])
    assert "ALERTA" in str(line.text)
    watch_keys.run()
    assert Notice.objects.filter(user=cast["beto"]).count() == 1, "once"


def test_a_key_taken_from_the_table_is_in_the_log(real, caplog):
    watch_keys.run()
    Endorsement.objects.filter(key=real).delete()
    Key.objects.filter(pk=real.pk).update(retired_on=clock.today())
    watch_keys.run()
    assert "is gone from the table: DEMO:ALB-GT" in caplog.text


def test_a_change_by_its_own_people_is_told_too(real, vaults, cast):
    watch_keys.run()
    Notice.objects.all().delete()
    rotated = organisations.rotate(SHELTER, vaults[SHELTER], by=cast["gloria"])
    assert trust.trusted(rotated)
    watch_keys.run()
    assert {cast["ana"].email, "resguarda-demo-alb-gt@example.org"} <= notices_of(
        "directory.key_changed"
    )
    ((_notice, line),) = lines(Notice.objects.filter(user=cast["ana"]), cast["ana"])
    assert "ALERTA" not in str(line.text)


@pytest.mark.parametrize("how", ["row", "version", "signed"])
def test_audit_verify_and_the_checklist_say_it(real, thief, how, capsys):
    call_command("audit_verify")
    if how == "row":
        Key.objects.filter(pk=real.pk).update(sealing=primitives.new_secret().public.sealing)
    elif how == "version":
        put(real, signers={})
    else:
        put(real, signers=thief)
    with pytest.raises(CommandError, match=SHELTER):
        call_command("audit_verify")
    with pytest.raises(SystemExit):
        call_command("checklist")
    assert "Claves de las organizaciones: MAL" in capsys.readouterr().out


def test_an_older_key_put_back_in_use_is_said(real, vaults, cast):
    new = organisations.rotate(SHELTER, vaults[SHELTER], by=cast["gloria"])
    assert trust.faults() == []
    Key.objects.filter(pk=new.pk).update(retired_on=clock.today())
    Key.objects.filter(pk=real.pk).update(retired_on=None)
    assert any("última" in each for each in trust.faults())
