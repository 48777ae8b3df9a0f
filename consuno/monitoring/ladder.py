"""The ladder of reminders: which rung a deadline has reached. Pure; days only.

Rungs are days from the deadline, negative before it. Of several rungs reached at once (a late
start, an import, the end of a pause) only the latest is told; the earlier ones are skipped.
"""

from __future__ import annotations

import datetime
from collections.abc import Collection, Sequence

#: Of what is owed. The last one is a line in the dossier of the GRCM, and no message.
DEADLINE = (-30, -14, -7, -1, 0, 7, 21, 45)
#: Of the reports of a cycle.
REPORT = (-7, -1, 3)
#: From here on the alternate and the validator are told, then both Secretariats, then nobody.
OTHERS, SECRETARIATS, DOSSIER = 7, 21, 45


def reached(
    due: datetime.date, today: datetime.date, rungs: Sequence[int], told: Collection[int]
) -> tuple[int | None, list[int]]:
    """Return the rung to tell now, if one, and those to log as skipped.

    `told` are the rungs that are in the log already, told or skipped.
    """
    offset = (today - due).days
    climbed = [rung for rung in rungs if rung <= offset and rung not in told]
    if not climbed:
        return None, []
    # One that was told before stands above what is missing: nothing new was reached.
    if told and max(told) > climbed[-1]:
        return None, climbed
    return climbed[-1], climbed[:-1]
