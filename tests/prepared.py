"""Data that most tests begin with, loaded once in a process and put back as rows, table by table.

Loading the domain data and the demo's people through their actions takes half a second; putting back the
rows that came of it takes a few hundredths. The first test that asks really loads; nothing is kept between
tests but the rows themselves.
"""

from __future__ import annotations

from collections.abc import Callable

from django.apps import apps
from django.db import connection, transaction

from consuno.core import clock

#: What each kind of data left in each table, as the database gave it.
_kept: dict[str, dict[str, tuple[list[str], object]]] = {}
#: The day of a test that chooses no other: none may begin to fail because time goes on.
TODAY = "2026-11-25 12:00Z"


def prepared(name: str, load: Callable[[], object]) -> None:
    """Have the data of a name in the database: load it the first time, put its rows back after that."""
    if clock.today().isoformat() != TODAY[:10]:
        load()  # a test that went to another day first has its data made on that day
        return
    if name in _kept:
        with transaction.atomic():  # rows of one table lead to another's that come later
            _put_back(_kept[name])
        return
    if not connection.in_atomic_block:
        load()  # where things are committed more follows from them than these rows
        return
    tables = _tables()
    before = {table: _count(table) for table in tables}
    load()
    _kept[name] = {
        table: _take(table, columns, before[table])
        for table, columns in tables.items() if _count(table) != before[table]
    }  # fmt: skip


def _tables() -> dict[str, list[str]]:
    """The columns of every table that a test may write to; what the database computes is not written."""
    return {
        model._meta.db_table: [
            each.column for each in model._meta.concrete_fields if not each.generated
        ]
        for model in apps.get_models(include_auto_created=True)
        if model._meta.managed and not model._meta.proxy
    }


def _quoted(table: str) -> str:
    return connection.ops.quote_name(table)


def _count(table: str) -> int:
    """The number of rows."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT COUNT(*) FROM {_quoted(table)}")
        return int(cursor.fetchone()[0])


def _take(table: str, columns: list[str], had: int) -> tuple[list[str], object]:
    """The rows that came; on PostgreSQL as COPY gives them, on SQLite as they are stored."""
    assert not had or "id" in columns, table
    names = ", ".join(_quoted(each) for each in columns)
    new = f" ORDER BY id OFFSET {had}" if had and connection.vendor == "postgresql" else ""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            query = f"COPY (SELECT {names} FROM {_quoted(table)}{new}) TO STDOUT"
            with cursor.copy(query) as copy:
                return columns, b"".join(bytes(piece) for piece in copy)
        # A sign before a column hides its type, so that nothing is converted on the way.
        raw = ", ".join(f"+{_quoted(each)}" for each in columns)
        new = f" ORDER BY id LIMIT -1 OFFSET {had}" if had else ""
        cursor.execute(f"SELECT {raw} FROM {_quoted(table)}{new}")
        return columns, cursor.fetchall()


def _put_back(kept: dict[str, tuple[list[str], object]]) -> None:
    with connection.cursor() as cursor:
        for table, (columns, rows) in kept.items():
            names = ", ".join(_quoted(each) for each in columns)
            if connection.vendor == "postgresql":
                with cursor.copy(f"COPY {_quoted(table)} ({names}) FROM STDIN") as copy:
                    copy.write(rows)
            else:
                marks = ", ".join(["%s"] * len(columns))
                cursor.executemany(f"INSERT INTO {_quoted(table)} ({names}) VALUES ({marks})", rows)
        if connection.vendor == "postgresql":
            _count_on(
                cursor, [table for table, (columns, _rows) in kept.items() if "id" in columns]
            )


def _count_on(cursor: object, tables: list[str]) -> None:
    """The next number of each table comes after those put back."""
    said = ", ".join(
        f"setval(pg_get_serial_sequence('{_quoted(table)}', 'id'), (SELECT MAX(id) FROM {_quoted(table)}))"
        for table in tables
    )
    cursor.execute(f"SELECT {said}")  # type: ignore[attr-defined]
