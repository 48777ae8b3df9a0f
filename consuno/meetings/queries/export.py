"""What leaves the meetings as a file: the inventory of efforts."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from consuno.core.tables import Column
from consuno.core.text import one_line
from consuno.meetings.models import Effort

EFFORTS: tuple[Column[Effort], ...] = (
    Column("theme", lambda each: str(each.theme), _("Tema"), 30),
    Column("body", lambda each: str(each.body), _("Institución"), 40),
    Column("country", lambda each: str(each.body.country or ""), _("País")),
    Column("title", lambda each: one_line(each.title), _("Esfuerzo"), 40),
    Column("description", lambda each: one_line(each.description), _("Descripción"), 60),
    Column("since", lambda each: each.since, _("Desde")),
    Column("until", lambda each: each.until, _("Hasta")),
    Column("confirmed_on", lambda each: each.confirmed_on, _("Confirmado")),
    Column("link", lambda each: each.link, _("Dirección"), 30),
    Column("populations", lambda each: [*map(str, each.populations.all())], _("A quién sirve"), 30),
)
