"""Answer an instrument of self-assessment."""

from __future__ import annotations

from django.db import transaction

from consuno.core import audit, clock
from consuno.core.locks import exclusively
from consuno.core.models import User
from consuno.directory.models import Body
from consuno.knowledge import policies
from consuno.knowledge.assessments import Kind
from consuno.knowledge.models import Assessment, Finding


@transaction.atomic
def begin_assessment(
    *, kind: Kind, body: Body, partner: Body | None, language: str, by: User
) -> Assessment:
    """Begin one. Raises Denied."""
    exclusively(f"begin_assessment {kind.slug} {body.pk}")
    policies.may_begin(by, kind, body, partner)
    made = Assessment.objects.create(
        kind=kind.slug, body=body, partner=partner if kind.partnered else None,
        language=language, begun_by=by,
    )  # fmt: skip
    audit.record("begin_assessment", made, by=by, on_behalf_of=body, kind=kind.slug)
    return made


@transaction.atomic
def save_assessment(
    *, assessment: Assessment, answers: dict[str, dict[str, str]], by: User
) -> Assessment:
    """Keep answers: `level` and `text` by question; those not named stay. Raises Denied."""
    assessment = _held(assessment)
    policies.may_answer(by, assessment)
    policies.must_be_levels(assessment.instrument, answers)
    for question, said in answers.items():
        values = {"level": said["level"], "text": said.get("text", "").strip()[:1000]}
        Finding.objects.update_or_create(assessment=assessment, question=question, defaults=values)
    audit.record(
        "save_assessment",
        assessment,
        by=by,
        on_behalf_of=assessment.body,
        answers=len(answers),
    )
    return assessment


@transaction.atomic
def give_assessment(*, assessment: Assessment, by: User) -> Assessment:
    """Hand it in: institutions read it, and what is wanting comes to the meetings. Raises Denied."""
    assessment = _held(assessment)
    policies.may_give(by, assessment, assessment.findings.values_list("question", flat=True))
    assessment.given_on = clock.today()
    assessment.save(update_fields=["given_on"])
    audit.record("give_assessment", assessment, by=by, on_behalf_of=assessment.body)
    return assessment


@transaction.atomic
def speak_beside(*, assessment: Assessment, text: str, by: User) -> Assessment:
    """The partner says what it sees. Raises Denied."""
    assessment = _held(assessment)
    policies.may_speak_beside(by, assessment)
    assessment.partner_word = text.strip()[:5000]
    assessment.save(update_fields=["partner_word"])
    code = assessment.partner.code if assessment.partner else ""
    audit.record("speak_beside", assessment, by=by, on_behalf_of=code)
    return assessment


def _held(assessment: Assessment) -> Assessment:
    found = Assessment.objects.select_for_update(of=("self",)).select_related("body", "partner")
    return found.get(pk=assessment.pk)
