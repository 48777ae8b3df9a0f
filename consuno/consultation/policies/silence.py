"""When silence may be ordered, what breaks it, and who lifts it (coordination, procedure, step 5)."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from consuno.consultation import silence
from consuno.consultation.models import (
    Invitation,
    Observation,
    Position,
    Proposal,
    Round,
    Silence,
    Version,
)
from consuno.consultation.policies.adoption import presides
from consuno.consultation.policies.deadlock import must_have_no_brackets
from consuno.consultation.policies.drafting import may_enter
from consuno.consultation.policies.positions import must_be_open_to_positions
from consuno.consultation.policies.rounds import must_be_complete
from consuno.consultation.policies.words import words
from consuno.core import clock, working_days
from consuno.core.policy import Denied
from consuno.directory.models import Body

#: Kinds of observation that ask for another text; any other does where it proposes words.
AMENDING = frozenset((Observation.Kind.LEGAL, Observation.Kind.SUBSTANTIVE))
#: Longest time between the order and the end, so that a slip of the year does not pass.
LONGEST = datetime.timedelta(days=366)


@dataclass(frozen=True, slots=True)
class Condition:
    """One of those under which silence may start, and what is lacking of it (nothing: it is met)."""

    words: str
    lacking: str


def countries() -> list[Body]:
    """Those whose silence would count."""
    return list(Body.objects.states().select_related("country"))


def conditions(version: Version) -> list[Condition]:
    """Every condition of the text, met or not. Six queries."""
    return [
        Condition(_("Ninguna objeción abierta"), _objectors(objecting(version.proposal))),
        Condition(_("Los once países acusaron recibo de esta versión"), _names(_unaware(version))),
        Condition(_("Los dos idiomas completos y al día"), _incomplete(version)),
        Condition(_("Ningún texto entre corchetes"), _why(must_have_no_brackets, version)),
        Condition(_("Ninguna ronda abierta"), _round_open(version.proposal)),
    ]


def _objectors(bodies: list[Body]) -> str:
    if not bodies:
        return ""
    some = ngettext("Objeta %(who)s", "Objetan %(who)s", len(bodies))
    return some % {"who": ", ".join(str(body) for body in bodies)}


def _names(bodies: list[Body]) -> str:
    if not bodies:
        return ""
    some = ngettext("Falta %(who)s", "Faltan %(who)s", len(bodies))
    return some % {"who": ", ".join(str(body) for body in bodies)}


def objecting(proposal: Proposal) -> list[Body]:
    """Countries whose last word is an objection, confirmed or waiting for who validates."""
    said = Position.objects.filter(version__proposal=proposal).order_by("pk")
    found = words(said.select_related("body", "version")).values()
    return [(each.last or each.waiting[0]).body for each in found if each.objects]


def _unaware(version: Version) -> list[Body]:
    known = set(
        Invitation.objects.filter(round__version=version)
        .exclude(acknowledged_at=None)
        .values_list("body", flat=True)
    )
    return [each for each in countries() if each.pk not in known]


def _why(rule: Callable[..., None], *given: Any) -> str:
    """What a rule refuses with; nothing where it holds."""
    try:
        rule(*given)
    except Denied as denied:
        return str(denied.reason)
    return ""


def _incomplete(version: Version) -> str:
    lacking = _why(must_be_complete, version, "both")
    if lacking:
        return lacking
    return "" if version.clauses.exists() else _("El texto no está aquí: solo dónde se encuentra.")


def _round_open(proposal: Proposal) -> str:
    found = Round.objects.filter(version__proposal=proposal, closed_at=None).exists()
    return _("Hay una ronda abierta: ciérrela antes.") if found else ""


def may_order_silence(user: Any, version: Version) -> None:
    """The Presidency, of the last text that circulated; the conditions are asked for by `must_be_met`."""
    may_enter(user)
    if not presides(user):
        raise Denied(gettext_lazy("El silencio lo ordena la Presidencia Pro Tempore."))
    must_be_open_to_positions(version)


def must_be_met(version: Version) -> None:
    """Every condition of the text holds."""
    for each in conditions(version):
        if each.lacking:
            raise Denied(f"{each.words}: {each.lacking}")


def must_give_time(day: datetime.date, hour: datetime.time, zone: str) -> datetime.datetime:
    """At least ten whole days that everybody works, and an hour that exists; return the instant."""
    if zone not in silence.ZONES:
        raise Denied(gettext_lazy("Elija de dónde es la hora."))
    codes = [str(each.country_id) for each in countries()]
    if day - clock.today() > LONGEST:
        raise Denied(gettext_lazy("Falta más de un año para ese día."))
    if working_days.between(clock.today(), day, codes) < silence.SHORTEST:
        raise Denied(
            _("Entre hoy y ese día tiene que haber diez días hábiles en los once países: lo más pronto es el %s.")
            % f"{earliest():%d/%m/%Y}"
        )  # fmt: skip
    try:
        return silence.moment(day, hour, zone)
    except ValueError as error:
        raise Denied(
            gettext_lazy("Ese día no existe esa hora allí: se adelantan los relojes. Elija otra.")
        ) from error


def earliest() -> datetime.date:
    """The first day on which silence ordered today may end."""
    codes = [str(each.country_id) for each in countries()]
    last = working_days.after_everywhere(clock.today(), silence.SHORTEST, codes)
    return last + datetime.timedelta(days=1)


def may_lift_silence(user: Any, found: Silence, reason: str) -> None:
    """The Presidency that ordered it, while it runs, saying why."""
    may_enter(user)
    if not presides(user):
        raise Denied(gettext_lazy("Lo levanta la Presidencia Pro Tempore."))
    if not found.running:
        raise Denied(gettext_lazy("El silencio ya no corre."))
    if not reason.strip():
        raise Denied(gettext_lazy("Diga por qué."))


def asks_for_another_text(found: Observation) -> bool:
    """Whether a country's observation is an amendment: it breaks silence. The network does not block."""
    country = found.body.is_state
    return country and (found.kind in AMENDING or bool(found.wording.strip()))
