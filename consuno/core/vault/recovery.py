"""Two of three officers give back what an organisation lost; one alone opens nothing.

Nested sealing in place of a root key: for each pair of officers, in either order, the secret sealed to one inside
what is sealed to the other. The first takes the outer layer off; what is left opens for the second only.
"""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from itertools import permutations

from django.db import transaction

from consuno.core import audit, clock, jobs, primitives, traces
from consuno.core.models import Key, Recovery, RecoveryShare, User
from consuno.core.primitives import Secret
from consuno.core.vault import organisations, trust
from consuno.core.vault.locks import Opened, bound

#: How many officers an organisation names, and how long the second has after somebody asked.
OFFICERS = 3
PATIENCE = datetime.timedelta(hours=72)


class NotAnOfficerError(Exception):
    """No share of this key is sealed to this person, or they have given their part already."""


def _layer(key: Key, outer: Key, inner: Key, depth: str) -> bytes:
    return bound("recovery", key.owner, key.version, key.pk, outer.pk, inner.pk, depth)


@transaction.atomic
def entrust(key: Key, officers: Sequence[Key], opened: Opened, *, by: User) -> None:
    """Seal an organisation's secret to each pair of its three officers. Raises NotHeldError, ValueError."""
    if len({each.user_id for each in officers}) != OFFICERS:
        raise ValueError(OFFICERS)
    share(key, organisations.secret_of(key, opened), officers)
    audit.record("recovery_entrusted", key, by=by, on_behalf_of=key.owner)


def share(key: Key, secret: Secret, officers: Sequence[Key]) -> None:
    """The blobs of a key, one for each order of two officers; those that it had are gone."""
    RecoveryShare.objects.filter(key=key).delete()
    traces.leave()
    for outer, inner in permutations(officers, 2):
        within = primitives.seal_to(
            inner.public, secret.to_bytes(), _layer(key, outer, inner, "inner")
        )
        around = primitives.seal_to(outer.public, within, _layer(key, outer, inner, "outer"))
        vouch = primitives.sign(secret, trust.vouch(key, "parts", outer, inner))
        RecoveryShare.objects.create(key=key, outer=outer, inner=inner, sealed=around, vouch=vouch)


def vouched_officers(key: Key, secret: Secret) -> list[Key]:
    """Of those who hold parts of a key, the ones whose public keys are those it was entrusted to."""
    shares = key.shares.select_related("outer__user", "inner__user").order_by("pk")
    good = [
        share for share in shares
        if primitives.is_signed(
            secret.public.checking, bytes(share.vouch), trust.vouch(key, "parts", share.outer, share.inner)
        )
    ]  # fmt: skip
    return list(dict.fromkeys(each for share in good for each in (share.outer, share.inner)))


def officers(key: Key) -> list[Key]:
    """Who holds parts of a key, in the order in which it was shared."""
    shares = key.shares.select_related("outer__user", "inner__user").order_by("pk")
    return list(dict.fromkeys(each for share in shares for each in (share.outer, share.inner)))


@transaction.atomic
def ask(key: Key, member: Key, *, by: User) -> Recovery:
    """Ask for a key on behalf of a member; asking again while it lasts is the same request."""
    close_old.run()
    made, _new = Recovery.objects.get_or_create(key=key, member=member, ended_at=None)
    audit.record("recovery_asked", key, by=by, on_behalf_of=key.owner, member=member.pk)
    return made


@transaction.atomic
def open_first(recovery: Recovery, second: Key, opened: Opened, *, by: User) -> None:
    """The first officer takes the outer layer off, for the one who is to be second.

    Raises NotAnOfficerError, DoesNotOpenError.
    """
    recovery = _going_on(recovery)
    shares = {each.inner_id: each for each in recovery.key.shares.filter(outer=opened.key)}
    found = shares.get(second.pk)
    if found is None or recovery.half is not None:
        raise NotAnOfficerError
    layer = _layer(recovery.key, opened.key, second, "outer")
    recovery.half = primitives.open_with(opened.secret, bytes(found.sealed), layer)
    recovery.first, recovery.second = opened.key, second
    recovery.save(update_fields=["half", "first", "second"])
    audit.record("recovery_begun", recovery.key, by=by, on_behalf_of=recovery.key.owner)


@transaction.atomic
def open_second(recovery: Recovery, opened: Opened, *, by: User) -> None:
    """The second officer opens what is left, and the member holds the key. Raises as `open_first`."""
    recovery = _going_on(recovery)
    if recovery.half is None or recovery.first is None or recovery.second != opened.key:
        raise NotAnOfficerError
    layer = _layer(recovery.key, recovery.first, opened.key, "inner")
    raw = primitives.open_with(opened.secret, bytes(recovery.half), layer)
    organisations.hand(recovery.key, Secret.from_bytes(raw), recovery.member)
    recovery.half, recovery.ended_at = None, clock.now()
    recovery.save(update_fields=["half", "ended_at"])
    audit.record("recovery_done", recovery.key, by=by, on_behalf_of=recovery.key.owner)


def _going_on(recovery: Recovery) -> Recovery:
    found = (
        Recovery.objects.select_for_update(of=("self",))
        .filter(pk=recovery.pk, ended_at=None, asked_at__gt=clock.now() - PATIENCE)
        .select_related("key", "member", "first", "second")
        .first()
    )
    if found is None:
        raise NotAnOfficerError
    return found


@jobs.job(cron="37 * * * *")
def close_old() -> None:
    """End what the second officer left waiting; what the first had opened is gone with it."""
    old = Recovery.objects.filter(ended_at=None, asked_at__lte=clock.now() - PATIENCE)
    old.update(ended_at=clock.now(), half=None)
