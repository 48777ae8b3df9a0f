"""Say what takes up a challenge."""

from __future__ import annotations

from django.db import transaction

from consuno.agenda import policies
from consuno.agenda.models import Answer, Challenge, Commitment
from consuno.core import audit
from consuno.core.models import User


@transaction.atomic
def answer(*, challenge: Challenge, commitment: Commitment, degree: str, by: User) -> None:
    """One Secretariat says how far an item takes up a challenge; an empty degree takes it back.

    Raises Denied.
    """
    policies.may_answer(by, challenge, commitment, degree)
    body = policies.may_work_as_secretariat(by)
    mine = Answer.objects.filter(challenge=challenge, commitment=commitment, body=body)
    if not degree:
        mine.delete()
    else:
        Answer.objects.update_or_create(
            challenge=challenge, commitment=commitment, body=body,
            defaults={"degree": degree, "by": by},
        )  # fmt: skip
    audit.record(
        "answer_challenge", challenge, by=by, on_behalf_of=body, item=commitment.ref,
        degree=degree,
    )  # fmt: skip
