"""Put items on the agenda and move them there."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import transaction

from consuno.agenda import policies
from consuno.agenda.models import Commitment, Instance, Meeting, Party, Population, Promotion
from consuno.agenda.populations import named_in, text_of
from consuno.core import audit, clock
from consuno.core.models import User
from consuno.core.text import fold
from consuno.directory.models import Body, Country
from consuno.directory.queries import Gazetteer
from consuno.directory.standing import SECRETARIATS, secretariat_of

NAME_LIMIT = 200


@dataclass(frozen=True, slots=True)
class PartyDraft:
    """A party by code, or by the name as written when nobody knows it."""

    role: Party.Role
    code: str | None
    name: str = ""
    basis: str = "explicit"


@transaction.atomic
def add_commitment(
    *,
    meeting: Meeting,
    by: User | None,
    gazetteer: Gazetteer,
    parties: Iterable[PartyDraft] = (),
    populations: Iterable[Population] | None = None,
    **fields: Any,
) -> Commitment:
    """Put one item on the agenda with its parties, and an instance per country if each owes it.

    `populations` are those people chose; None lets its words say.
    """
    commitment = Commitment(meeting=meeting, **fields)
    first = sorted(parties, key=lambda draft: draft.role != Party.Role.RESPONSIBLE)
    rows = [_party(draft, number, gazetteer) for number, draft in enumerate(first)]
    commitment.search_text = _search_text(commitment, rows)
    commitment.save()
    for row in rows:
        row.commitment = commitment
    Party.objects.bulk_create(rows)
    if populations is None:
        populations = populations_of(commitment, list(Population.objects.all()))
    commitment.populations.set(populations)
    if commitment.distributive:
        Instance.objects.bulk_create(
            Instance(commitment=commitment, country=country) for country in Country.objects.all()
        )
    audit.record("add_commitment", commitment, by=by, ref=commitment.ref)
    return commitment


def populations_of(commitment: Commitment, known: Sequence[Population]) -> list[Population]:
    """Those its words and its parties name; a part that names none is of its whole's."""
    parties = (party.name for party in commitment.parties.all())
    statement = f"{commitment.statement.es}\n{commitment.statement.en}"
    found = named_in(text_of(statement, parties), known)
    if not found and commitment.parent is not None:
        return list(commitment.parent.populations.all())
    return found


def _party(draft: PartyDraft, number: int, gazetteer: Gazetteer) -> Party:
    body, country = gazetteer.find(draft.code)
    name = draft.name or ("" if body else draft.code or "")
    return Party(
        role=draft.role,
        body=body,
        country=country,
        name=name[:NAME_LIMIT],
        basis=draft.basis,
        order=number,
    )


def change_responsible(
    commitment: Commitment, rows: list[dict[str, Any]], gazetteer: Gazetteer
) -> None:
    """Let others answer for an item; whoever asked for it or receives it stays."""
    others = list(commitment.parties.exclude(role=Party.Role.RESPONSIBLE))
    commitment.parties.filter(role=Party.Role.RESPONSIBLE).delete()
    made = [
        _party(
            PartyDraft(Party.Role.RESPONSIBLE, row["body"], row["name"], row["basis"]),
            number,
            gazetteer,
        )
        for number, row in enumerate(rows)
    ]
    for party in made:
        party.commitment = commitment
    Party.objects.bulk_create(made)
    for number, party in enumerate(others, start=len(made)):
        party.order = number
    Party.objects.bulk_update(others, ["order"])


def _search_text(commitment: Commitment, parties: list[Party]) -> str:
    """Everything a person may type to find the item, folded."""
    words = [commitment.ref, commitment.acta_id, commitment.statement.es, commitment.statement.en]
    words.append(commitment.quote)
    for party in parties:
        words.append(party.name)
        if party.body and party.body.listed:
            words += [party.body.name.es, party.body.name.en, party.body.short.es]
    return fold(" ".join(filter(None, words)))


def refresh_search_text(commitment: Commitment) -> None:
    """Let it be found by what it says now."""
    commitment.search_text = _search_text(commitment, list(commitment.parties.all()))
    Commitment.objects.filter(pk=commitment.pk).update(search_text=commitment.search_text)


@transaction.atomic
def promote(*, commitment: Commitment, by: User) -> bool:
    """One Secretariat wants a priority to be a commitment; returns whether both now do.

    Raises Denied when the person may not, or the item is no open priority.
    """
    commitment = Commitment.objects.select_for_update().get(pk=commitment.pk)
    policies.may_promote(by, commitment)
    body = policies.may_work_as_secretariat(by)
    _wish, made = Promotion.objects.get_or_create(
        commitment=commitment, body=body, defaults={"by": by}
    )
    if not made:
        return False
    audit.record("promote", commitment, by=by, on_behalf_of=body)
    both = commitment.promotions.filter(body__code__in=SECRETARIATS).count() == len(SECRETARIATS)
    if both:
        commitment.promoted_on = clock.today()
        commitment.save(update_fields=["promoted_on"])
    return both


@transaction.atomic
def promote_chosen(
    *, commitments: Iterable[Commitment], wished: Mapping[Body, User], by: User
) -> None:
    """Make commitments of the priorities that both Secretariats chose in one act of another room.

    Monitoring calls it when a cycle opens: `wished` is who chose for which Secretariat.
    """
    for each in Commitment.objects.select_for_update(of=("self",)).filter(
        pk__in=[item.pk for item in commitments], promoted_on=None
    ):
        for body, person in wished.items():
            Promotion.objects.get_or_create(commitment=each, body=body, defaults={"by": person})
        each.promoted_on = clock.today()
        each.save(update_fields=["promoted_on"])
        audit.record(
            "promote", each, by=by, on_behalf_of=" ".join(sorted(one.code for one in wished))
        )


@transaction.atomic
def resolve_event(*, commitment: Commitment, due_on: datetime.date | None, by: User) -> None:
    """Give a deadline that is a meeting the day of the meeting, or take it away with None.

    Meetings call it: the words of the deadline stay as the paper has them.
    """
    was = commitment.due_on.isoformat() if commitment.due_on else ""
    commitment.due_on = due_on
    commitment.save(update_fields=["due_on"])
    body = secretariat_of(by)
    audit.record(
        "resolve_event", commitment, by=by, on_behalf_of=body, was=was,
        due_on=due_on.isoformat() if due_on else "",
    )  # fmt: skip


@transaction.atomic
def hear(*, commitment: Commitment, by: User) -> None:
    """Keep the first day on which somebody recorded what became of it. Monitoring calls it."""
    silent = Commitment.objects.filter(pk=commitment.pk, heard_on=None)
    if silent.update(heard_on=clock.today()):
        audit.record("hear", commitment, by=by)


@transaction.atomic
def close_commitment(*, commitment: Commitment, outcome: str, by: User) -> None:
    """Close what binds nobody any more, or open it again with an empty outcome.

    Monitoring calls it: both Secretariats said so there of everybody who owed it.
    """
    commitment.outcome = outcome
    commitment.closed_on = clock.today() if outcome else None
    commitment.save(update_fields=["outcome", "closed_on"])
    body = secretariat_of(by)
    audit.record(
        "close_commitment", commitment, by=by, on_behalf_of=body,
        outcome=outcome,
    )  # fmt: skip
