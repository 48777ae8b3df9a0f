"""`consuno restore FILE`: make a copy the database again; what was there is kept."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError, CommandParser

from consuno.core import backup


class Command(BaseCommand):
    """Put a copy back."""

    help = "Repone una copia. Pare antes el sitio. De lo que había se hace antes otra copia."

    def add_arguments(self, parser: CommandParser) -> None:
        """From where."""
        parser.add_argument("file", type=Path)

    def handle(self, *, file: Path, **options: object) -> None:
        """Restore."""
        try:
            kept = backup.put_back(file)
        except backup.BackupError as error:
            raise CommandError(str(error)) from error
        self.stdout.write(f"Repuesta la copia {file}.")
        if not backup.wraps_of(file).exists():
            self.stdout.write("Sin su archivo .wraps, nada de lo sellado se abre en ella.")
        if kept:
            self.stdout.write(f"De lo que había hay una copia: {kept}.")
