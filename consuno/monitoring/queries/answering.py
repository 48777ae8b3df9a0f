"""Which bodies answer for what is owed: what the paper says, what each Secretariat named."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from django.db.models import F, Prefetch, Q, QuerySet

from consuno.agenda.models import Commitment, Party
from consuno.agenda.queries.commitment import ROW, visible, with_parties
from consuno.core.memo import Keys
from consuno.directory.models import Body
from consuno.directory.models.body import NETWORK
from consuno.directory.standing import SECRETARIATS
from consuno.monitoring.models import Cycle, Naming, Obligation

#: Groups whose members are one body of each country: the migration offices hold the focal points
#: of the CRM, the foreign ministries answer where the paper names them.
BY_COUNTRY = {"PAISES-CRM": "DGM", "GOBIERNOS": "DGM", "PF-GOB": "DGM", "DGM": "DGM", "MRE": "MRE"}
#: The order of the agenda.
AGENDA = ("-meeting__starts", "meeting", "order")
#: Groups that one network answers for, until its Secretariat names the local partners.
BY_NETWORK = {"RROCM-LOCAL": NETWORK, "SOC-CIVIL": NETWORK}


@dataclass(slots=True)
class Answering:
    """One commitment: who answers, who was named by whom, who is proposed."""

    commitment: Commitment
    proposed: list[str]
    #: Whether the paper itself names bodies, no group and nobody unknown: nothing to be agreed.
    plain: bool
    said: dict[str, list[str]] = field(default_factory=dict)
    bodies: list[Body] = field(default_factory=list)

    @property
    def settled(self) -> bool:
        """Whether it is known who answers."""
        return bool(self.bodies)

    @property
    def differ(self) -> bool:
        """Whether both Secretariats named bodies, and not the same."""
        named = [self.said.get(code) for code in SECRETARIATS]
        return all(named) and named[0] != named[1]

    @property
    def agreed(self) -> list[str]:
        """The codes of those whom the paper names by itself, or both Secretariats named; none yet."""
        if self.plain:
            return self.proposed
        named = [self.said.get(code, []) for code in SECRETARIATS]
        return named[0] if named[0] == named[1] else []

    def waits_for(self, secretariat: str) -> bool:
        """Whether this Secretariat has still to say."""
        return not self.settled and secretariat not in self.said


def owed_keys(*, reader: Any) -> Keys:
    """The keys of what is monitored, or is to be by a draft, and this person may read."""
    chosen = Cycle.objects.filter(opened_on=None).values("covers")
    items = visible(reader=reader).filter(Q(owed=True) | Q(pk__in=chosen))
    return Keys("monitoring.owed", of=items.order_by(*AGENDA), reader=reader)


def owed(*, reader: Any = None) -> QuerySet[Commitment]:
    """What is monitored, in the order of the agenda; everything where no reader is given."""
    items = visible(reader=reader) if reader is not None else Commitment.objects.all()
    return items.filter(owed=True).order_by(*AGENDA)


def undecided(items: QuerySet[Commitment]) -> QuerySet[Commitment]:
    """Those for which nobody answers yet and the paper names no body by itself.

    The same as `not settled and not plain` below, asked of the database; a test holds them together.
    """
    named = Party.objects.filter(role=Party.Role.RESPONSIBLE)
    office = Q(country__isnull=False) & ~Q(country=F("body__country"))
    office |= Q(country__isnull=False, body__country__isnull=True)
    unclear = named.filter(Q(body=None) | Q(body__kind__in=("group", "country")) | office)
    bound = Obligation.objects.current().values("commitment")
    return items.exclude(pk__in=bound).filter(
        Q(pk__in=unclear.values("commitment")) | ~Q(pk__in=named.values("commitment"))
    )


class Proposals:
    """Bodies that would answer for the parties of commitments; two queries for all of them."""

    def __init__(self) -> None:
        bodies = Body.objects.filter(closed_on=None).exclude(country=None)
        self._of_country = {
            (code.partition(":")[0], country): code
            for code, country in bodies.values_list("code", "country")
            if country is not None
        }

    def of(self, party: Party) -> list[str]:
        """Return the codes of those who would answer for a party; none where nobody knows it."""
        body = party.body
        if body is None:
            return []
        if body.code in BY_COUNTRY:
            kind = BY_COUNTRY[body.code]
            found = {key: code for key, code in self._of_country.items() if key[0] == kind}
            return [found[key] for key in sorted(found)]
        if body.code in BY_NETWORK:
            return [BY_NETWORK[body.code]]
        if (party.country_id and body.country_id != party.country_id) or body.kind == "country":
            return self._one(party.country_id or body.country_id)
        return [] if body.kind == "group" else [body.code]

    def everybody(self) -> list[str]:
        """The countries and the RROCM, whose actions in the prioritised themes are watched (line 105)."""
        return sorted(
            [code for (kind, _country), code in self._of_country.items() if kind == "DGM"]
            + [NETWORK]
        )

    def _one(self, country: str | None) -> list[str]:
        """The body by which a country, or an office it held, answers."""
        code = self._of_country.get(("DGM", country or ""))
        return [code] if code else []


#: What a line says of a body that answers.
BODY = ("body__code", "body__name", "body__short", "body__listed", "body__parent")


def answering(items: QuerySet[Commitment]) -> list[Answering]:
    """Read who answers for these; as many queries whatever their number."""
    proposals = Proposals()
    bound = Obligation.objects.current().select_related("body").only("commitment", *BODY)
    found = with_parties(items.only(*ROW), light=True).prefetch_related(
        Prefetch("namings", Naming.objects.select_related("secretariat"), to_attr="named"),
        Prefetch("obligations", bound, to_attr="bound"),
    )
    return [_answering(item, proposals) for item in found]


def _answering(item: Commitment, proposals: Proposals) -> Answering:
    codes = sorted({code for party in item.responsible for code in proposals.of(party)})
    if not item.responsible and item.kind == Commitment.Kind.PRIORITY:
        codes = proposals.everybody()
    plain = bool(item.responsible) and all(
        party.body is not None and proposals.of(party) == [party.body.code]
        for party in item.responsible
    )
    return Answering(
        item, codes, plain,
        {naming.secretariat.code: naming.codes for naming in item.named},  # type: ignore[attr-defined]
        [obligation.body for obligation in item.bound],  # type: ignore[attr-defined]
    )  # fmt: skip
