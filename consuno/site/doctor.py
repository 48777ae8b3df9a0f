"""What is wrong with an installation that its settings alone do not show: one sentence each, and how to mend it."""

from __future__ import annotations

import os
import shutil
import stat
from collections.abc import Iterator
from pathlib import Path

import psycopg
from django.conf import settings
from django.utils.translation import gettext as _

from consuno.core import environment, jobs, mail
from consuno.core.vault import pins
from consuno.site import health

#: A host that no line leaves this machine for.
NEAR = ("", "localhost", "127.0.0.1", "::1")
#: Under this the next copy or upload may fail.
ROOM = 1024**3
#: What reads scanned minutes.
SCANS = ("tesseract", "pdftoppm")


def errors() -> list[str]:
    """What would put people or their data at risk, or keep the site from working: `up` does not begin."""
    return [each.said() for each in environment.faults()] or [*_database(), *_secrets()]


def warnings() -> list[str]:
    """What an administrator should know; the site works meanwhile."""
    return [*_tables(), *_signers(), *_mail(), *_addresses(), *_programs(), *_room()]


def _database() -> Iterator[str]:
    url = os.environ.get("CONSUNO_DATABASE", "")
    if not url:
        return
    try:
        with psycopg.connect(
            url, connect_timeout=5
        ) as line:  # once: Django's pool tries for half a minute
            tls, host = line.pgconn.ssl_in_use, line.info.host
    except psycopg.Error as error:
        said = {"why": str(error).partition("\n")[0]}
        yield (
            _(
                "La base no contesta (%(why)s): compruebe CONSUNO_DATABASE y que su servidor esté en marcha."
            )
            % said
        )
        return
    if not (tls or host.startswith("/") or host in NEAR):
        yield _(
            "La conexión con la base va sin cifrar a otra máquina: agregue ?sslmode=verify-full a CONSUNO_DATABASE."
        )


def _secrets() -> Iterator[str]:
    """Files that open what is sealed, readable by others of this machine."""
    paths = [
        settings.VAR / "secret_key",
        Path(settings.INSTANCE_KEYS),
        settings.VAR / environment.EMBEDDED,
    ]
    for path in paths:
        if path.exists() and _open(path) and _open(path.parent):
            yield _(
                "%(path)s lo pueden leer otras cuentas de esta máquina: chmod 600 %(path)s."
            ) % {"path": path}


def _open(path: Path) -> bool:
    return bool(path.stat().st_mode & (stat.S_IRWXG | stat.S_IRWXO))


def _tables() -> Iterator[str]:
    if absent := environment.absent():
        yield absent.said()
    elif health.pending():
        yield _(
            "A la base le faltan tablas de esta versión: «consuno up» las hace; antes, «consuno backup»."
        )
    elif not jobs.alive():
        yield _(
            "Nadie hace los trabajos pendientes (correo, avisos): «consuno up», o «consuno work» aparte."
        )


def _signers() -> Iterator[str]:
    pinned = {each.standing for each in pins.all_pins() if not each.until}
    missing = [each for each in ("ST-CRM", "ST-RROCM") if each not in pinned]
    if missing and not settings.DEMO:
        said = {"who": ", ".join(missing)}
        yield (
            _(
                "Nadie firma todavía por %(who)s, así que nadie puede recibir denuncias: «consuno signers»."
            )
            % said
        )


def _mail() -> Iterator[str]:
    if settings.DEMO:
        return
    if not settings.MAIL_CONFIGURED:
        yield _("No sale correo: diga CONSUNO_MAIL, o las personas no sabrán que algo las espera.")
    elif not mail.answers():
        yield _("El servidor de correo no contesta o no acepta la cuenta: compruebe CONSUNO_MAIL.")


def _addresses() -> Iterator[str]:
    if settings.DEMO:
        return
    if any(each.endswith(("example.org", "example.com")) for each in settings.ALLOWED_HOSTS):
        yield _("CONSUNO_HOSTS tiene todavía un nombre de ejemplo.")
    if not settings.HTTPS:
        yield _("CONSUNO_HTTPS=0: lo que se escribe viaja en claro; solo para una prueba.")
    elif not settings.ALLAUTH_TRUSTED_PROXY_COUNT:
        yield _(
            "Si hay un servidor web delante, diga CONSUNO_PROXIES=1: si no, todas las personas cuentan como una."
        )
    if not settings.CONTACT:
        yield _(
            "Diga en CONSUNO_CONTACT dónde escribe quien encuentre un fallo de seguridad (security.txt)."
        )


def _programs() -> Iterator[str]:
    missing = [each for each in SCANS if shutil.which(each) is None]
    if missing:
        yield _("Las actas escaneadas no se leen: faltan %(programs)s.") % {
            "programs": ", ".join(missing)
        }


def _room() -> Iterator[str]:
    if shutil.disk_usage(settings.VAR).free < ROOM:
        yield _("En el disco de %(path)s queda menos de 1 GB.") % {"path": settings.VAR}
