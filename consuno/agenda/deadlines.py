"""A deadline typed or quoted as people say it, worked out for the meeting that set it."""

from __future__ import annotations

import datetime
import re
from typing import Any

from consuno.agenda.models import Candidate, Meeting
from consuno.reader.blocks import build_blocks
from consuno.reader.deadlines import find_deadline, read_date_cell
from consuno.reader.meeting import month_first
from consuno.reader.model import Deadline
from consuno.reader.periods import Anchor

_FIGURES = re.compile(r"\b(\d{1,2})[/.-](\d{1,2})[/.-]\d{2,4}\b")
_MONTHS = 12


def resolved(sentence: str, meeting: Meeting) -> dict[str, Any]:
    """Return the deadline of a sentence as a candidate's fields; "none" where it sets none."""
    return fields_of(find_deadline(sentence, _anchor(meeting), meeting.language))


def worked_out(words: str, meeting: Meeting) -> dict[str, Any]:
    """Return what words that are only a deadline ("fines de marzo") come to, as fields."""
    return fields_of(read_date_cell(words, _anchor(meeting), meeting.language)) | {
        "deadline_text": words
    }


def other_reading(candidate: Candidate) -> datetime.date | None:
    """The other day that "4/5/2026" may be, where nothing in the paper tells the order of figures."""
    found = _FIGURES.search(candidate.deadline_text)
    day, meeting = candidate.due_on, candidate.minutes.meeting
    if found is None or day is None or meeting.language != "en":
        return None
    figures = {int(found[1]), int(found[2])}
    if figures != {day.day, day.month} or len(figures) == 1 or max(figures) > _MONTHS:
        return None
    text = candidate.minutes.text
    told = month_first(build_blocks(text), meeting.language, meeting.ends, text)
    return day.replace(month=day.day, day=day.month) if told is None else None


def _anchor(meeting: Meeting) -> Anchor:
    return Anchor(meeting.ends)


def fields_of(found: Deadline) -> dict[str, Any]:
    """Return a deadline as the fields of a candidate."""
    return {
        "deadline_kind": found.kind, "deadline_text": found.text[:300],
        "deadline_edtf": (found.edtf or "")[:40], "due_on": found.resolved,
    }  # fmt: skip
