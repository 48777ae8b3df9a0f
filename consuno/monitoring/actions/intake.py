"""Take a follow-up sheet in: read, its columns chosen, tried, and then all of it or nothing."""

from __future__ import annotations

import datetime
from collections.abc import Mapping

from django.db import transaction

from consuno.agenda.actions import record_rows
from consuno.agenda.models import Minutes
from consuno.core import audit, clock, jobs, locks
from consuno.core.models import User
from consuno.core.sheets import Sheet
from consuno.monitoring import intake as reading
from consuno.monitoring import policies
from consuno.monitoring.models import Intake, Past


@transaction.atomic
def begin_intake(
    *,
    title: str,
    place: str,
    day: datetime.date,
    public: bool,
    file_name: str,
    content: bytes,
    sheet: Sheet,
    by: User,
) -> Intake:
    """Keep a sheet as it was read, with a guess of what its columns are. Raises Denied."""
    secretariat = policies.may_work_as_secretariat(by)
    head = reading.guess_head(sheet.rows)
    made = Intake.objects.create(
        title=title, place=place, day=day, public=public, file_name=file_name[:200],
        content=content, sheet=sheet.name[:100], rows=sheet.rows, head=head,
        columns=reading.guess_columns(sheet.rows[head - 1]), secretariat=secretariat, by=by,
    )  # fmt: skip
    audit.record("begin_intake", made, by=by, on_behalf_of=secretariat, rows=len(sheet.rows))
    return made


def _held(intake: Intake, by: User) -> Intake:
    intake = Intake.objects.select_for_update(of=("self",)).get(pk=intake.pk)
    policies.may_take_in(by, intake)
    return intake


@transaction.atomic
def choose_columns(*, intake: Intake, head: int, columns: Mapping[str, int], by: User) -> Intake:
    """Say which row holds the heads and which column is what. Raises Denied."""
    intake = _held(intake, by)
    policies.must_be_columns(intake, head, columns)
    intake.head, intake.columns = head, dict(columns)
    intake.save(update_fields=["head", "columns"])
    audit.record("choose_columns", intake, by=by, on_behalf_of=intake.secretariat)
    return intake


@transaction.atomic
def take_in(*, intake: Intake, by: User) -> Minutes:
    """Make every row a candidate that both Secretariats confirm, and keep the progress it told of.

    Raises Denied when a row is wrong: then nothing is taken in.
    """
    intake = _held(intake, by)
    rows = reading.read(intake.rows, intake.head, intake.columns)
    policies.must_all_be_right(rows)
    made = record_rows(
        rows=[row.listed for row in rows], title=intake.title, place=intake.place, day=intake.day,
        public=intake.public, file_name=intake.file_name, content=bytes(intake.content), by=by,
    )  # fmt: skip
    Past.objects.bulk_create(
        Past(
            candidate=candidate, text=row.text, level=row.level, rating=row.rating,
            said_on=row.said_on,
        )
        for row, candidate in zip(rows, made, strict=True)
        if row.tells
    )  # fmt: skip
    intake.minutes, intake.content, intake.rows = made[0].minutes, b"", []
    intake.save(update_fields=["minutes", "content", "rows"])
    audit.record("take_in", intake, by=by, on_behalf_of=intake.secretariat, rows=len(rows))
    return made[0].minutes


@transaction.atomic
def discard_intake(*, intake: Intake, by: User) -> None:
    """Throw away a sheet that was not taken in: nothing of it stays. Raises Denied."""
    intake = _held(intake, by)
    audit.record("discard_intake", intake, by=by, on_behalf_of=intake.secretariat)
    intake.delete()


#: Days after which a sheet that nobody took in is thrown away; its page says so.
KEPT_DAYS = 30


@jobs.job(cron="43 3 * * *")
def forget_intakes() -> None:
    """Throw away the sheets that were begun and left."""
    oldest = clock.now() - datetime.timedelta(days=KEPT_DAYS)
    left = Intake.objects.filter(minutes=None, at__lt=oldest).only("pk")
    locks.while_still(left, _forget)


def _forget(intake: Intake) -> None:
    audit.record("forget_intake", intake, by=None)
    intake.delete()
