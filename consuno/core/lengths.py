"""A text longer than its column is refused with a sentence, on every database.

Forms have their own limits; this is for what no form read, which PostgreSQL would answer with a failure of ours and
SQLite would keep.
"""

from __future__ import annotations

import functools
from typing import Any

from django.db import models
from django.db.models.signals import pre_save  # noqa: TID251 (no news: a check of every write)
from django.dispatch import receiver
from django.utils.translation import gettext as _

from consuno.core.policy import Denied


@functools.cache
def _columns(model: type[models.Model]) -> tuple[tuple[str, int], ...]:
    """Our own columns of text and how much each holds."""
    if not model.__module__.startswith("consuno."):
        return ()
    return tuple(
        (field.attname, field.max_length)
        for field in model._meta.concrete_fields
        if isinstance(field, models.CharField) and field.max_length
    )


@receiver(pre_save)
def must_fit(sender: type[models.Model], instance: models.Model, **_more: Any) -> None:
    """Raise Denied, which a view shows beside what was written."""
    for name, most in _columns(sender):
        value = getattr(instance, name)
        if isinstance(value, str) and len(value) > most:
            raise Denied(
                _("Un texto tiene más de las %(n)s letras que caben: acórtelo.") % {"n": most}
            )
