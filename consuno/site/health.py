"""Whether the installation works, for a probe on the same machine; nobody else is told."""

from __future__ import annotations

from collections.abc import Callable

from django.db import Error, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, HttpResponse, JsonResponse

from consuno.core import jobs

PATH = "/salud/"
NEAR = frozenset({"127.0.0.1", "::1", ""})  # "": a socket of this machine
#: What a web server in front adds: then it is somebody else who asks.
PASSED_ON = ("HTTP_X_FORWARDED_FOR", "HTTP_X_FORWARDED_PROTO", "HTTP_FORWARDED", "HTTP_VIA")


class HealthMiddleware:
    """First of all: a probe speaks no TLS and knows no name of the server."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """200 where all is well, 503 where something is not, and which."""
        if request.path != PATH or not _near(request):
            return self.get_response(request)
        found = state()
        answer = JsonResponse(found, status=200 if all(found.values()) else 503)
        answer["Cache-Control"] = "no-store"
        answer._has_been_logged = True  # type: ignore[attr-defined]  # whoever asks writes it down
        return answer


def _near(request: HttpRequest) -> bool:
    meta = request.META
    return meta.get("REMOTE_ADDR", "") in NEAR and not any(each in meta for each in PASSED_ON)


def state() -> dict[str, bool]:
    """`database`: it answers; `ready`: it has the tables of this version; `worker`: jobs are being done."""
    try:
        connection.ensure_connection()
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
        return {"database": True, "ready": not pending(), "worker": jobs.alive()}
    except Error:
        return {"database": False, "ready": False, "worker": False}


def pending() -> list[str]:
    """Migrations that this version has and the database has not."""
    executor = MigrationExecutor(connection)
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    return [str(migration) for migration, _backwards in plan]
