"""What is sealed, and who may open it: the wraps are exactly the active grants.

A section's key exists only inside its wraps. Whoever has no grant has no wrap, and no rule forgotten in a view
can open what no key opens.
"""

from __future__ import annotations

import datetime
import logging
from collections.abc import Callable, Iterable, Sequence

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from consuno.core import audit, clock, jobs, primitives, traces
from consuno.core.models import FilePiece, Grant, Key, SealedFile, Section, User, Wrap
from consuno.core.models.vault import random_id
from consuno.core.policy import Denied
from consuno.core.primitives import DoesNotOpenError, Secret
from consuno.core.vault import trust
from consuno.core.vault.locks import bound

logger = logging.getLogger("consuno.vault")
#: Sections that get another key in one go (about two milliseconds each).
AT_ONCE = 200


#: Files among them: each is as long as it is (fifty megabytes take a second).
FILES_AT_ONCE = 3
#: By kind of section: what seals anew, under other keys, what its text itself opens (the pieces of a file); it
#: returns the text that opens them from then on.
AGAIN: dict[str, Callable[[Section, bytes], bytes]] = {}


class NoGrantError(Exception):
    """Nothing gives this holder the section today."""


class HolderChangedError(Denied):
    """A holder's public key is not the one that the section was given to."""

    def __init__(self) -> None:
        logger.error("vault: who holds a section is not who it was given to")
        super().__init__(
            _("No se envió: la clave de alguien que puede leerlo no es la que era. Avise a su Secretaría y a "
              "quien administra el servidor.")
        )  # fmt: skip


def active() -> Q:
    """Grants that hold today."""
    return Q(ended_on=None) & (Q(expires=None) | Q(expires__gte=clock.today()))


def _text(section: Section) -> bytes:
    return bound("section", section.pk, section.owner, section.kind, section.version)


def _key(grant: Grant) -> bytes:
    section, holder = grant.section, grant.holder
    return bound(
        "wrap", section.pk, section.owner, section.version, holder.pk, holder.version, grant.purpose
    )


def wrapped(grant: Grant, key: bytes) -> bytes:
    """A section's key, sealed to a grant's holder."""
    return primitives.seal_to(grant.holder.public, key, _key(grant))


def vouch(grant: Grant, key: bytes) -> bytes:
    """What only who has the section's key can say: that it is this holder's, with this public key.

    A row of a holder can be changed by whoever writes to the database. Without this, the next key of a section
    would be sealed to whatever stands there.
    """
    holder = grant.holder
    return primitives.tag(
        key, bound("holder", grant.section_id, holder.pk, bytes(holder.sealing).hex(), bytes(holder.checking).hex())
    )  # fmt: skip


def _wrap(grant: Grant, key: bytes) -> Wrap:
    return Wrap(grant=grant, sealed=wrapped(grant, key), vouch=vouch(grant, key))


def unwrapped(wrap: Wrap, secret: Secret) -> bytes:
    """A section's key, by the holder's secret. Raises DoesNotOpenError."""
    return primitives.open_with(secret, bytes(wrap.sealed), _key(wrap.grant))


def active_wrap() -> Q:
    """Wraps whose grant holds today: one that expired this night opens nothing, job or no job."""
    return Q(grant__ended_on=None) & (Q(grant__expires=None) | Q(grant__expires__gte=clock.today()))


@transaction.atomic(savepoint=False)
def seal(owner: str, kind: str, plain: bytes, holders: Sequence[Key], *, purpose: str) -> Section:
    """Seal something for these holders and nobody else. At least one: what nobody opens is lost."""
    (made,) = seal_all(owner, [(kind, plain)], holders, purpose=purpose)
    return made


@transaction.atomic(savepoint=False)
def seal_all(
    owner: str, texts: Sequence[tuple[str, bytes]], holders: Sequence[Key], *, purpose: str
) -> list[Section]:
    """Seal several texts, each of its kind under a key of its own, for the same holders; three writes."""
    if not holders:
        raise NoGrantError
    keys: dict[str, bytes] = {}
    made = []
    for kind, plain in texts:
        section = Section(id=random_id(), owner=owner, kind=kind)
        keys[section.pk] = primitives.new_key()
        section.sealed = primitives.encrypt(keys[section.pk], plain, _text(section))
        made.append(section)
    Section.objects.bulk_create(made)
    _give(made, keys, in_use(holders), purpose, None)
    return made


def in_use(holders: Sequence[Key]) -> list[Key]:
    """The same holders by the keys they use today, which no rotation changes until this ends.

    Whoever looked a key up a moment before its organisation changed it would seal to one that opens nothing more.
    """
    if all(each.kind == Key.Kind.REPORTER for each in holders):
        return list(holders)
    locked = Key.objects.select_for_update().in_bulk([each.pk for each in holders])
    found = []
    for each in holders:
        now = locked[each.pk]
        if now.retired_on and now.kind == Key.Kind.ORGANISATION:
            now = Key.objects.select_for_update().get(
                kind=now.kind, owner=now.owner, retired_on=None
            )
        trust.must_be_trusted(now)
        found.append(now)
    return found


def _give(
    among: Iterable[Section], keys: dict[str, bytes], to: Sequence[Key], purpose: str,
    expires: datetime.date | None,
) -> list[Grant]:  # fmt: skip
    """A grant and its wrap for each holder and section, whose keys are given by its id."""
    made = [
        Grant(section=section, holder=key, purpose=purpose, expires=expires)
        for section in among for key in to
    ]  # fmt: skip
    Grant.objects.bulk_create(made)
    Wrap.objects.bulk_create(_wrap(each, keys[each.section_id]) for each in made)
    return made


def _held(section: Section, holder: Key) -> Wrap:
    """What opens it for a holder today, with the section as it is at that moment. Raises NoGrantError."""
    found = Wrap.objects.filter(active_wrap(), grant__section=section, grant__holder=holder)
    wrap = found.select_related("grant__section", "grant__holder").first()
    if wrap is None:
        raise NoGrantError
    return wrap


def _locked(section: Section) -> Section:
    """The section, which nobody else changes until this transaction ends."""
    return Section.objects.select_for_update().get(pk=section.pk)


def read(section: Section, holder: Key, secret: Secret, *, by: User | None, purpose: str) -> bytes:
    """Open a section. What was opened is written down before it is returned, or is not returned.

    `by` is None for somebody who reports, of whom nothing is written. Raises NoGrantError, DoesNotOpenError.
    """
    wrap = _held(section, holder)
    now = wrap.grant.section
    plain = primitives.decrypt(unwrapped(wrap, secret), bytes(now.sealed), _text(now))
    if by is not None:
        entry = section, {"purpose": purpose, "kind": section.kind}
        audit.record_many("section_opened", [entry], by=by, on_behalf_of=holder.owner)
    return plain


def read_many(
    wanted: Iterable[str | None], holder: Key, secret: Secret, *, by: User | None, purpose: str
) -> dict[str, bytes]:
    """Open what this holder may of the sections of these ids; each opening is written down as in `read`.

    One query for the wraps and one for the record, however many there are. Raises DoesNotOpenError.
    """
    ids = [each for each in wanted if each is not None]
    found = Wrap.objects.filter(active_wrap(), grant__section__in=ids, grant__holder=holder)
    opened: dict[str, bytes] = {}
    entries = []
    for wrap in found.select_related("grant__section"):
        wrap.grant.holder = holder
        now = wrap.grant.section
        opened[now.pk] = primitives.decrypt(unwrapped(wrap, secret), bytes(now.sealed), _text(now))
        entries.append((now, {"purpose": purpose, "kind": now.kind}))
    if by is not None and entries:
        audit.record_many("section_opened", entries, by=by, on_behalf_of=holder.owner)
    return opened


def write(section: Section, holder: Key, secret: Secret, plain: bytes) -> None:
    """Seal another text under the section's own key, for all who have it. Raises NoGrantError."""
    write_all([(section, plain)], holder, secret)


@transaction.atomic(savepoint=False)
def write_all(texts: Sequence[tuple[Section, bytes]], holder: Key, secret: Secret) -> None:
    """The same for several; three queries. Raises NoGrantError where one of them is not this holder's."""
    opened = _opened([section for section, _plain in texts], holder, secret)
    changed = []
    for section, plain in texts:
        now, key = opened[section.pk]
        now.sealed = section.sealed = primitives.encrypt(key, plain, _text(now))
        changed.append(now)
    Section.objects.bulk_update(changed, ["sealed"])
    traces.leave()


def _opened(
    wanted: Sequence[Section], holder: Key, secret: Secret
) -> dict[str, tuple[Section, bytes]]:
    """Sections as they are now, which nobody else changes until this ends, each with its key."""
    locked = Section.objects.select_for_update().in_bulk([each.pk for each in wanted])
    wraps = Wrap.objects.filter(active_wrap(), grant__section__in=locked, grant__holder=holder)
    found = {}
    for wrap in wraps.select_related("grant"):
        section = locked[wrap.grant.section_id]
        wrap.grant.section, wrap.grant.holder = section, holder
        found[section.pk] = section, unwrapped(wrap, secret)
    if len(found) < len({each.pk for each in wanted}):
        raise NoGrantError
    return found


def grant(
    section: Section, holder: Key, secret: Secret, *, to: Key, purpose: str,
    expires: datetime.date | None = None,
) -> Grant:  # fmt: skip
    """Let another read it, by who may. Each time has its row. Raises NoGrantError."""
    (made,) = grant_all([section], holder, secret, to=[to], purpose=purpose, expires=expires)
    return made


@transaction.atomic(savepoint=False)
def grant_all(
    wanted: Sequence[Section], holder: Key, secret: Secret, *, to: Sequence[Key], purpose: str,
    expires: datetime.date | None = None,
) -> list[Grant]:  # fmt: skip
    """Let these holders read these sections; five queries, however many. Raises NoGrantError."""
    opened, to = _opened(wanted, holder, secret), in_use(to)
    again = Grant.objects.filter(section__in=opened, holder__in=to, ended_on=None)
    _end(again)  # expired, or given anew
    keys = {pk: key for pk, (_section, key) in opened.items()}
    return _give([section for section, _key in opened.values()], keys, to, purpose, expires)


def _end(grants: QuerySet[Grant]) -> int:
    """End grants: their wraps go at once, and their sections get another key when next opened."""
    ids = list(grants.values_list("pk", "section"))
    if ids:
        pks = [pk for pk, _section in ids]
        Wrap.objects.filter(grant__in=pks).delete()
        traces.leave()
        Grant.objects.filter(pk__in=pks).update(ended_on=clock.today())
        Section.objects.filter(pk__in=[each for _pk, each in ids]).update(rekey_due=True)
    return len(ids)


@transaction.atomic
def revoke(section: Section, holder: Key) -> bool:
    """Take a section from a holder, at once. What was read cannot be recalled."""
    return bool(_end(section.grants.filter(holder=holder, ended_on=None)))


@jobs.job(cron="7 0 * * *")
def expire() -> None:
    """End the grants whose last day has passed; until this runs their wraps open nothing either."""
    with transaction.atomic():
        _end(Grant.objects.filter(ended_on=None, expires__lt=clock.today()))


@transaction.atomic(savepoint=False)
def rekey(section: Section, holder: Key, secret: Secret) -> None:
    """Another key for the section and for all who still have it. Raises NoGrantError, HolderChangedError."""
    section = _locked(section)
    key = unwrapped(_held(section, holder), secret)
    holders = _vouched(section, key)
    plain = primitives.decrypt(key, bytes(section.sealed), _text(section))
    if section.kind in AGAIN:
        plain = AGAIN[section.kind](section, plain)
    section.version += 1
    fresh = primitives.new_key()
    section.sealed, section.rekey_due = primitives.encrypt(fresh, plain, _text(section)), False
    section.save(update_fields=["version", "sealed", "rekey_due"])
    traces.leave()
    for each in holders:
        each.section = section
        Wrap.objects.filter(grant=each).update(
            sealed=wrapped(each, fresh), vouch=vouch(each, fresh)
        )


def holders(section: Section, holder: Key, secret: Secret) -> list[Key]:
    """Who holds a section today, as one of them knows it: to seal more for the same, and for nobody else.

    Raises NoGrantError, HolderChangedError where a row is not what it was when it was given.
    """
    wrap = _held(section, holder)
    return [each.holder for each in _vouched(wrap.grant.section, unwrapped(wrap, secret))]


def _vouched(section: Section, key: bytes) -> list[Grant]:
    """Its holders today, as they were when each was given it. Raises HolderChangedError."""
    found = list(section.grants.filter(active()).select_related("holder", "wrap"))
    for each in found:
        said = bytes(each.wrap.vouch) if hasattr(each, "wrap") else b""
        if not primitives.is_same(said, vouch(each, key)):
            raise HolderChangedError
    return found


def rekey_due(
    holder: Key, secret: Secret, *, owner: str, among: Iterable[str] | None = None
) -> int:
    """Another key for what is flagged, of this owner (or of these alone) and open to the holder; how many.

    At most so many at once: who comes next does the rest.
    """
    found = Section.objects.filter(
        rekey_due=True,
        owner=owner,
        pk__in=Wrap.objects.filter(active_wrap(), grant__holder=holder).values("grant__section"),
    )
    if among is not None:
        found = found.filter(pk__in=list(among))
    due = list(found.exclude(kind__in=AGAIN)[:AT_ONCE])
    due += found.filter(kind__in=AGAIN)[:FILES_AT_ONCE]
    return sum(_renewed(section, holder, secret) for section in due)


def _renewed(section: Section, holder: Key, secret: Secret) -> bool:
    """Give one another key; one that is damaged keeps its own, an alarm in the log, and stops nobody's vault."""
    try:
        with transaction.atomic():
            rekey(section, holder, secret)
    except DoesNotOpenError:
        logger.error("vault: a section or its file does not open, and got no other key")
        return False
    except HolderChangedError:
        return False
    return True


@transaction.atomic
def erase(section: Section) -> None:
    """Take the sealed text, a file's pieces and every wrap away: nothing is left that any key would open."""
    uploads = SealedFile.objects.filter(section=section).values("upload")
    FilePiece.objects.filter(upload__in=uploads).delete()
    section.delete()
    traces.leave()


@jobs.job(cron="19 1 * * *")
def check() -> None:
    """Each night: an alarm in the log where wraps and grants do not agree. It names nobody."""
    if wrong := out_of_step():
        logger.error("vault: %s grants and wraps do not agree", wrong)


def out_of_step() -> int:
    """How many grants lack their wrap or wraps outlived their grant; anything but 0 is an alarm."""
    lacking = Grant.objects.filter(active(), wrap=None).count()
    return lacking + Wrap.objects.exclude(grant__ended_on=None).count()
