"""A deadline typed or quoted as people say it, worked out for the meeting that set it."""

from __future__ import annotations

from typing import Any

from consuno.agenda.models import Meeting
from consuno.reader.deadlines import find_deadline, read_date_cell
from consuno.reader.model import Deadline
from consuno.reader.periods import Anchor


def resolved(sentence: str, meeting: Meeting) -> dict[str, Any]:
    """Return the deadline of a sentence as a candidate's fields; "none" where it sets none."""
    return fields_of(find_deadline(sentence, _anchor(meeting), meeting.language))


def worked_out(words: str, meeting: Meeting) -> dict[str, Any]:
    """Return what words that are only a deadline ("fines de marzo") come to, as fields."""
    return fields_of(read_date_cell(words, _anchor(meeting), meeting.language)) | {
        "deadline_text": words
    }


def _anchor(meeting: Meeting) -> Anchor:
    return Anchor(meeting.ends)


def fields_of(found: Deadline) -> dict[str, Any]:
    """Return a deadline as the fields of a candidate."""
    return {
        "deadline_kind": found.kind, "deadline_text": found.text[:300],
        "deadline_edtf": (found.edtf or "")[:40], "due_on": found.resolved,
    }  # fmt: skip
