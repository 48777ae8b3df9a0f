"""`consuno verify FILE`: is this file something that was published or approved here, as it was?"""

import hashlib
from pathlib import Path

from django.core.management.base import CommandError, CommandParser
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from consuno.core import published
from consuno.core.verb import Verb


class Command(Verb):
    """Compare the hash of a file with those of what was published."""

    about = gettext_noop(
        "Comprueba que un archivo es un boletín, un acta o un expediente tal como se publicó."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the file."""
        parser.add_argument("file", type=Path, help=_("archivo tal como se descargó"))

    def handle(self, *, file: Path, **options: object) -> None:
        """Say what it is, whether another took its place, or that it is nothing of here."""
        try:
            sha256 = hashlib.sha256(file.read_bytes()).hexdigest()
        except OSError as error:
            text = self.word(gettext_noop("No se puede leer %(file)s: %(why)s."))
            raise CommandError(text % {"file": file, "why": error.strerror}) from error
        found = published.known(sha256, published.OPERATOR)
        if found is None:
            text = gettext_noop("No es nada que se haya publicado aquí, o se cambió después.")
            raise CommandError(self.word(text))
        if not found.intact:
            text = gettext_noop("Lo que guarda este servidor no es lo que se publicó.")
            raise CommandError(self.word(text))
        self.say(gettext_noop("Es %(what)s, del %(day)s."), what=found.what, day=found.on)
        if found.superseded:
            self.say(gettext_noop("Otro posterior lo reemplaza."))
