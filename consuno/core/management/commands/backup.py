"""`consuno backup FILE`: a copy of the database, while it runs."""

from pathlib import Path

from django.core.management.base import CommandError, CommandParser
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from consuno.core import backup
from consuno.core.verb import Verb


class Command(Verb):
    """Make a copy and check it."""

    about = gettext_noop(
        "Copia la base a un archivo nuevo, sin parar el sitio, y comprueba la copia."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        """Where to."""
        parser.add_argument("file", type=Path, help=_("adónde; un archivo que no esté"))

    def handle(self, *, file: Path, **options: object) -> None:
        """Copy."""
        try:
            backup.make(file)
        except backup.BackupError as error:
            raise CommandError(str(error)) from error
        self.say(gettext_noop("Copia hecha y comprobada: %(file)s"), file=file)
        aside = gettext_noop("Lo que abre lo sellado está aparte, por 30 días: %(file)s")
        self.say(aside, file=backup.wraps_of(file))
