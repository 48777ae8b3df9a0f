"""What whoever reports reads."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet

from consuno.cases import policies
from consuno.cases.models import Attachment, Complaint, HandOver, Message, Recipient
from consuno.cases.sealed import unpack
from consuno.cases.vocabulary import CATEGORIES, CHILDREN, PERSONS, WAYS
from consuno.core.bilingual import Bilingual
from consuno.core.vault import files, sections
from consuno.core.vault.receipts import Receipt
from consuno.directory.models import Body, Country
from consuno.domain import rows
from consuno.services.models import Channel
from consuno.services.queries.channels import channels_by_country


@dataclass(frozen=True, slots=True)
class Duty:
    """What a country's law obliges recipients to report further, as far as known."""

    says: Bilingual
    source: str
    as_of: str
    confirmed: bool


def duty_in(country: Country) -> Duty | None:
    """Of a country; None where nothing is known, which does not mean that there is none."""
    found = next(
        (row for row in rows("duties_to_report.csv") if row["country"] == country.code), None
    )
    if found is None:
        return None
    says = Bilingual(found["es"], found["en"])
    return Duty(says, found["source"], found["as_of"], found["confirmed"] == "1")


def choice_in(country: Country) -> dict[str, Any]:
    """Who may be chosen in a country, civil society first, and its public channels, emergencies first."""
    ready = [body for body, _key in policies.receiving(country.code)]
    ((_country, channels),) = channels_by_country(None, country.code)
    return {
        "country": country, "duty": duty_in(country),
        "civil": [each for each in ready if each.civil_society],
        "public": [each for each in ready if not each.civil_society],
        "channels": sorted(channels, key=lambda each: each.kind != Channel.Kind.EMERGENCY),
    }  # fmt: skip


def complaint_of(receipt: Receipt) -> Complaint | None:
    """What a receipt leads to."""
    return Complaint.objects.filter(lookup=receipt.lookup).first()


def _own(complaint: Complaint, by: Receipt, *parts: str | None) -> dict[str, Any]:
    """What these sections say, by the reporter, in one; nothing of those that were erased."""
    opened = sections.read_many(parts, complaint.reporter, by.secret, by=None, purpose="own")
    said: dict[str, Any] = {}
    for pk in parts:
        said |= unpack(opened[pk]) if pk in opened else {}
    return said


def narrative(complaint: Complaint, by: Receipt) -> dict[str, Any]:
    """What happened, without who tells it."""
    return _own(complaint, by, complaint.narrative_id)


def written(complaint: Complaint, by: Receipt) -> dict[str, Any]:
    """All that was typed, as it goes back into the form."""
    return _own(complaint, by, complaint.narrative_id, complaint.identity_id)


def shown(complaint: Complaint, by: Receipt) -> dict[str, Any]:
    """All that was typed, with choices in words."""
    return in_words(written(complaint, by))


def in_words(said: dict[str, Any]) -> dict[str, Any]:
    """The choices of a report in the reader's language."""
    known = {"category": CATEGORIES, "person": PERSONS, "child": CHILDREN, "way": WAYS}
    for name, choices in known.items():
        if name in said:
            said[name] = dict(choices).get(said[name], said[name])
    return said


@dataclass(frozen=True, slots=True)
class Said:
    """One message as its reader sees it."""

    body: Body | None
    on: Any
    text: str


@dataclass(frozen=True, slots=True)
class Thread:
    """What the reporter and one recipient told each other, oldest first."""

    recipient: Recipient
    lines: list[Said]


def told_with(complaint: Complaint, body: Body) -> QuerySet[Message]:
    """What the reporter and a body told each other, and what the reporter told all; no notes."""
    mine = Q(body=None) & (Q(to=None) | Q(to=body))
    return complaint.messages.filter(mine | Q(body=body), internal=False)


def conversations(complaint: Complaint, by: Receipt) -> list[Thread]:
    """The conversation with each recipient; a query for all, and internal notes are not among them."""
    found = list(complaint.messages.filter(internal=False).select_related("body"))
    texts = _texts(complaint, by, [each.section_id for each in found])
    return [
        Thread(each, [
            Said(said.body, said.on, texts.get(said.section_id or "", ""))
            for said in found
            if said.body_id == each.body_id or (said.body_id is None and said.to_id in {None, each.body_id})
        ])
        for each in complaint.recipients.select_related("body").order_by("pk")
    ]  # fmt: skip


def _texts(complaint: Complaint, by: Receipt, parts: list[str | None]) -> dict[str, str]:
    opened = sections.read_many(parts, complaint.reporter, by.secret, by=None, purpose="own")
    return {pk: str(unpack(plain).get("text", "")) for pk, plain in opened.items()}


@dataclass(frozen=True, slots=True)
class Proposal:
    """That another organisation reads it: why, and what its country's law may oblige it to."""

    handover: HandOver
    reason: str
    duty: Duty | None


def proposals(complaint: Complaint, by: Receipt) -> list[Proposal]:
    """Proposals that another organisation reads it, with what the reporter must know before the yes."""
    found = list(complaint.handovers.select_related("to__country", "proposed_by"))
    texts = _texts(complaint, by, [each.reason_id for each in found])
    return [
        Proposal(each, texts.get(each.reason_id or "", ""), duty_in(each.to.country))
        for each in found if each.to.country
    ]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Enclosed:
    """A file as its reader sees it in a list."""

    address: str
    name: str
    size: int
    on: Any


def enclosed(complaint: Complaint, by: Receipt) -> list[Enclosed]:
    """The reporter's own files."""
    found = list(complaint.attachments.all())
    opened = sections.read_many(
        [each.section_id for each in found], complaint.reporter, by.secret, by=None, purpose="own"
    )
    return listed(found, opened)


def listed(found: list[Attachment], opened: dict[str, bytes]) -> list[Enclosed]:
    """Those that this reader could open."""
    labels = {pk: files.label(plain) for pk, plain in opened.items()}
    return [
        Enclosed(each.name, labels[each.section_id].name, labels[each.section_id].size, each.on)
        for each in found if each.section_id in labels
    ]  # fmt: skip
