"""Whose signing keys count for the two Secretariats: written on the server, told to both."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from consuno.core import audit
from consuno.core.models import Key, User
from consuno.core.policy import Denied
from consuno.core.vault import pins
from consuno.core.vault.pins import Pin
from consuno.directory import notices
from consuno.directory.queries.keys import key_officers, officers_of
from consuno.directory.standing import SECRETARIATS


def pin_signer(*, fingerprint: str, by: User | None = None) -> Pin:
    """Let the signatures of an officer's key count for their Secretariat, from today on.

    Whoever does it compared the fingerprint with its officer. Raises Denied: no officer of a Secretariat has a
    vault of this fingerprint, or it is pinned.
    """
    found = next((each for each in key_officers() if same(each.key.fingerprint, fingerprint)), None)
    if found is None:
        raise Denied(
            _("Ninguna persona que firme por una Secretaría tiene una bóveda con esa huella.")
        )
    if found.pin:
        raise Denied(_("Esa huella ya está anotada."))
    with transaction.atomic():
        made = pins.add(found.key, found.standing)
        _tell("signer_pinned", found.key, made, by)
    return made


def unpin_signer(*, fingerprint: str, never: bool = False, by: User | None = None) -> Pin:
    """Let a pin end today. `never`: what it signed before does not count either (its key came into other hands).

    Raises Denied where nothing of this fingerprint is pinned.
    """
    found = next(
        (
            each
            for each in pins.all_pins()
            if same(each.fingerprint, fingerprint) and not each.until
        ),
        None,
    )
    if found is None:
        raise Denied(_("Esa huella no está anotada, o ya se terminó."))
    keys = Key.objects.filter(checking=bytes.fromhex(found.checking), kind=Key.Kind.PERSON)
    with transaction.atomic():
        ended = pins.end(found.fingerprint, as_if_never=never)
        _tell("signer_unpinned", keys.get(), ended, by)
    return ended


def _tell(verb: str, key: Key, pin: Pin, by: User | None) -> None:
    """The act in the record, and a notice to every officer of both Secretariats."""
    audit.record(verb, key, by=by, on_behalf_of=pin.standing, fingerprint=pin.fingerprint)
    notices.signers_changed.tell(officers_of(*SECRETARIATS), about=key)


def same(one: str, other: str) -> bool:
    """Whether two fingerprints are the same, however they are spaced or written."""
    return "".join(one.split()).upper() == "".join(other.split()).upper()
