"""Assessments beside each other, and what is wanting."""

from __future__ import annotations

from dataclasses import dataclass

from consuno.directory.models import Body
from consuno.knowledge.assessments import Kind, Question, kinds
from consuno.knowledge.models import Assessment, Finding


@dataclass(frozen=True, slots=True)
class Line:
    """One question with the answer of each body, in the order of the columns."""

    question: Question
    cells: list[Finding | None]

    @property
    def wanting(self) -> int:
        """In how many bodies something is wanting."""
        return sum(cell is not None and cell.gap for cell in self.cells)


@dataclass(frozen=True, slots=True)
class Comparison:
    """The last assessment of each body, side by side."""

    kind: Kind
    assessments: list[Assessment]
    lines: list[Line]


def latest(kind: str) -> list[Assessment]:
    """The last one that each body gave; two queries."""
    found = Assessment.objects.filter(kind=kind).exclude(given_on=None)
    found = found.select_related("body__country", "partner").prefetch_related("findings")
    by_body: dict[int, Assessment] = {}
    for each in found.order_by("given_on", "pk"):
        by_body[each.body_id] = each
    return sorted(by_body.values(), key=lambda each: (each.body.country_id or "", each.body.order))


def compare(kind: Kind) -> Comparison:
    """Put the bodies side by side."""
    assessments = latest(kind.slug)
    answers = [{f.question: f for f in each.findings.all()} for each in assessments]
    lines = [
        Line(question, [each.get(question.slug) for each in answers]) for question in kind.questions
    ]
    return Comparison(kind, assessments, lines)


def gaps() -> list[tuple[Assessment, int]]:
    """The last assessments in which something is wanting, with in how many questions."""
    found = [
        (each, sum(f.gap for f in each.findings.all())) for kind in kinds() for each in latest(kind)
    ]
    return [(assessment, count) for assessment, count in found if count]


def open_of(body: Body) -> list[Assessment]:
    """Those a body has begun and not given."""
    return list(Assessment.objects.filter(body=body, given_on=None).select_related("body"))
