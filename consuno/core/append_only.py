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


def _statements(vendor: str, tables: Sequence[str]) -> list[str]:
    if vendor == "postgresql":
        return [
            _POSTGRES_FUNCTION,
            *(
                f"CREATE TRIGGER {table}_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON {table}"
                " EXECUTE FUNCTION consuno_append_only()"
                for table in tables
            ),
        ]
    return [
        f"CREATE TRIGGER {table}_no_{act.lower()} BEFORE {act} ON {table}"
        f" BEGIN SELECT RAISE(ABORT, 'append only: {table}'); END"
        for table in tables
        for act in ("UPDATE", "DELETE")
    ]


def _undo(vendor: str, tables: Sequence[str]) -> list[str]:
    if vendor == "postgresql":
        return [f"DROP TRIGGER IF EXISTS {table}_kept ON {table}" for table in tables]
    return [
        f"DROP TRIGGER IF EXISTS {table}_no_{act}"
        for table in tables
        for act in ("update", "delete")
    ]


def put(connection: Any, tables: Sequence[str] = TABLES) -> None:
    """Make the triggers."""
    with connection.cursor() as cursor:
        for statement in _statements(connection.vendor, tables):
            cursor.execute(statement)


def take_away(connection: Any, tables: Sequence[str] = TABLES) -> None:
    """Remove them (tests that empty their tables; never in use)."""
    with connection.cursor() as cursor:
        for statement in _undo(connection.vendor, tables):
            cursor.execute(statement)
