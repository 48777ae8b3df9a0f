"""Vaults and keys of organisations: who may is in the policies, how in core.vault."""

from __future__ import annotations

from django.db import transaction

from consuno.core import audit, jobs
from consuno.core.models import Endorsement, Key, MemberWrap, Recovery, User
from consuno.core.policy import Denied, allowed
from consuno.core.vault import locks, organisations, recovery, sections, trust
from consuno.core.vault.locks import Opened
from consuno.directory import notices, policies
from consuno.directory.actions.watching import watch_keys
from consuno.directory.models import Body, Membership
from consuno.directory.queries.keys import officers_of
from consuno.directory.standing import CARE, SECRETARIATS


@transaction.atomic
def begin_vault(*, passphrase: str, by: User) -> Opened:
    """Give a person a vault, or another where the passphrase of the first is lost."""
    policies.may_have_vault(by)
    return locks.begin(by, passphrase)


def change_passphrase(*, old: str, new: str, by: User) -> Opened:
    """Put the same vault under other words. Raises WrongPassphraseError, BusyError."""
    policies.may_have_vault(by)
    return locks.change(by, old, new)


@transaction.atomic
def renew_due(*, opened: Opened, by: User) -> int:
    """Give another key to what is flagged in one's organisations: done whenever a vault is opened.

    First to the organisation itself, where somebody who held its key works there no more.
    """
    held = MemberWrap.objects.filter(member=opened.key, key__rotation_due=True)
    for wrap in held.select_related("key"):
        body = Body.objects.get(code=wrap.key.owner)
        if allowed(policies.may_use_key, by, body):
            _rotate(body, opened, by)
    done = 0
    for wrap in MemberWrap.objects.filter(member=opened.key, key__retired_on=None).select_related(
        "key"
    ):
        secret = organisations.secret_of(wrap.key, opened)
        done += sections.rekey_due(wrap.key, secret, owner=wrap.key.owner)
    return done


@transaction.atomic
def found_keys(*, body: Body, opened: Opened, by: User) -> Key:
    """Make the organisation's first key, and give it in parts to its three keepers."""
    policies.may_found(by, body)
    key = organisations.found(body.code, opened, by=by)
    recovery.entrust(key, policies.must_have_keepers(body), opened, by=by)
    notices.key_to_sign.tell([each.user for each in policies.keepers(body)], about=key)
    return key


@transaction.atomic
def entrust_keys(*, body: Body, opened: Opened, by: User) -> None:
    """Give the key in parts to the keepers of today, in the place of those of before."""
    policies.may_rotate(by, body)
    key = organisations.current(body.code)
    assert key is not None  # noqa: S101 (the policy has just said so)
    recovery.entrust(key, policies.must_have_keepers(body), opened, by=by)


@transaction.atomic
def give_key(*, body: Body, to: User, opened: Opened, by: User) -> None:
    """Let a colleague who works with people there open what the organisation may open."""
    policies.may_give_key(by, body, to)
    member = policies.must_have_vault(to)
    organisations.admit(body.code, member, opened, by=by)


@transaction.atomic
def rotate_keys(*, body: Body, opened: Opened, by: User, suite: int | None = None) -> Key:
    """The next version of the organisation's key, of the same suite or another, with its parts for the keepers."""
    policies.may_rotate(by, body)
    return _rotate(body, opened, by, suite)


def _rotate(body: Body, opened: Opened, by: User, suite: int | None = None) -> Key:
    """Parts go to the keepers who had one and keep it still; to another, after their fingerprint was compared."""
    old = organisations.current(body.code)
    assert old is not None  # noqa: S101 (the policy has just said so)
    known = recovery.vouched_officers(old, organisations.secret_of(old, opened))
    key = organisations.rotate(body.code, opened, by=by, suite=suite)
    people = policies.keepers(body)
    today = {each.user_id for each in people}
    still = [each for each in known if each.user_id in today and each.retired_on is None]
    if len(still) > 1:
        recovery.share(key, organisations.secret_of(key, opened), still)
        audit.record("recovery_entrusted", key, by=by, on_behalf_of=body)
    told = {each.user for each in people} | set(officers_of(*SECRETARIATS))
    notices.key_to_sign.tell(told, about=key)
    watch_keys.later()
    return key


@transaction.atomic
def endorse_key(*, key: Key, opened: Opened, by: User) -> Endorsement:
    """Sign that a key is the organisation's."""
    policies.may_endorse(by, key)
    standing = policies.standing_to_endorse(by, key)
    behalf = key.owner if standing == Endorsement.Standing.OFFICER else str(standing)
    made = trust.endorse(key, standing, opened, by=by, on_behalf_of=behalf)
    if standing == Endorsement.Standing.OFFICER:
        notices.key_to_sign.tell(officers_of(*SECRETARIATS), about=key)
    return made


@transaction.atomic
def ask_recovery(*, body: Body, by: User) -> Recovery:
    """Ask the keepers for the organisation's key; all who hold it or keep it are told."""
    policies.may_ask_recovery(by, body)
    key = organisations.current(body.code)
    assert key is not None  # noqa: S101 (the policy has just said so)
    made = recovery.ask(key, policies.must_have_vault(by), by=by)
    people = [each.user for each in policies.keepers(body)]
    holders = MemberWrap.objects.filter(key=key).select_related("member__user")
    notices.key_asked.tell(
        [*people, *(each.member.user for each in holders if each.member.user)], about=made
    )
    return made


@transaction.atomic
def give_part(
    *, recovery_asked: Recovery, opened: Opened, by: User, second: Key | None = None
) -> bool:
    """Give one's part: the first for the second named, the second to the member. True: it is whole.

    Raises Denied where this person keeps no part of it, or gave theirs.
    """
    body = Body.objects.get(code=recovery_asked.key.owner)
    policies.may_recover(by, body)
    policies.must_be_anothers(by, recovery_asked)
    try:
        if second is None:
            recovery.open_second(recovery_asked, opened, by=by)
        else:
            recovery.open_first(recovery_asked, second, opened, by=by)
    except recovery.NotAnOfficerError as error:
        raise Denied(policies.NO_PART) from error
    if second is not None and second.user is not None:
        notices.key_asked.tell([second.user], about=recovery_asked, half=1)
    return second is None


@jobs.job(cron="11 0 * * *")
def take_keys_back() -> None:
    """Whoever works with people for an organisation no more holds its key no more."""
    held = MemberWrap.objects.filter(key__retired_on=None).select_related("key", "member__user")
    today = Membership.objects.current().filter(role__in=CARE, user__is_active=True)
    staff = set(today.values_list("body__code", "user"))
    for each in held:
        if (each.key.owner, each.member.user_id) not in staff and each.member.user:
            organisations.dismiss(each.key.owner, each.member.user, by=None)


def take_key(*, membership: Membership, by: User) -> bool:
    """Take the key from somebody whose work with people there ends now, with the act that ends it."""
    still = Membership.objects.current().filter(
        user=membership.user, body=membership.body, role__in=CARE
    )
    if membership.role not in CARE or still.exclude(pk=membership.pk).exists():
        return False
    return organisations.dismiss(membership.body.code, membership.user, by=by)
