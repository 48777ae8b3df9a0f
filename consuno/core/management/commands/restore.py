"""`consuno restore FILE`: make a copy the database again; what was there is kept."""

from pathlib import Path

from django.core.management.base import CommandError, CommandParser
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from consuno.core import backup
from consuno.core.verb import Verb


class Command(Verb):
    """Put a copy back."""

    about = gettext_noop(
        "Repone una copia. Pare antes el sitio. De lo que había se hace antes otra copia."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        """From where."""
        parser.add_argument("file", type=Path, help=_("qué copia; su .wraps, al lado"))

    def handle(self, *, file: Path, **options: object) -> None:
        """Restore."""
        try:
            kept = backup.put_back(file)
        except backup.BackupError as error:
            raise CommandError(str(error)) from error
        self.say(gettext_noop("Repuesta la copia %(file)s."), file=file)
        if not backup.wraps_of(file).exists():
            self.say(gettext_noop("Sin su archivo .wraps, nada de lo sellado se abre en ella."))
        if kept:
            self.say(gettext_noop("De lo que había hay una copia: %(file)s."), file=kept)
