"""Whose key is whose: who signs that a public key is the organisation's, and when others may seal to it."""

from __future__ import annotations

import datetime

from django.db import models, transaction
from django.utils.translation import gettext as _

from consuno.core import audit, clock, primitives, registry
from consuno.core.models import AuditEntry, Endorsement, Key, User
from consuno.core.policy import Denied
from consuno.core.primitives import Secret
from consuno.core.vault import pins
from consuno.core.vault.locks import Opened, bound


class UntrustedKeyError(Denied):
    """The key in use of this organisation is not signed by whom it must be: nothing is sealed to it."""

    def __init__(self) -> None:
        super().__init__(
            _("La clave de una organización no está firmada por quienes deben: no se le puede confiar nada hasta "
              "que lo esté.")
        )  # fmt: skip


def statement(key: Key, standing: str, on: datetime.date) -> bytes:
    """What is signed of a key: whose it is, its version, its suite and all of it; as what, and on which day."""
    return bound(
        "endorsement", key.owner, key.version, key.suite, bytes(key.sealing).hex(),
        bytes(key.checking).hex(), str(standing), on.isoformat(),
    )  # fmt: skip


def vouch(key: Key, use: str, *people: Key) -> bytes:
    """What an organisation signs of people's public keys when it gives them its own, or a part of it.

    Its next version goes to them, and a row in which somebody put another key is not them.
    """
    publics = [
        part
        for each in people
        for part in (each.pk, bytes(each.sealing).hex(), bytes(each.checking).hex())
    ]
    return bound("vouch", key.owner, key.version, use, *publics)


def sign(key: Key, standing: str, signer: Key, secret: Secret) -> Endorsement:
    """A signature; one of this standing that does not count makes room for it."""
    key.endorsements.filter(standing=standing).delete()
    today = clock.today()
    return Endorsement.objects.create(
        key=key, standing=standing, signer=signer, on=today,
        signature=primitives.sign(secret, statement(key, standing, today)),
    )  # fmt: skip


@transaction.atomic
def endorse(key: Key, standing: str, opened: Opened, *, by: User, on_behalf_of: str) -> Endorsement:
    """Sign that a key is the organisation's, with one's own."""
    made = sign(key, standing, opened.key, opened.secret)
    audit.record("key_endorsed", key, by=by, on_behalf_of=on_behalf_of, standing=standing)
    return made


def is_valid(made: Endorsement) -> bool:
    """Whether the signature is the signer's, of this key as it is, and the signer could give it that day.

    A Secretariat's signers are those of its pins; everybody else held the post (`registry.held_post`); the version
    before is the one before.
    """
    key, signer, standing = made.key, made.signer, made.standing
    if standing == Endorsement.Standing.BEFORE:
        may = (signer.kind, signer.owner, signer.version) == (key.kind, key.owner, key.version - 1)
    else:
        may = signer.user is not None and registry.held_post(
            signer.user, str(standing), key.owner, made.on
        )
        if standing in PINNED:
            may = may and pins.counts(signer, str(standing), made.on)
    signed = statement(key, str(standing), made.on)
    return may and primitives.is_signed(bytes(signer.checking), bytes(made.signature), signed)


#: Whose signers are pinned.
PINNED = (Endorsement.Standing.CRM, Endorsement.Standing.RROCM)
#: Who must have signed before anybody seals to a key.
NEEDED = (
    Endorsement.Standing.OFFICER, Endorsement.Standing.CRM, Endorsement.Standing.RROCM,
)  # fmt: skip


def signatures(key: Key) -> list[Endorsement]:
    """A key's signatures with their signers; no query where they were fetched with it."""
    if "endorsements" in getattr(key, "_prefetched_objects_cache", {}):
        return list(key.endorsements.all())
    return list(key.endorsements.select_related("signer__user", "key"))


def all_current(*also: str) -> list[Key]:
    """Every organisation's key in use, its chain of signatures at hand: a few queries, however many there are.

    `also` names what else to fetch of each signer's person.
    """
    people = [f"endorsements__signer__user__{each}" for each in also]
    found = Key.objects.filter(kind=Key.Kind.ORGANISATION)
    keys = found.prefetch_related("endorsements__signer__user", *people)
    known = {key.pk: key for key in keys}
    for key in known.values():
        for each in key.endorsements.all():
            each.key, each.signer = key, known.get(each.signer_id, each.signer)
    return [key for key in known.values() if key.retired_on is None]


def lacking(key: Key) -> list[Endorsement.Standing]:
    """Whose valid signature a key still lacks: the organisation's and both Secretariats', each by another signer.

    Until they have signed a later version, it stands by the one before (`trusted`).
    """
    found: dict[str, bytes] = {}
    for each in signatures(key):
        checking = bytes(each.signer.checking)
        if is_valid(each) and checking not in found.values():
            found[each.standing] = checking
    return [each for each in NEEDED if each not in found]


def trusted(key: Key) -> bool:
    """Whether others may seal to a key: its signatures, or those of the versions that it follows, end in the pins.

    This is asked wherever something is sealed to an organisation, not only where it is offered.
    """
    if not lacking(key):
        return True
    before = next((e for e in signatures(key) if e.standing == Endorsement.Standing.BEFORE), None)
    return before is not None and is_valid(before) and trusted(before.signer)


def must_be_trusted(key: Key) -> None:
    """Raise UntrustedKeyError where nothing may be sealed to an organisation's key; a person's and a reporter's may."""
    if key.kind == Key.Kind.ORGANISATION and not trusted(key):
        raise UntrustedKeyError


def faults() -> list[str]:
    """What is wrong with the keys in use, a sentence each, by the code of the organisation; none when all is well.

    Signed in part is no fault of a first key: it is being set up, and nobody is offered it.
    """
    founded = set(
        AuditEntry.objects.filter(verb__in=["key_founded", "key_rotated"]).values_list(
            "about", flat=True
        )
    )
    newest = dict(
        Key.objects.filter(kind=Key.Kind.ORGANISATION)
        .values_list("owner")
        .annotate(models.Max("version"))
    )
    found = []
    for key in all_current():
        if audit.about(key) not in founded:
            found.append(_("%s: ningún acto hizo la clave que está en uso") % key.owner)
        if key.version != newest[key.owner]:
            found.append(_("%s: no está en uso la última clave") % key.owner)
        if signatures(key) and not all(map(is_valid, signatures(key))):
            found.append(_("%s: alguna firma de su clave no cuenta") % key.owner)
    return found
