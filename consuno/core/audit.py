"""Write and read the record of acts."""

from typing import Any

from django.db import models, transaction

from consuno.core.models import AuditEntry, User


def about(record: models.Model) -> str:
    """Name a record for the audit: its kind and number."""
    return f"{record._meta.model_name}:{record.pk}"


def record(
    verb: str, target: models.Model, *, by: User | None, on_behalf_of: str = "", **detail: Any
) -> AuditEntry:
    """Add an entry in the transaction of the act itself.

    Raises RuntimeError outside a transaction: an act and its entry stand or fall together.
    `by` is None for what the system does by itself (loading its own data).
    """
    if not transaction.get_connection().in_atomic_block:
        raise RuntimeError("an act and its audit entry belong in one transaction")
    return AuditEntry.objects.create(
        by=by, on_behalf_of=on_behalf_of, verb=verb, about=about(target), detail=detail
    )


def story(*targets: models.Model) -> list[AuditEntry]:
    """Return what was done to these records, newest first."""
    names = [about(target) for target in targets]
    return list(AuditEntry.objects.filter(about__in=names).select_related("by"))
