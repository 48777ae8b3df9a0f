"""How passwords are kept, and which are not taken."""

from __future__ import annotations

import re
from typing import Any

from django.contrib.auth.hashers import Argon2PasswordHasher
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from consuno.core.text import fold

#: Words that anybody attacking this site would try first (ASVS 6.2.12).
CONTEXT = (
    "consuno", "crm", "rrocm", "rcm", "rncom", "conferencia", "conference", "regional", "migracion",
    "migration", "migrantes", "migrants", "secretaria", "secretariat", "administrador",
    "administrator", "administracion", "punto", "focal", "password", "contrasena", "clave",
    "bienvenido", "welcome", "belice", "belize", "canada", "costarica", "salvador", "elsalvador",
    "estadosunidos", "unitedstates", "guatemala", "honduras", "mexico", "nicaragua", "panama",
    "republicadominicana", "dominicana", "dominicanrepublic",
)  # fmt: skip
#: How much must be left once those words and the figures of years are taken away.
LEAST = 6


class Hasher(Argon2PasswordHasher):
    """Argon2id at three passes of 64 MiB (ASVS 11.4.2); weaker hashes are renewed at sign-in."""

    time_cost = 3
    memory_cost = 64 * 1024
    parallelism = 2


class ContextValidator:
    """Refuse a password made of the words of this field."""

    def validate(self, password: str, user: Any = None) -> None:
        """Raise ValidationError when little else is in it."""
        left = re.sub(r"[\W_]+", "", fold(password))
        for word in sorted(CONTEXT, key=len, reverse=True):
            left = left.replace(word, "")
        if len(re.sub(r"(?:19|20)\d\d", "", left)) < LEAST:
            raise ValidationError(self.get_help_text(), code="context")

    def get_help_text(self) -> str:
        """Say it before it is typed."""
        return _("Elija palabras que no tengan que ver con este trabajo.")
