"""Who has the dossier of a meeting made, and who reads it."""

from __future__ import annotations

from typing import Any

from consuno.meetings.models import Sitting
from consuno.meetings.policies.agenda import may_read_agenda
from consuno.meetings.policies.sittings import may_work_as_secretariat, must_stand


def may_make_dossier(user: Any, sitting: Sitting) -> None:
    """Either Secretariat, of a meeting that stands."""
    may_work_as_secretariat(user)
    must_stand(sitting)


def may_read_dossier(reader: Any, sitting: Sitting) -> None:
    """Whoever reads the agenda of the meeting."""
    may_read_agenda(reader, sitting)
