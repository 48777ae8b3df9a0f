"""How the keys of organisations stand."""

from __future__ import annotations

from dataclasses import dataclass

from consuno.core.models import Endorsement, Key, MemberWrap, Recovery, User
from consuno.core.vault import pins, recovery, trust
from consuno.core.vault.pins import Pin
from consuno.core.vault.recovery import OFFICERS
from consuno.directory.models import Body, Membership, Role
from consuno.directory.standing import CARE, SECRETARIATS, memberships


@dataclass(frozen=True, slots=True)
class Holder:
    """Somebody who works with people, or keeps a part: with a vault or not, with the key or not."""

    user: User
    roles: list[str]
    vault: Key | None
    holds: bool


@dataclass(frozen=True, slots=True)
class Keyring:
    """All that is shown of a body's keys."""

    body: Body
    key: Key | None
    versions: list[Key]
    carers: list[Holder]
    keepers: list[Holder]
    signed: list[Endorsement]
    lacking: list[Endorsement.Standing]
    entrusted: list[Key]
    recoveries: list[Recovery]

    @property
    def works(self) -> bool:
        """Whether others may seal to it: it is signed by whom it needs."""
        return self.key is not None and trust.trusted(self.key)

    @property
    def kept_by_others(self) -> bool:
        """Whether a part is with nobody, with somebody who keeps it no more, or with a vault that is no more."""
        now = {each.user.pk for each in self.keepers}
        if self.key and len(self.entrusted) < OFFICERS:
            return True
        return any(each.user_id not in now or each.retired_on for each in self.entrusted)


def _holders(body: Body, roles: set[Role], key: Key | None) -> list[Holder]:
    found: dict[int, tuple[User, list[str]]] = {}
    listed = Membership.objects.current().filter(body=body, role__in=roles).select_related("user")
    for each in listed.order_by("pk"):
        found.setdefault(each.user_id, (each.user, []))[1].append(each.get_role_display())
    own = Key.objects.filter(kind=Key.Kind.PERSON, retired_on=None, user__in=found)
    vaults = {each.user_id: each for each in own}
    held = (
        set(MemberWrap.objects.filter(key=key).values_list("member__user", flat=True))
        if key
        else set()
    )
    return [Holder(user, names, vaults.get(pk), pk in held) for pk, (user, names) in found.items()]


def keyring(body: Body) -> Keyring:
    """A body's keys and its people's part in them. A dozen queries, however many people there are."""
    versions = list(Key.objects.filter(kind=Key.Kind.ORGANISATION, owner=body.code))
    key = next((each for each in versions if each.retired_on is None), None)
    return Keyring(
        body=body, key=key, versions=versions,
        carers=_holders(body, set(CARE), key), keepers=_holders(body, {Role.KEEPER}, key),
        signed=list(key.endorsements.select_related("signer__user")) if key else [],
        lacking=trust.lacking(key) if key else [],
        entrusted=recovery.officers(key) if key else [],
        recoveries=list(
            Recovery.objects.filter(key__owner=body.code, ended_at=None)
            .select_related("member__user", "first", "second__user", "key")
        ),
    )  # fmt: skip


def keyed_bodies(user: User) -> list[Body]:
    """Bodies whose keys are this person's concern."""
    found = [m.body for m in memberships(user) if m.role in CARE or m.role == Role.KEEPER]
    return list(dict.fromkeys(found))


def current_keys() -> list[tuple[Body, Key, list[Endorsement.Standing]]]:
    """Every organisation's key in use, with whose signature it lacks; hidden organisations are left out."""
    keys = trust.all_current("memberships__body")
    bodies = Body.objects.select_related("country").in_bulk(
        [k.owner for k in keys], field_name="code"
    )
    known = [(bodies[key.owner], key) for key in keys if key.owner in bodies]
    return [
        (body, key, [] if trust.trusted(key) else trust.lacking(key))
        for body, key in sorted(known, key=lambda pair: pair[0].order) if body.listed
    ]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Signer:
    """An officer of a Secretariat whose vault signs, and whether the server's file says that it counts."""

    standing: str
    user: User
    key: Key
    pin: Pin | None


def officers_of(*codes: str) -> list[User]:
    """The officers of these Secretariats, today."""
    found = Membership.objects.current().filter(
        role=Role.OFFICER, body__code__in=codes, user__is_active=True
    )
    return [each.user for each in found.select_related("user").order_by("body__code", "pk")]


def key_officers() -> list[Signer]:
    """Who could sign for each Secretariat today: its officers who have a vault."""
    found = Membership.objects.current().filter(
        role=Role.OFFICER, body__code__in=SECRETARIATS, user__is_active=True
    )
    people = found.select_related("user", "body").order_by("body__code", "pk")
    keys = Key.objects.filter(kind=Key.Kind.PERSON, retired_on=None, user__in=people.values("user"))
    of = {key.user_id: key for key in keys.select_related("user")}
    return [
        Signer(each.body.code, each.user, of[each.user_id], pins.pinned(of[each.user_id]))
        for each in people if each.user_id in of
    ]  # fmt: skip
