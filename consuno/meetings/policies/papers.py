"""Who adds documents to a meeting, and who tells of the efforts of a body."""

from __future__ import annotations

import datetime
from typing import Any

from django.utils.translation import gettext_lazy as _

from consuno.core.policy import Denied
from consuno.directory.models import Body
from consuno.directory.standing import memberships, secretariat_of
from consuno.meetings.models import Document, Effort, Sitting
from consuno.meetings.policies.agenda import may_read_agenda
from consuno.meetings.policies.sittings import must_stand
from consuno.monitoring.policies import REPORTING, acts_for

#: Documents of one meeting, efforts of one body.
MOST_DOCUMENTS, MOST_EFFORTS = 100, 200


def may_add_document(user: Any, sitting: Sitting) -> Body:
    """Return the body that adds it: a Secretariat, or one that is invited."""
    may_read_agenda(user, sitting)
    must_stand(sitting)
    secretariat = secretariat_of(user)
    if secretariat is not None:
        return secretariat
    invited = set(sitting.delegations.values_list("body_id", flat=True))
    for held in memberships(user):
        if held.body_id in invited and held.role in REPORTING:
            return held.body
    raise Denied(_("Agregan documentos las Secretarías y las instituciones invitadas."))


def must_be_a_document(sitting: Sitting, link: str, content: bytes | None) -> None:
    """A file or a link, not too many of them."""
    if bool(link) == (content is not None):
        raise Denied(_("Elija un archivo o escriba una dirección, no las dos cosas."))
    if sitting.documents.count() >= MOST_DOCUMENTS:
        raise Denied(_("Una reunión lleva hasta %(n)s documentos.") % {"n": MOST_DOCUMENTS})


def may_remove_document(user: Any, document: Document) -> None:
    """Whoever acts for the body that added it, or a Secretariat, until the minutes are approved."""
    may_read_agenda(user, document.sitting)
    if document.sitting.meeting_id:
        raise Denied(_("El acta de esta reunión ya está aprobada: no cambia."))
    own = acts_for(user, document.body, REPORTING)
    if not own and secretariat_of(user) is None:
        raise Denied(_("Lo quita la institución que lo agregó."))


def tells_for(user: Any) -> list[Body]:
    """The bodies whose efforts this person may tell of."""
    found = {held.body_id: held.body for held in memberships(user) if held.role in REPORTING}
    return list(found.values())


def may_read_efforts(reader: Any) -> None:
    """Those who act for a body."""
    if not memberships(reader):
        raise Denied(_("El inventario lo leen las instituciones."), stranger=True)


def may_tell_effort(user: Any, body: Body) -> None:
    """Those who report for the body."""
    may_read_efforts(user)
    if not acts_for(user, body, REPORTING):
        raise Denied(_("Lo cuenta el punto focal de la institución, su suplente o quien redacta."))


def must_be_an_effort(
    body: Body, since: datetime.date | None, until: datetime.date | None, *, new: bool
) -> None:
    """Its days in order, not too many."""
    if since and until and until < since:
        raise Denied(_("El último día es anterior al primero."))
    if new and body.efforts.filter(withdrawn_at=None).count() >= MOST_EFFORTS:
        raise Denied(_("Una institución cuenta hasta %(n)s esfuerzos.") % {"n": MOST_EFFORTS})


def must_still_stand(effort: Effort) -> None:
    """One that was taken out stays out."""
    if effort.withdrawn_at:
        raise Denied(_("Ese esfuerzo ya se retiró."))
