"""What leaves the house that the public may not read."""

from __future__ import annotations

from django.db import transaction

from consuno.core import audit
from consuno.core.models import User


@transaction.atomic
def take_away(*, what: str, by: User) -> None:
    """Record that a person took away more than the public may read: which address they asked for.

    Words searched for are left out, for a person may have typed a name.
    """
    path, _mark, query = what.partition("?")
    kept = "&".join(part for part in query.split("&") if part and not part.startswith("q="))
    audit.record("take_away", by, by=by, path=path, filters=kept)
