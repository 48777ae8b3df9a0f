"""Who adopts the rule of absence, and who is reminded by note."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from consuno.consultation.models import AbsenceReminder, AbsenceRule, Version
from consuno.consultation.policies.drafting import may_see_office, must_go_on
from consuno.consultation.policies.rounds import may_note_for
from consuno.core.policy import Denied
from consuno.directory.models import Body
from consuno.directory.standing import secretariat_of

#: A country's capital needs time: less than this is no term.
SHORTEST_TERM, SHORTEST_AFTER = 30, 10
LONGEST = 365


def may_propose_absence(user: Any) -> Body:
    """Return the Secretariat: either proposes, one rule at a time."""
    secretariat = may_see_office(user)
    if AbsenceRule.objects.filter(confirmed_at=None, ended_at=None).exists():
        raise Denied(_("Ya hay una regla que espera a la otra Secretaría."))
    return secretariat


def must_be_a_rule(term: int, after: int, least: int, agreed: str, countries: int) -> None:
    """Enough time, more than half of the countries heard, and where the governments agreed to it.

    These floors are ours: with less, what is agreed would be nobody's consensus.
    """
    if not SHORTEST_TERM <= term <= LONGEST or not SHORTEST_AFTER <= after <= LONGEST:
        raise Denied(
            _("El plazo es de %(term)s días al menos, y de %(after)s desde el recordatorio.")
            % {"term": SHORTEST_TERM, "after": SHORTEST_AFTER}
        )
    if not countries // 2 < least <= countries:
        raise Denied(_("Tienen que haberse pronunciado más de la mitad de los países."))
    if not agreed.strip():
        raise Denied(_("Escriba dónde la acordaron los gobiernos: el acta y su fecha."))


def may_confirm_absence(user: Any, rule: AbsenceRule) -> None:
    """The Secretariat that did not propose it."""
    may_take_absence_back(user, rule)
    secretariat = secretariat_of(user)
    if secretariat is not None and secretariat.pk == rule.secretariat_id:
        raise Denied(_("La confirma la otra Secretaría."))


def may_take_absence_back(user: Any, rule: AbsenceRule) -> None:
    """Either Secretariat, while it waits."""
    may_see_office(user)
    if rule.confirmed_at is not None or rule.ended_at is not None:
        raise Denied(_("Esa regla ya no espera."))


def may_end_absence(user: Any, rule: AbsenceRule) -> None:
    """Either Secretariat: without a rule every country is waited for, which takes from none."""
    may_see_office(user)
    if rule.confirmed_at is None or rule.ended_at is not None:
        raise Denied(_("Esa regla no está en vigor."))


def may_remind(user: Any, version: Version, body: Body, instrument: str) -> None:
    """The Secretariat of the governments, by a note, of a country not yet reminded."""
    may_note_for(user, version.proposal, body)
    must_go_on(version.proposal)
    if not body.is_state:
        raise Denied(_("Se recuerda a un país."))
    if not instrument.strip():
        raise Denied(_("Escriba con qué nota se le recordó, con su fecha."))
    if AbsenceReminder.objects.filter(version=version, body=body).exists():
        raise Denied(_("Ya se le recordó."))
