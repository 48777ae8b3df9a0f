"""What the environment says of this installation, and what is wrong with it.

Settings are read here, before Django is: each fault becomes a sentence that says how to mend it, and no command
begins with a setting that it would take for another. Reading makes no file and no folder.
"""

from __future__ import annotations

import gettext
import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from consuno.core.smtp import AddressError, mail_server

ROOT = Path(__file__).resolve().parent.parent.parent
#: The embedded database, in that folder.
EMBEDDED = "consuno.sqlite3"
#: PostgreSQL's own words for how much TLS it asks of the server.
TLS = ("disable", "allow", "prefer", "require", "verify-ca", "verify-full")
NAME = re.compile(r"(\[[0-9a-f:]+\]|\.?[a-z0-9_-]+(\.[a-z0-9_-]+)*)", re.IGNORECASE)


@dataclass(frozen=True)
class Fault:
    """A setting that cannot stand, in a sentence that says how to mend it; `values` fill its places."""

    variable: str
    text: str
    values: Mapping[str, str] = field(default_factory=dict)

    def said(self, language: str = "") -> str:
        """The sentence, in the language of the terminal unless told another."""
        return f"{self.variable}: {words(language)(self.text) % self.values}"


def _(text: str) -> str:
    """Mark a sentence for the catalogue; it is translated where it is said."""
    return text


def terminal(environ: Mapping[str, str] = os.environ) -> str:
    """The language of whoever types: English where the terminal says so, else Spanish."""
    said = environ.get("LC_ALL") or environ.get("LC_MESSAGES") or environ.get("LANG") or ""
    return "en" if said.lower().startswith("en") else "es"


def words(language: str = "") -> Any:
    """What translates, without Django: settings may be what is wrong."""
    found = gettext.translation(
        "django", ROOT / "consuno" / "locale", [language or terminal()], fallback=True
    )
    return found.gettext


def database(url: str) -> dict[str, Any]:
    """Django's settings of a PostgreSQL address, read by the library that will connect with it.

    Every option of libpq is kept (sslmode, port, several hosts, connect_timeout). Raises ValueError.
    """
    from psycopg import Error
    from psycopg.conninfo import conninfo_to_dict

    if not url.startswith(("postgresql://", "postgres://")):
        raise ValueError
    try:
        found = {name: str(value) for name, value in conninfo_to_dict(url).items()}
    except Error:  # its words may hold the password
        raise ValueError from None
    tls = found.get("sslmode", "prefer")
    ports = [each for each in found.get("port", "").split(",") if each]
    if not found.get("dbname") or tls not in TLS or not all(map(_is_port, ports)):
        raise ValueError
    named = {
        django: found.pop(libpq, "")
        for django, libpq in (
            ("NAME", "dbname"), ("USER", "user"), ("PASSWORD", "password"), ("HOST", "host"),
            ("PORT", "port"),
        )
    }  # fmt: skip
    options = {**found, "pool": {"min_size": 1, "max_size": 8}}
    return {"ENGINE": "django.db.backends.postgresql", **named, "OPTIONS": options}


def _is_port(text: str) -> bool:
    return text.isascii() and text.isdecimal() and 0 < int(text) < 65536


def folder(environ: Mapping[str, str]) -> Path:
    """Where the installation keeps its files."""
    kind = "demo" if environ.get("CONSUNO_DEMO") == "1" else "live"
    return Path(environ.get("CONSUNO_VAR") or ROOT / "var" / kind)


def absent(environ: Mapping[str, str] = os.environ) -> Fault | None:
    """That there is no embedded database where one is said to be: an empty one would be taken for it."""
    where = folder(environ) / EMBEDDED
    if environ.get("CONSUNO_DATABASE") or where.exists():
        return None
    text = _(
        "no hay base en %(path)s: la hace «consuno up»; si está en otra parte, corrija la carpeta."
    )
    return Fault("CONSUNO_VAR", text, {"path": str(where)})


def faults(environ: Mapping[str, str] = os.environ) -> list[Fault]:
    """Everything that is wrong with the settings, as far as they alone show it."""
    found: list[Fault | None] = [
        _flag(environ, "CONSUNO_DEMO"), _flag(environ, "CONSUNO_HTTPS"), _folder(environ),
        _database(environ), _mail(environ), _hosts(environ), _url(environ), _proxies(environ),
        _secret(environ), _contact(environ),
        *(_file(environ, name) for name in ("CONSUNO_INSTANCE_KEYS", "CONSUNO_SIGNERS")),
    ]  # fmt: skip
    return [each for each in found if each] + _unknown(environ)


KNOWN = frozenset({
    "CONSUNO_DEMO", "CONSUNO_HOSTS", "CONSUNO_DATABASE", "CONSUNO_SECRET_KEY", "CONSUNO_INSTANCE_KEYS",
    "CONSUNO_SIGNERS", "CONSUNO_ONION", "CONSUNO_VAR", "CONSUNO_MAIL", "CONSUNO_MAIL_FROM", "CONSUNO_URL",
    "CONSUNO_PROXIES", "CONSUNO_HTTPS", "CONSUNO_PASSWORD", "CONSUNO_CONTACT",
})  # fmt: skip


def _unknown(environ: Mapping[str, str]) -> list[Fault]:
    text = _(
        "no es ningún ajuste de Consuno; quizás tiene una letra de más. Los ajustes: %(known)s."
    )
    wrong = sorted(
        each for each in environ if each.startswith("CONSUNO_") and each not in KNOWN
        and not each.startswith("CONSUNO_TEST_")
    )  # fmt: skip
    return [Fault(each, text, {"known": ", ".join(sorted(KNOWN))}) for each in wrong]


def _flag(environ: Mapping[str, str], name: str) -> Fault | None:
    if environ.get(name, "") in ("", "0", "1"):
        return None
    return Fault(name, _("escriba 1 o 0."))


def _folder(environ: Mapping[str, str]) -> Fault | None:
    where = folder(environ)
    there = next(each for each in (where, *where.absolute().parents) if each.exists())
    if there.is_dir() and os.access(there, os.W_OK | os.X_OK):
        return None
    text = _("la cuenta con que corre Consuno no puede escribir en %(path)s; désela con chown.")
    return Fault("CONSUNO_VAR", text, {"path": str(there)})


def _database(environ: Mapping[str, str]) -> Fault | None:
    if url := environ.get("CONSUNO_DATABASE", ""):
        try:
            database(url)
        except ValueError:
            text = _(
                "escriba postgresql://usuario:contraseña@servidor:puerto/base?sslmode=verify-full."
            )
            return Fault("CONSUNO_DATABASE", text)
    return None


def _mail(environ: Mapping[str, str]) -> Fault | None:
    if address := environ.get("CONSUNO_MAIL", ""):
        try:
            mail_server(address)
        except AddressError:
            text = _(
                "escriba smtp://servidor, smtp://usuario:contraseña@servidor:puerto o smtps://…"
            )
            return Fault("CONSUNO_MAIL", text)
    return None


def _hosts(environ: Mapping[str, str]) -> Fault | None:
    if environ.get("CONSUNO_DEMO") == "1":
        return None
    given = [each for each in environ.get("CONSUNO_HOSTS", "").split(",") if each]
    if not given:
        return Fault("CONSUNO_HOSTS", _("indique los nombres con que se llega a este servidor."))
    wrong = next((each for each in given if not NAME.fullmatch(each)), None)
    if wrong is None:
        return None
    text = _("«%(name)s» no es un nombre de servidor: sin https://, sin puerto y sin espacios.")
    return Fault("CONSUNO_HOSTS", text, {"name": wrong})


def _url(environ: Mapping[str, str]) -> Fault | None:
    if not (url := environ.get("CONSUNO_URL", "")):
        return None
    parts = urlsplit(url)
    if parts.scheme in ("http", "https") and parts.hostname:
        return None
    return Fault("CONSUNO_URL", _("escriba la dirección entera, como https://agenda.example.org."))


def _contact(environ: Mapping[str, str]) -> Fault | None:
    given = environ.get("CONSUNO_CONTACT", "")
    if not given or re.fullmatch(r"(https://|mailto:)[^\s]+", given):
        return None
    return Fault(
        "CONSUNO_CONTACT", _("escriba mailto:seguridad@example.org o una página https://…")
    )


def _proxies(environ: Mapping[str, str]) -> Fault | None:
    given = environ.get("CONSUNO_PROXIES", "")
    if not given or (given.isascii() and given.isdecimal() and int(given) < 10):
        return None
    return Fault("CONSUNO_PROXIES", _("escriba cuántos servidores web hay delante: 0, 1 o 2."))


def _secret(environ: Mapping[str, str]) -> Fault | None:
    given = environ.get("CONSUNO_SECRET_KEY", "")
    if not given or len(given) >= 40:
        return None
    return Fault(
        "CONSUNO_SECRET_KEY", _("es corta; deje que Consuno haga una, o escriba 40 letras al azar.")
    )


def _file(environ: Mapping[str, str], name: str) -> Fault | None:
    given = Path(environ.get(name) or "/dev/null")
    if not environ.get(name) or (given.parent.is_dir() and not given.is_dir()):
        return None
    return Fault(
        name, _("%(path)s no puede ser un archivo: su carpeta no existe."), {"path": str(given)}
    )
