"""Who keeps the list of instruments, and who says what a country did with one."""

from __future__ import annotations

import datetime
import re
from typing import Any

from django.utils.translation import gettext_lazy as _

from consuno.core.bilingual import Bilingual
from consuno.core.policy import Denied
from consuno.core.vocabularies import words
from consuno.directory.standing import memberships, secretariat_of
from consuno.knowledge.models import Adoption, Edition

#: A day, a month or a year: as much of a date as is known.
PARTIAL_DAY = re.compile(r"(19|20)\d\d(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")


def may_keep_instruments(user: Any) -> None:
    """Both Secretariats keep the list: which instruments there are, their versions and texts."""
    if secretariat_of(user) is None:
        raise Denied(_("La lista la llevan las Secretarías."), stranger=not memberships(user))


def must_be_a_date(text: str) -> None:
    """As much of it as is known, or nothing."""
    if text and not (PARTIAL_DAY.fullmatch(text) and _in_the_calendar(text)):
        raise Denied(_("Escriba 2016, 2016-11 o 2016-11-15; vacío si no se sabe."))


def _in_the_calendar(text: str) -> bool:
    try:
        datetime.date.fromisoformat((text + "-01-01")[:10])
    except ValueError:
        return False
    return True


def must_be_named(name: Bilingual) -> None:
    """In both languages."""
    if not (name.es.strip() and name.en.strip()):
        raise Denied(_("Escriba el nombre en español y en inglés."))
    if max(len(name.es), len(name.en)) > 300:
        raise Denied(_("Hasta 300 letras."))


def must_be_a_new_edition(label: str, taken: bool) -> None:  # noqa: FBT001
    """With a name of its own."""
    if not label.strip() or taken:
        raise Denied(_("Escriba un nombre de versión que no esté ya, como «2016»."))


def must_be_a_text(edition: Edition, language: str, link: str, content: bytes | None) -> None:
    """In a language that it is not in yet, with either an address or a file."""
    if language not in words("languages"):
        raise Denied(_("Elija un idioma de la lista."))
    if bool(link) == bool(content):
        raise Denied(_("Dé la dirección de la página oficial o un archivo, uno de los dos."))
    if edition.texts.filter(language=language).exists():
        raise Denied(_("Esa versión ya tiene texto en ese idioma."))


def must_be_an_adoption(state: str, since: str, source: str) -> None:
    """A known state, with as much of its date as is known and where that is written."""
    if state not in Adoption.State.values:
        raise Denied(_("Elija una respuesta de la lista."))
    must_be_a_date(since)
    if not source.strip():
        raise Denied(_("Escriba la fuente: el diario oficial o la página, con su fecha."))
