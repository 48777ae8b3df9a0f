"""Reports that come back in a spreadsheet: all of them, or none."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.translation import gettext as _

from consuno.core.answer_sheets import keep_all
from consuno.core.models import User
from consuno.core.policy import Denied
from consuno.directory.models import Body
from consuno.monitoring.actions.reports import save_report, send_report
from consuno.monitoring.models import Cycle, Report
from consuno.monitoring.workbook import Row


def bring_reports(
    *, cycle: Cycle, body: Body, rows: Sequence[Row], send: bool, by: User
) -> list[tuple[Row, Report]]:
    """Save the rows as drafts, or send them; those where nothing was written stay as they are.

    Raises RowsError when any row is wrong: then nothing is kept, and every row knows why.
    """
    return keep_all(rows, lambda row: _bring(cycle, body, row, send=send, by=by))


def _bring(cycle: Cycle, body: Body, row: Row, *, send: bool, by: User) -> Report:
    report = Report.objects.filter(pk=row.report, cycle=cycle, obligation__body=body).first()
    if report is None:
        raise Denied(_("Esta fila no es de esta institución ni de este ciclo."))
    keep = send_report if send else save_report
    return keep(report=report, revision=row.revision, by=by, reached=row.reached, **row.written)
