"""Once is once: a paper or an agreement that is there already is said, and people choose."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from consuno.agenda import policies
from consuno.agenda.actions.review import reject
from consuno.agenda.models import Candidate, Minutes
from consuno.core import audit
from consuno.core.models import User
from consuno.core.policy import Denied
from consuno.directory.standing import secretariat_of


@transaction.atomic
def same_as_agenda(*, candidate: Candidate, revision: int, by: User) -> None:
    """Say that it is the commitment it looks like: rejected here, with where it stands. Raises Denied."""
    if candidate.like is None:
        raise Denied(_("Ya no se parece a nada de la agenda."))
    reason = _("Ya está en la agenda: %s.") % candidate.like.label
    reject(candidate=candidate, revision=revision, reason=reason, by=by)


@transaction.atomic
def is_another(*, candidate: Candidate, by: User) -> None:
    """Say that it is not what it looks like: a follow-up, or another thing. Raises Denied."""
    policies.may_review(by, candidate)
    Candidate.objects.filter(pk=candidate.pk).update(like=None)
    audit.record("candidate_is_another", candidate, by=by, on_behalf_of=secretariat_of(by))


@transaction.atomic
def is_another_paper(*, minutes: Minutes, by: User) -> None:
    """Say that a paper is not the one it looks like. Raises Denied."""
    policies.may_add_candidate(by, minutes)
    Minutes.objects.filter(pk=minutes.pk).update(like=None)
    audit.record("minutes_are_others", minutes, by=by, on_behalf_of=secretariat_of(by))
