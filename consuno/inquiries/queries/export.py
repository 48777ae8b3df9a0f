"""What leaves a request for information as a file: an answer a row."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from consuno.core import clock
from consuno.core.tables import Column
from consuno.core.text import one_line
from consuno.inquiries.models import Answer

#: An answer, and whether this reader may read what it says.
Read = tuple[Answer, bool]
ANSWERS: tuple[Column[Read], ...] = (
    Column("body", lambda row: str(row[0].body), _("Institución"), 40),
    Column("state", lambda row: row[0].get_state_display(), _("Situación")),
    Column(
        "answered_on",
        lambda row: clock.day(row[0].answered_at) if row[0].answered_at else None,
        _("Día"),
    ),
    Column("text", lambda row: one_line(row[0].text) if row[1] else "", _("Respuesta"), 60),
    Column("link", lambda row: row[0].link if row[1] else "", _("Dirección"), 30),
)
