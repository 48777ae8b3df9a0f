"""The sentence: what is missing for consensus, computed from where each country stands.

Never "consensus" while an objection stands, a country has not spoken, has to speak again because a clause
changed, asked for time, or consents only ad referendum (coordination of the reference, procedure, steps 4
and 5). Where the parties adopted a rule of absence, a country that stays silent past its term and a reminder
keeps nobody from agreeing; it is then consensus of those who spoke, and is called nothing else.
"""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext


class State(StrEnum):
    """Where a country stands today; MISSING has not spoken, AGAIN has to speak anew, ABSENT
    did neither within the term of the rule and after a reminder.
    """

    CONSENT = "consent"
    STATEMENT = "statement"
    ASIDE = "aside"
    REFERENDUM = "referendum"
    TIME = "time"
    OBJECTION = "objection"
    AGAIN = "again"
    MISSING = "missing"
    ABSENT = "absent"


#: Who has spoken, and does not stand in the way.
SPOKEN = frozenset((State.CONSENT, State.STATEMENT, State.ASIDE))


@dataclass(frozen=True, slots=True)
class Standing:
    """A country with its state; of an objection the places of its clauses and its rule."""

    country: str
    state: State
    until: datetime.date | None = None
    places: tuple[int, ...] = ()
    basis: str = ""


def reached(standings: Sequence[Standing]) -> bool:
    """Whether nothing is missing."""
    return bool(standings) and all(each.state in SPOKEN for each in standings)


def reached_without_absent(standings: Sequence[Standing], least: int) -> bool:
    """Whether all but the absent agree, and so many countries as the rule asks for spoke at least."""
    spoke = sum(each.state in SPOKEN for each in standings)
    rest = {each.state for each in standings} - SPOKEN
    return rest == {State.ABSENT} and spoke >= max(least, 1)


def lacking(standings: Sequence[Standing]) -> int:
    """How many countries keep it from being consensus."""
    return sum(each.state not in SPOKEN for each in standings)


def sentence(standings: Sequence[Standing], least: int = 0) -> str:
    """Say in the reader's language what is missing, or that there is consensus, and whose.

    `least` is how many countries the rule of absence wants to have spoken.
    """
    if reached(standings):
        return _agreed(standings)
    if reached_without_absent(standings, least):
        return _agreed_without_absent(standings)
    parts = []
    spoke, absent = sum(each.state in SPOKEN for each in standings), _names(standings, State.ABSENT)
    if absent:
        parts.append(_("No se pronunció y es ausente: %s") % ", ".join(absent))
        if spoke < least:
            parts.append(
                _("se pronunciaron %(n)s y la regla pide %(least)s") % {"n": spoke, "least": least}
            )
    missing = [each.country for each in standings if each.state == State.MISSING]
    if missing:
        some = ngettext("Falta %(n)s postura", "Faltan %(n)s posturas", len(missing)) % {
            "n": len(missing)
        }
        parts.append(f"{some} ({', '.join(missing)})" if len(missing) <= 3 else some)
    parts += [
        _one(each) for each in standings if each.state not in SPOKEN | {State.MISSING, State.ABSENT}
    ]
    return "; ".join(parts) + "."


def silent(standings: Sequence[Standing]) -> list[str]:
    """Countries that have not spoken: silence is counted as "no objection", never as consent."""
    return [each.country for each in standings if each.state not in SPOKEN]


def silence_sentence(standings: Sequence[Standing]) -> str:
    """Say in the reader's language that nobody objected in time, and who said nothing."""
    names = silent(standings)
    said = ngettext(
        "Aprobado por silencio; %(n)s país no se pronunció (%(names)s).",
        "Aprobado por silencio; %(n)s países no se pronunciaron (%(names)s).",
        len(names),
    )
    return said % {"n": len(names), "names": ", ".join(names)}


def _agreed(standings: Sequence[Standing]) -> str:
    return "; ".join([_("Hay consenso"), *_with(standings)]) + "."


def _with(standings: Sequence[Standing]) -> list[str]:
    """Who made a statement, who stands aside."""
    said = []
    for state, words in (
        (State.STATEMENT, _("con declaración de %s")), (State.ASIDE, _("se hace a un lado %s"))
    ):  # fmt: skip
        names = _names(standings, state)
        if names:
            said.append(words % ", ".join(names))
    return said


def _agreed_without_absent(standings: Sequence[Standing]) -> str:
    spoke = [each for each in standings if each.state in SPOKEN]
    said = ngettext(
        "Consenso de quienes se pronunciaron: %(n)s país de %(all)s; ausentes: %(absent)s",
        "Consenso de quienes se pronunciaron: %(n)s países de %(all)s; ausentes: %(absent)s",
        len(spoke),
    ) % {
        "n": len(spoke),
        "all": len(standings),
        "absent": ", ".join(_names(standings, State.ABSENT)),
    }
    return "; ".join([said, *_with(standings)]) + "."


def _names(standings: Sequence[Standing], state: State) -> list[str]:
    return [each.country for each in standings if each.state == state]


def _one(each: Standing) -> str:
    day = date_format(each.until, "DATE_FORMAT") if each.until else ""
    words = {
        State.AGAIN: _("%(country)s tiene que reconfirmar, porque cambió el texto"),
        State.TIME: _("%(country)s pide tiempo hasta el %(day)s"),
        State.REFERENDUM: _("%(country)s ad referendum hasta el %(day)s"),
        State.OBJECTION: _objection(each),
    }[each.state]
    return words % {"country": each.country, "day": day}


def _objection(each: Standing) -> str:
    if not each.places:
        words = _("%(country)s mantiene objeción al texto")
    else:
        listed = ", ".join(str(place) for place in each.places)
        words = ngettext(
            "%(country)s mantiene objeción a la cláusula", "%(country)s mantiene objeción a las cláusulas",
            len(each.places),
        ) + f" {listed}"  # fmt: skip
    return words + (f" ({each.basis.replace('%', '%%')})" if each.basis else "")
