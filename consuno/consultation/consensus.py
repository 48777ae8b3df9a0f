"""The sentence: what is missing for consensus, computed from where each country stands.

Never "consensus" while an objection stands, a country has not spoken, has to speak again because a clause
changed, asked for time, or consents only ad referendum (coordination of the reference, procedure, steps 4
and 5).
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
    """Where a country stands today; MISSING has not spoken, AGAIN has to speak anew."""

    CONSENT = "consent"
    STATEMENT = "statement"
    ASIDE = "aside"
    REFERENDUM = "referendum"
    TIME = "time"
    OBJECTION = "objection"
    AGAIN = "again"
    MISSING = "missing"


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


def lacking(standings: Sequence[Standing]) -> int:
    """How many countries keep it from being consensus."""
    return sum(each.state not in SPOKEN for each in standings)


def sentence(standings: Sequence[Standing]) -> str:
    """Say in the reader's language what is missing, or that there is consensus."""
    if reached(standings):
        return _agreed(standings)
    parts = []
    missing = [each.country for each in standings if each.state == State.MISSING]
    if missing:
        some = ngettext("Falta %(n)s postura", "Faltan %(n)s posturas", len(missing)) % {
            "n": len(missing)
        }
        parts.append(f"{some} ({', '.join(missing)})" if len(missing) <= 3 else some)
    parts += [_one(each) for each in standings if each.state not in SPOKEN | {State.MISSING}]
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
    said = [_("Hay consenso")]
    for state, words in (
        (State.STATEMENT, _("con declaración de %s")), (State.ASIDE, _("se hace a un lado %s"))
    ):  # fmt: skip
        names = [each.country for each in standings if each.state == state]
        if names:
            said.append(words % ", ".join(names))
    return "; ".join(said) + "."


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
