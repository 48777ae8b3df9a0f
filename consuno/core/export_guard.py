"""What leaves the house beyond what the public may read: who takes it shows again who they are."""

from __future__ import annotations

from allauth.account.internal.flows.reauthentication import raise_if_reauthentication_required
from django.db import transaction
from django.http import HttpRequest

from consuno.core import audit
from consuno.core.middleware import person
from consuno.core.models import User


def guard_export(request: HttpRequest, room: str) -> None:
    """Have them show again who they are, and record that they took it.

    Raises ReauthenticationRequired, which leads back here.
    """
    raise_if_reauthentication_required(request, app=room)
    record_export(what=request.get_full_path()[:200], by=person(request))


@transaction.atomic
def record_export(*, what: str, by: User) -> None:
    """Record which address was asked for.

    Words searched for are left out, for a person may have typed a name.
    """
    path, _mark, query = what.partition("?")
    kept = "&".join(part for part in query.split("&") if part and not part.startswith("q="))
    audit.record("take_away", by, by=by, path=path, filters=kept)


def harmless(cell: str) -> str:
    """Keep a spreadsheet from taking a text for a formula.

    Telephone numbers too: of +502-2222-0000 it would make -1720.
    """
    return "'" + cell if cell[:1] in {"=", "+", "-", "@", "\t", "\r", "\n", "\0"} else cell
