"""The one place that speaks each database's own search: which entries have these stems."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import connection
from django.db.models import QuerySet
from django.db.models.expressions import RawSQL

from consuno.core.models import SearchEntry

#: For each word of a question, the stems any of which will do.
Clause = Sequence[Sequence[str]]


def matching(found: QuerySet[SearchEntry], clause: Clause) -> QuerySet[SearchEntry]:
    """Entries that have one stem of each word. Stems are letters and digits only."""
    if connection.vendor == "postgresql":
        words = " & ".join("(" + " | ".join(f"'{s}'" for s in stems) + ")" for stems in clause)
        return found.extra(where=["core_searchentry.vector @@ %s::tsquery"], params=[words])
    words = " AND ".join("(" + " OR ".join(f'"{s}"' for s in stems) + ")" for stems in clause)
    hits = RawSQL("SELECT rowid FROM core_searchindex WHERE core_searchindex MATCH %s", [words])
    return found.filter(pk__in=hits)


def make_index(schema_editor: object) -> None:
    """Make the index beside the table; for the migration."""
    for statement in _MAKE[connection.vendor]:
        schema_editor.execute(statement)  # type: ignore[attr-defined]


def drop_index(schema_editor: object) -> None:
    """Take it away again."""
    for statement in _DROP[connection.vendor]:
        schema_editor.execute(statement)  # type: ignore[attr-defined]


_MAKE = {
    "postgresql": [
        (
            "ALTER TABLE core_searchentry ADD COLUMN vector tsvector"
            " GENERATED ALWAYS AS (array_to_tsvector(string_to_array(tokens, ' '))) STORED"
        ),
        # Without a pending list: a reader after a large import would pay for it.
        (
            "CREATE INDEX core_searchentry_vector ON core_searchentry USING gin (vector)"
            " WITH (fastupdate = off)"
        ),
    ],
    "sqlite": [
        "CREATE VIRTUAL TABLE core_searchindex USING fts5(tokens, detail=none)",
        (
            "CREATE TRIGGER core_searchentry_made AFTER INSERT ON core_searchentry BEGIN"
            " INSERT INTO core_searchindex (rowid, tokens) VALUES (new.id, new.tokens); END"
        ),
        (
            "CREATE TRIGGER core_searchentry_gone AFTER DELETE ON core_searchentry BEGIN"
            " DELETE FROM core_searchindex WHERE rowid = old.id; END"
        ),
        (
            "CREATE TRIGGER core_searchentry_changed AFTER UPDATE OF tokens ON core_searchentry BEGIN"
            " UPDATE core_searchindex SET tokens = new.tokens WHERE rowid = new.id; END"
        ),
    ],
}
_DROP = {
    "postgresql": ["ALTER TABLE core_searchentry DROP COLUMN vector"],
    "sqlite": [
        "DROP TRIGGER core_searchentry_made", "DROP TRIGGER core_searchentry_gone",
        "DROP TRIGGER core_searchentry_changed", "DROP TABLE core_searchindex",
    ],
}  # fmt: skip
