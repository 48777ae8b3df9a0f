"""What a candidate was before a change, and back."""

from __future__ import annotations

import datetime
from typing import Any

from consuno.agenda.commitment_fields import CONTENT
from consuno.agenda.models import Candidate, CandidateVersion
from consuno.core.models import User


def content_of(candidate: Candidate) -> dict[str, Any]:
    """Return what it says now, as JSON holds it."""
    content = {name: getattr(candidate, name) for name in CONTENT}
    return content | {"due_on": candidate.due_on.isoformat() if candidate.due_on else None}


def keep_version(
    *, candidate: Candidate, by: User, absorbed: Candidate | None = None, undone: bool = False
) -> CandidateVersion:
    """Keep what it says before it is changed; `undone` where it can never be put back."""
    return CandidateVersion.objects.create(
        candidate=candidate, content=content_of(candidate), absorbed=absorbed, by=by, undone=undone
    )


def put_back(candidate: Candidate, content: dict[str, Any]) -> None:
    """Let it say again what a version kept; not saved yet."""
    for name in CONTENT:
        if name in content:  # versions kept before a field was known lack it
            setattr(candidate, name, content[name])
    due = content["due_on"]
    candidate.due_on = datetime.date.fromisoformat(due) if due else None
