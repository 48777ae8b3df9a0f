"""Texts as they are found: under consultation by members, once adopted and certified by anybody."""

from __future__ import annotations

from collections.abc import Iterable

from django.urls import reverse

from consuno.consultation.models import Adoption, Proposal, Version
from consuno.core.search import Document


def every_proposal() -> Iterable[Document]:
    """Those that circulated."""
    for proposal in Proposal.objects.all():
        yield from of_proposal(proposal)


def with_version(version: Version) -> Iterable[tuple[str, Iterable[Document]]]:
    """What changes with a version: its proposal."""
    yield str(version.proposal_id), of_proposal(version.proposal)


def with_adoption(adoption: Adoption) -> Iterable[tuple[str, Iterable[Document]]]:
    """What changes with an adoption: who may find it, and where it leads."""
    yield from with_version(adoption.version)


def of_proposal(proposal: Proposal) -> Iterable[Document]:
    """Its documents, in both languages, with the last text that circulated; a draft is not found."""
    last = proposal.versions.exclude(frozen_at=None).order_by("-number").first()
    if last is None or last.frozen_at is None or proposal.withdrawn_on is not None:
        return
    public = Adoption.objects.filter(version=last).exclude(certified_at=None).exists()
    path = (
        reverse("consultation:record", args=[proposal.pk])
        if public
        else proposal.get_absolute_url()
    )
    clauses = list(last.clauses.values_list("es", "en"))
    for language, column in (("es", 0), ("en", 1)):
        yield Document(
            key=str(proposal.pk), language=language,
            title=getattr(proposal.title, language) or str(proposal.title),
            text=" ".join(each[column] for each in clauses)[:50_000], path=path,
            year=last.frozen_at.year, public=public,
        )  # fmt: skip
