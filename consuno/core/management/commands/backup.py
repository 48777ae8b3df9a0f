"""`consuno backup FILE`: a copy of the database, while it runs."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError, CommandParser

from consuno.core import backup


class Command(BaseCommand):
    """Make a copy and check it."""

    help = "Copia la base a un archivo nuevo, sin parar el sitio, y comprueba la copia."

    def add_arguments(self, parser: CommandParser) -> None:
        """Where to."""
        parser.add_argument("file", type=Path)

    def handle(self, *, file: Path, **options: object) -> None:
        """Copy."""
        try:
            backup.make(file)
        except backup.BackupError as error:
            raise CommandError(str(error)) from error
        self.stdout.write(f"Copia hecha y comprobada: {file}")
        self.stdout.write(
            f"Lo que abre lo sellado está aparte, por 30 días: {backup.wraps_of(file)}"
        )
