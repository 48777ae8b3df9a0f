"""Copies of the database: made while it runs, checked before they are trusted, put back all or nothing.

A copy is two files: the data, and beside it (`.wraps`) what opens what is sealed in it. The second lives
thirty days: after that, what was erased from the site has no key in any copy.
"""

from __future__ import annotations

import datetime
import os
from pathlib import Path

from django.conf import settings
from django.db import connection, connections
from django.utils.translation import gettext as _

from consuno.core import clock, jobs, running
from consuno.core.backup import embedded, postgres
from consuno.core.backup.errors import BackupError

__all__ = ["BackupError", "forget_old_wraps", "make", "put_back", "wraps_of"]

#: How long the wraps of a copy are kept.
LIFE = datetime.timedelta(days=30)
#: What is of the hour: who is signed in where, and how often something was tried. No copy has it.
PASSING = ("core_openvault", "core_session", "core_counter")


def make(target: Path) -> None:
    """Copy the database as it stands at one moment; people may go on working.

    Raises BackupError when the target or wraps beside it exist, or it is no copy in the end; nothing that was
    begun is left then, and nothing that was there is touched. The copy is readable by its owner alone.
    """
    wraps, begun = wraps_of(target), []
    try:
        for each in (target, wraps):
            _new(each)
            begun.append(each)
        if connection.vendor == "postgresql":
            postgres.make(_url(), target, wraps, PASSING)
        else:
            embedded.make(database(), target, wraps, PASSING)
        check(target)
    except BaseException:
        for each in begun:
            each.unlink(missing_ok=True)
        raise
    forget_old_wraps(target.parent)


def put_back(source: Path) -> Path | None:
    """Make a copy the database; what was there is copied before. Returns where that copy is.

    Raises BackupError where the site or a worker runs, or the copy is not whole, and changes nothing.
    """
    check(source)
    try:
        with running.alone():
            return _put_back(source)
    except running.BusyError as error:
        raise BackupError(
            _("El sitio está en marcha: párelo antes, y a quien haga sus trabajos.")
        ) from error


def _put_back(source: Path) -> Path | None:
    wraps = wraps_of(source) if wraps_of(source).exists() else None
    on_a_server = connection.vendor == "postgresql"
    if on_a_server and postgres.others(_url()):
        raise BackupError(
            _("Alguien está conectado a la base: pare el sitio y sus trabajos en toda máquina.")
        )
    kept = _keep()
    connections.close_all()
    if on_a_server:
        postgres.put_back(_url(), source, wraps)
    else:
        embedded.put_back(database(), source, wraps)
    return kept


def _keep() -> Path | None:
    """A copy of what is there now, its wraps apart as in any other; None where there is nothing yet."""
    if postgres.empty(_url()) if connection.vendor == "postgresql" else embedded.empty(database()):
        return None
    kept = settings.VAR / f"before-{clock.now():%Y%m%dT%H%M%S}.copy"
    try:
        make(kept)
    except BackupError as error:
        text = _("Lo que hay ahora no se puede copiar (%(why)s): apártelo usted y repita.")
        raise BackupError(text % {"why": error}) from error
    return kept


def check(path: Path) -> None:
    """Raise BackupError unless the file is a whole copy of Consuno, of this kind of database."""
    if connection.vendor == "postgresql":
        postgres.check(_url(), path)
    else:
        embedded.check(path)


def wraps_of(copy: Path) -> Path:
    """Where the wraps of a copy are."""
    return copy.with_name(f"{copy.name}.wraps")


def forget_old_wraps(folder: Path) -> list[Path]:
    """Delete the wraps of copies made more than thirty days ago in a folder; return which."""
    oldest = (clock.now() - LIFE).timestamp()
    old = [each for each in folder.glob("*.wraps") if each.stat().st_mtime < oldest]
    for each in old:
        each.unlink()
    return old


@jobs.job(cron="31 2 * * *")
def forget_wraps() -> None:
    """Of the copies that `restore` left in the installation's folder, too."""
    forget_old_wraps(Path(settings.VAR))


def database() -> Path:
    """Where the embedded database is."""
    return Path(str(settings.DATABASES["default"]["NAME"]))


def _url() -> str:
    return os.environ["CONSUNO_DATABASE"]


def _new(path: Path) -> None:
    """A file of one's own that was not there."""
    try:
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    except FileExistsError as error:
        raise BackupError(_("%s ya existe; no se escribió nada.") % path) from error
    except OSError as error:
        raise BackupError(_("No se puede escribir %s.") % path) from error
