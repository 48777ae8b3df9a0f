"""Who sets a meeting's agenda."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from consuno.core.policy import Denied
from consuno.directory.standing import memberships
from consuno.meetings.models import Record, Sitting
from consuno.meetings.policies.sittings import may_plan, must_stand

#: Items that a meeting can take up.
MOST_ITEMS = 200
#: Up to so many the states bring by themselves: a meeting takes up no more.
MOST_COMPUTED = 60


def may_read_agenda(reader: Any, sitting: Sitting) -> None:
    """Those who act for a body: it speaks of what is not public yet."""
    if not memberships(reader):
        raise Denied(
            _("La agenda de una reunión la leen las instituciones."), stranger=not sitting.public
        )


def may_read_agenda_anywhere(reader: Any) -> None:
    """Those who act for a body."""
    if not memberships(reader):
        raise Denied(_("La agenda de una reunión la leen las instituciones."), stranger=True)


def may_set_agenda(user: Any, sitting: Sitting) -> None:
    """Either Secretariat, while the meeting stands and its minutes are not approved."""
    may_plan(user, sitting)
    must_stand(sitting)


def must_not_circulate(sitting: Sitting) -> None:
    """While minutes circulate their items change by hand only."""
    record = Record.objects.filter(sitting=sitting).exclude(state=Record.State.DRAFT)
    if record.exists():
        raise Denied(_("El acta circula: su agenda ya no se calcula."))


def must_be_an_item(sitting: Sitting, title: str) -> None:
    """It has a title, and there are not too many."""
    if not title.strip():
        raise Denied(_("Escriba de qué se tratará."))
    if sitting.items.filter(dropped=False).count() >= MOST_ITEMS:
        raise Denied(_("Una agenda lleva hasta %(n)s puntos.") % {"n": MOST_ITEMS})
