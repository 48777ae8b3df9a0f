"""Who proposes, who reads what is proposed, and who writes the text."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from consuno.consultation.models import Proposal, Version
from consuno.consultation.workflow import PROPOSAL, VERSION
from consuno.core.bilingual import Bilingual
from consuno.core.policy import Denied
from consuno.directory.models import Body
from consuno.directory.policies.facts import KEEPING
from consuno.directory.policies.secretariats import acting_secretariat
from consuno.directory.standing import memberships, secretariat_of
from consuno.meetings.models import Elevation

#: Letters of a clause in a language, and clauses of a text.
LONGEST = 5_000
MOST = 3_000


def may_enter(reader: Any) -> None:
    """Those who act for a body: a text under consultation is for members and the network."""
    if not memberships(reader):
        raise Denied(_("Las propuestas las leen las instituciones y la red."), stranger=True)


def may_see_office(user: Any) -> Body:
    """Return the Secretariat: it is the desk of both."""
    may_enter(user)
    return acting_secretariat(user, _("Es la mesa de las dos Secretarías."))


def may_propose(user: Any, body: Body | None) -> None:
    """For a body of one's own; the Secretariats, for themselves or any body that asked them."""
    may_enter(user)
    own = body is not None and any(
        held.body_id == body.pk and held.role in KEEPING for held in memberships(user)
    )
    if body is None or not (own or secretariat_of(user) is not None):
        raise Denied(_("Se propone por la institución propia."))


def may_propose_something(user: Any) -> None:
    """Whoever may propose for some body."""
    may_enter(user)
    if secretariat_of(user) is None and not any(h.role in KEEPING for h in memberships(user)):
        raise Denied(_("Proponen los puntos focales de cada institución."))


def may_answer_elevation(user: Any, elevation: Elevation | None) -> None:
    """What was sent up becomes a text through a Secretariat: it alone reads every country's table."""
    if elevation is not None and secretariat_of(user) is None:
        raise Denied(_("Lo que se elevó lo recogen las Secretarías."))


def may_draft(user: Any, proposal: Proposal) -> None:
    """Whoever proposes it, and both Secretariats."""
    may_enter(user)
    own = any(
        held.body_id == proposal.proposer_id and held.role in KEEPING for held in memberships(user)
    )
    if not own and secretariat_of(user) is None:
        raise Denied(_("El texto lo escribe quien propone, o una Secretaría."))
    must_go_on(proposal)


def may_read_proposal(reader: Any, proposal: Proposal) -> None:
    """What has circulated, members; what has not, those who write it."""
    may_enter(reader)
    if proposal.versions.exclude(frozen_at=None).exists():
        return
    if secretariat_of(reader) is None and proposal.proposer_id not in writing_bodies(reader):
        raise Denied(_("Todavía es un borrador de quien propone."))


def writing_bodies(reader: Any) -> set[int]:
    """For which bodies this person proposes and writes."""
    return {held.body_id for held in memberships(reader) if held.role in KEEPING}


def must_go_on(proposal: Proposal) -> None:
    """It was neither withdrawn nor adopted; once silence has ended nothing is taken, even before its end is
    written down.
    """
    PROPOSAL.must_allow("cover", proposal)


def may_read_version(reader: Any, version: Version) -> None:
    """What circulated, members; a draft, those who write it."""
    may_enter(reader)
    if version.frozen_at is None:
        may_draft(reader, version.proposal)


def may_freeze(user: Any, proposal: Proposal) -> None:
    """The Technical Secretariat receives what is proposed and fixes the text that is circulated."""
    may_draft(user, proposal)
    secretariat = secretariat_of(user)
    if secretariat is None or secretariat.civil_society:
        raise Denied(_("El texto que circula lo fija la Secretaría Técnica de la CRM."))


def must_be_named(title: Bilingual) -> None:
    """In one language at least."""
    if not title.es.strip() and not title.en.strip():
        raise Denied(_("Escriba el título."))


def must_be_a_draft(version: Version) -> None:
    """What has been circulated does not change: a new version does."""
    VERSION.must_allow("write_clause", version)


def must_fit(texts: list[str], *, kept: int = 0) -> None:
    """Clauses are no longer, nor more, than can be read and compared."""
    if any(len(text) > LONGEST for text in texts):
        raise Denied(_("Una cláusula pasa de 5 000 letras: pártala en varias."))
    if len(texts) + kept > MOST:
        raise Denied(_("El texto pasa de 3 000 cláusulas."))


def must_match(paragraphs: int, clauses: int) -> None:
    """A translation has a paragraph for each clause."""
    if paragraphs != clauses:
        raise Denied(
            _("La traducción tiene %(paragraphs)s párrafos y el texto %(clauses)s cláusulas: tiene que haber uno "
              "por cláusula.")
            % {"paragraphs": paragraphs, "clauses": clauses}
        )  # fmt: skip


def must_have_something(version: Version) -> None:
    """A text, or where it is."""
    if not version.reference and not version.clauses.exists():
        raise Denied(_("La versión está vacía: escriba el texto o diga dónde está."))
