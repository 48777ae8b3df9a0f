"""Write and read the record of acts."""

import datetime
import hashlib
import json
from collections.abc import Sequence
from typing import Any, Protocol

from django.db import models, transaction

from consuno.core import jobs
from consuno.core.locks import exclusively
from consuno.core.models import AuditEntry, AuditSeal, User


def about(record: models.Model) -> str:
    """Name a record for the audit: its kind and number."""
    return f"{record._meta.model_name}:{record.pk}"


class Coded(Protocol):
    """What acts through people and has a code: a body."""

    code: Any


#: For whom somebody acted: a body, its code, or nobody but themselves.
Whose = Coded | str | None


def record(
    verb: str, target: models.Model, *, by: User | None, on_behalf_of: Whose = None, **detail: Any
) -> AuditEntry:
    """Add an entry in the transaction of the act itself.

    Raises RuntimeError outside a transaction: an act and its entry stand or fall together.
    `by` is None for what the system does by itself (loading its own data).
    """
    if not transaction.get_connection().in_atomic_block:
        raise RuntimeError("an act and its audit entry belong in one transaction")
    _seal_after_commit()
    whose = _code(on_behalf_of)
    return AuditEntry.objects.create(
        by=by, on_behalf_of=whose, verb=verb, about=about(target), detail=detail
    )


def _code(whose: Whose) -> str:
    return whose if isinstance(whose, str) else whose.code if whose else ""


@transaction.atomic
def record_many(
    verb: str, targets: Sequence[tuple[models.Model, dict[str, Any]]], *, by: User | None,
    on_behalf_of: Whose = None,
) -> None:  # fmt: skip
    """As `record`, one entry for each record with its detail, in one query; for what is only read."""
    _seal_after_commit()
    whose = _code(on_behalf_of)
    AuditEntry.objects.bulk_create(
        AuditEntry(by=by, on_behalf_of=whose, verb=verb, about=about(target), detail=detail)
        for target, detail in targets
    )


def story(*targets: models.Model) -> list[AuditEntry]:
    """Return what was done to these records, newest first."""
    names = [about(target) for target in targets]
    return list(AuditEntry.objects.filter(about__in=names).select_related("by"))


#: How many numbers back an entry may still be on its way to being committed.
WINDOW = 1000


def _seal_after_commit() -> None:
    """Seal once when this transaction stands, however many entries it adds."""
    waiting = transaction.get_connection().run_on_commit
    if not any(function is seal for _savepoints, function, *_rest in waiting):
        # Robust: the act is done by then; what is left unsealed is sealed within five minutes.
        transaction.on_commit(seal, robust=True)


@transaction.atomic
def seal(*, everything: bool = False) -> int:
    """Chain the entries that are not yet; return how many. `everything` also looks far back."""
    exclusively("audit_seal")
    last = AuditSeal.objects.order_by("-number").first()
    number, before = (last.number, last.hash) if last else (0, "")
    loose = AuditEntry.objects.filter(seal=None).order_by("pk")
    if last and not everything:
        loose = loose.filter(pk__gt=last.entry_id - WINDOW)
    links = []
    for entry in loose:
        number, before = number + 1, link(before, entry)
        links.append(AuditSeal(number=number, entry=entry, hash=before))
    AuditSeal.objects.bulk_create(links, batch_size=500)
    return len(links)


def link(before: str, entry: AuditEntry) -> str:
    """Return the hash of an entry after the hash `before` (empty for the first)."""
    content = [
        before, entry.pk, entry.at.astimezone(datetime.UTC).isoformat(), entry.by_id,
        entry.on_behalf_of, entry.verb, entry.about, entry.detail,
    ]  # fmt: skip
    plain = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(plain.encode()).hexdigest()


class BrokenChainError(RuntimeError):
    """The record of acts is not as it was written; the message says from where."""


def verify(*, known: str = "") -> tuple[int, str]:
    """Check every link; return how many there are and the last hash, to be kept elsewhere.

    `known` is a last hash noted earlier: the chain must contain it, or its end was cut off. Raises
    BrokenChainError.
    """
    number, before, met = 0, "", not known
    for found in AuditSeal.objects.select_related("entry").order_by("number").iterator(2000):
        number += 1
        if found.number != number:
            raise BrokenChainError(f"falta el eslabón {number}")
        if found.hash != link(before, found.entry):
            raise BrokenChainError(f"el asiento {found.entry_id} (eslabón {number}) fue alterado")
        before = found.hash
        met = met or before == known
    if not met:
        raise BrokenChainError("el resumen anotado no está en la cadena: falta su final")
    return number, before


@jobs.job(cron="*/5 * * * *")
def seal_what_is_left() -> None:
    """Seal what a process killed after its commit left unsealed."""
    seal(everything=True)
