"""Keep and forget views of the board."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from consuno.agenda.models import SavedFilter
from consuno.core.models import User
from consuno.core.policy import Denied

#: More than anybody looks through.
MOST = 30


@transaction.atomic
def save_filter(*, name: str, query: str, by: User) -> SavedFilter:
    """Keep a view under a name, in place of what had that name. Raises Denied."""
    name = " ".join(name.split())[:60]
    if not name:
        raise Denied(_("Escriba un nombre para encontrarlo después."))
    others = SavedFilter.objects.filter(user=by).exclude(name=name)
    if others.count() >= MOST:
        raise Denied(_("Ya tiene treinta filtros guardados: quite alguno antes."))
    made, _new = SavedFilter.objects.update_or_create(
        user=by, name=name, defaults={"query": query[:600]}
    )
    return made


@transaction.atomic
def forget_filter(*, saved: SavedFilter, by: User) -> None:
    """Forget one of one's own. Raises Denied to anybody else."""
    if saved.user_id != by.pk:
        raise Denied("", stranger=True)
    saved.delete()
