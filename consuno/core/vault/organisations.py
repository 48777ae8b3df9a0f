"""An organisation's keys: versions, members, endorsements. WHO may do this is said by the directory."""

from __future__ import annotations

import logging

from django.db import transaction

from consuno.core import audit, clock, primitives, traces
from consuno.core.locks import exclusively
from consuno.core.models import Endorsement, Grant, Key, MemberWrap, Section, User, Wrap
from consuno.core.primitives import Secret
from consuno.core.vault import sections, trust
from consuno.core.vault.locks import Opened, bound

logger = logging.getLogger("consuno.vault")


class NotHeldError(Exception):
    """This person does not hold the organisation's key."""


def current(owner: str) -> Key | None:
    """The organisation's key in use, if it has one."""
    return Key.objects.filter(kind=Key.Kind.ORGANISATION, owner=owner, retired_on=None).first()


def _versions(owner: str) -> list[Key]:
    return list(Key.objects.filter(kind=Key.Kind.ORGANISATION, owner=owner))


def _place(key: Key, member: Key) -> bytes:
    return bound("member", key.owner, key.version, key.pk, member.pk)


def secret_of(key: Key, opened: Opened) -> Secret:
    """The organisation's secret, for who holds it. Raises NotHeldError, DoesNotOpenError."""
    wrap = MemberWrap.objects.filter(key=key, member=opened.key).first()
    if wrap is None:
        raise NotHeldError
    raw = primitives.open_with(opened.secret, bytes(wrap.sealed), _place(key, opened.key))
    return Secret.from_bytes(raw)


def hand(key: Key, secret: Secret, member: Key) -> None:
    """Seal the organisation's secret to a member; a second time changes nothing."""
    sealed = primitives.seal_to(member.public, secret.to_bytes(), _place(key, member))
    vouch = primitives.sign(secret, trust.vouch(key, "member", member))
    MemberWrap.objects.get_or_create(
        key=key, member=member, defaults={"sealed": sealed, "vouch": vouch}
    )


def _create(owner: str, version: int, suite: int) -> tuple[Key, Secret]:
    secret = primitives.new_secret(suite)
    key = Key.objects.create(
        kind=Key.Kind.ORGANISATION, owner=owner, version=version, suite=suite,
        sealing=secret.public.sealing, checking=secret.public.checking,
    )  # fmt: skip
    return key, secret


@transaction.atomic
def found(owner: str, opened: Opened, *, by: User, suite: int = primitives.CLASSIC) -> Key:
    """Make the first key of an organisation; its founder holds it."""
    key, secret = _create(owner, 1, suite)
    hand(key, secret, opened.key)
    audit.record("key_founded", key, by=by, on_behalf_of=owner)
    return key


@transaction.atomic
def admit(owner: str, member: Key, opened: Opened, *, by: User) -> None:
    """Give a member every version that the giver holds. Raises NotHeldError."""
    held = [key for key in _versions(owner) if key.members.filter(member=opened.key).exists()]
    if not held:
        raise NotHeldError
    for key in held:
        hand(key, secret_of(key, opened), member)
    audit.record("key_given", held[0], by=by, on_behalf_of=owner, member=member.pk)


@transaction.atomic
def dismiss(owner: str, user: User, *, by: User | None) -> bool:
    """Take the organisation's secret from somebody. What they saw they saw: a new version is due."""
    gone, _each = MemberWrap.objects.filter(key__owner=owner, member__user=user).delete()
    if gone:
        traces.leave()
        Key.objects.filter(owner=owner, retired_on=None).update(rotation_due=True)
        audit.record("key_taken", current(owner) or _versions(owner)[0], by=by, on_behalf_of=owner)
    return bool(gone)


@transaction.atomic
def rotate(owner: str, opened: Opened, *, by: User, suite: int | None = None) -> Key:
    """Make the next version: members get it, every share moves to it, the old one opens nothing more.

    The version before signs it, so that whoever trusted that one may follow. Raises NotHeldError.
    """
    exclusively(f"vault_{owner}")
    old = current(owner)
    if old is None:
        raise NotHeldError
    secret = secret_of(old, opened)
    members = _vouched(old, secret)
    Key.objects.filter(pk=old.pk).update(retired_on=clock.today(), rotation_due=False)
    new, fresh = _create(owner, old.version + 1, suite or old.suite)
    for member in members:
        hand(new, fresh, member)
    _move(old, secret, new)
    # Nothing is sealed to it any more.
    old.members.all().delete()
    old.shares.all().delete()
    traces.leave()
    old.recoveries.filter(ended_at=None).update(ended_at=clock.now(), half=None)
    trust.sign(new, Endorsement.Standing.BEFORE, old, secret)
    # What the old key opened is flagged, the reporters' own parts too; ours gets another key now.
    Section.objects.filter(grants__holder=new, grants__ended_on=None).update(rekey_due=True)
    sections.rekey_due(new, fresh, owner=owner)
    audit.record("key_rotated", new, by=by, on_behalf_of=owner)
    return new


def _vouched(key: Key, secret: Secret) -> list[Key]:
    """The members whose public keys are those that were let in; one that is another is left out, with an alarm."""
    found = []
    for each in key.members.select_related("member"):
        said = trust.vouch(key, "member", each.member)
        if primitives.is_signed(secret.public.checking, bytes(each.vouch), said):
            found.append(each.member)
        else:
            logger.error(
                "vault: a member's key is not the one that was let in; it was not given the new one"
            )
    return found


def _move(old: Key, secret: Secret, new: Key) -> None:
    """Every active share of the organisation goes over to its new key."""
    # Sections before wraps, as everybody else takes them: two who wait for each other would wait in vain.
    held = Grant.objects.filter(sections.active(), holder=old).values("section")
    list(Section.objects.select_for_update().filter(pk__in=held).order_by("pk").values_list("pk"))
    wraps = Wrap.objects.filter(sections.active_wrap(), grant__holder=old)
    for wrap in wraps.select_related("grant__section", "grant__holder"):
        grant, key = wrap.grant, sections.unwrapped(wrap, secret)
        grant.holder = new
        Grant.objects.filter(pk=grant.pk).update(holder=new)
        Wrap.objects.filter(pk=wrap.pk).update(
            sealed=sections.wrapped(grant, key), vouch=sections.vouch(grant, key)
        )
