"""Follow-up sheets on their way in: the Secretariat that brought one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from consuno.core.policy import Denied
from consuno.directory.standing import secretariat_of
from consuno.monitoring.intake import COLUMNS, Row
from consuno.monitoring.models import Intake
from consuno.monitoring.policies.standing import may_work_as_secretariat


def may_take_in(user: Any, intake: Intake) -> None:
    """The Secretariat that brought the sheet, until it is taken in."""
    may_work_as_secretariat(user)
    secretariat = secretariat_of(user)
    if secretariat is None or secretariat.pk != intake.secretariat_id:
        raise Denied(
            _("Esa hoja la trae la otra Secretaría: usted la revisará cuando sea un acta.")
        )
    if intake.minutes_id:
        raise Denied(_("Esa hoja ya se trajo."))


def must_be_columns(intake: Intake, head: int, columns: Mapping[str, int]) -> None:
    """The heads are a row of the sheet; each column is one thing; what was agreed is one of them."""
    if not 1 <= head <= len(intake.rows):
        raise Denied(_("Esa fila no está en la hoja."))
    if "statement" not in columns:
        raise Denied(_("Elija la columna que dice qué se acordó."))
    if len(set(columns.values())) < len(columns) or not set(columns) <= set(COLUMNS):
        raise Denied(_("Cada columna se usa una sola vez."))


def must_all_be_right(rows: Sequence[Row]) -> None:
    """All rows or none."""
    if not rows:
        raise Denied(_("La hoja no tiene ninguna fila debajo de los nombres de las columnas."))
    wrong = sum(bool(row.problems) for row in rows)
    if wrong:
        words = ngettext(
            "%(n)s fila está mal: no se trajo nada.",
            "%(n)s filas están mal: no se trajo nada.",
            wrong,
        )
        raise Denied(words % {"n": wrong})
