"""The database itself refuses to change or delete what is only ever added.

Whoever owns the database can still take these triggers away; the chain of hashes (`audit`) then
shows what they did.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

TABLES = ("core_auditentry", "core_auditseal")

_POSTGRES_FUNCTION = """
CREATE OR REPLACE FUNCTION consuno_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'append only: %', TG_TABLE_NAME; END $$
"""


def _statements(connection: Any, tables: Sequence[str]) -> list[str]:
    if connection.vendor == "postgresql":
        return [
            _POSTGRES_FUNCTION,
            *(
                f"CREATE TRIGGER {table}_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON {table}"
                " EXECUTE FUNCTION consuno_append_only()"
                for table in tables
            ),
        ]
    refusing = "BEGIN SELECT RAISE(ABORT, 'append only: {0}'); END"
    kept = [
        f"CREATE TRIGGER {table}_no_{act.lower()} BEFORE {act} ON {table} {refusing.format(table)}"
        for table in tables
        for act in ("UPDATE", "DELETE")
    ]
    # INSERT OR REPLACE deletes what stands in its way, and fires no trigger of deletion.
    for table in tables:
        there = f"EXISTS (SELECT 1 FROM {table} WHERE {_same(connection, table)})"  # noqa: S608 (our own names)
        kept.append(
            f"CREATE TRIGGER {table}_no_replace BEFORE INSERT ON {table} WHEN {there} {refusing.format(table)}"
        )
    return kept


def _same(connection: Any, table: str) -> str:
    """What a new row would replace: a row of the same key, or the same in columns that are unique together."""
    with connection.cursor() as cursor:
        found = connection.introspection.get_constraints(cursor, table).values()
    keys = {tuple(each["columns"]) for each in found if each["unique"] or each["primary_key"]}
    return " OR ".join(
        "(" + " AND ".join(f'"{column}" = NEW."{column}"' for column in columns) + ")"
        for columns in sorted(keys)
    )


def _undo(vendor: str, tables: Sequence[str]) -> list[str]:
    if vendor == "postgresql":
        return [f"DROP TRIGGER IF EXISTS {table}_kept ON {table}" for table in tables]
    return [
        f"DROP TRIGGER IF EXISTS {table}_no_{act}"
        for table in tables
        for act in ("update", "delete", "replace")
    ]


def put(connection: Any, tables: Sequence[str] = TABLES) -> None:
    """Make the triggers."""
    with connection.cursor() as cursor:
        for statement in _statements(connection, tables):
            cursor.execute(statement)


def take_away(connection: Any, tables: Sequence[str] = TABLES) -> None:
    """Remove them (tests that empty their tables; never in use)."""
    with connection.cursor() as cursor:
        for statement in _undo(connection.vendor, tables):
            cursor.execute(statement)
