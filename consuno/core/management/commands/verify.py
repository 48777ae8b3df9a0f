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
            raise CommandError(f"No se puede leer {file}: {error.strerror}.") from error
        found = published.known(sha256, published.OPERATOR)
        if found is None:
            raise CommandError("No es nada que se haya publicado aquí, o se cambió después.")
        if not found.intact:
            raise CommandError("Lo que guarda este servidor no es lo que se publicó.")
        self.stdout.write(f"Es {found.what}, del {found.on:%Y-%m-%d}.")
        if found.superseded:
            self.stdout.write("Otro posterior lo reemplaza.")
