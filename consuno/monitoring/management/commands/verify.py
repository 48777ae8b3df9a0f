"""`consuno verify FILE`: is this file a scorecard as it was published?"""

import hashlib
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError, CommandParser

from consuno.monitoring.models import Scorecard


class Command(BaseCommand):
    """Compare the hash of a file with those of what was published."""

    help = "Comprueba que un archivo es un boletín tal como se publicó."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the file."""
        parser.add_argument("file", type=Path, help="archivo del boletín (JSON)")

    def handle(self, *, file: Path, **options: object) -> None:
        """Say which scorecard it is, whether another took its place, or that it is none."""
        try:
            sha256 = hashlib.sha256(file.read_bytes()).hexdigest()
        except OSError as error:
            raise CommandError(f"No se puede leer {file}: {error.strerror}.") from error
        found = Scorecard.objects.select_related("cycle").filter(sha256=sha256).first()
        if found is None:
            raise CommandError("No es ningún boletín publicado aquí, o se cambió después.")
        kept = hashlib.sha256(found.content.encode()).hexdigest()
        if kept != sha256:
            raise CommandError("El boletín que guarda este servidor no es el que se publicó.")
        self.stdout.write(f"Es el boletín {found}, publicado el {found.published_at:%Y-%m-%d}.")
        if found.cycle.scorecards.filter(number__gt=found.number).exists():
            self.stdout.write("Otro posterior lo reemplaza.")
