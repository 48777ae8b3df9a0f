"""`consuno audit_verify`: is the record of acts as it was written?"""

from django.core.management.base import BaseCommand, CommandError, CommandParser

from consuno.core import audit
from consuno.core.vault import trust


class Command(BaseCommand):
    """Check the chain of hashes, and that the keys in use are signed by those who must; print its end, to be noted on paper or by another server."""

    help = "Comprueba que nadie alteró ni borró el registro de actos, ni cambió las claves de las organizaciones."

    def add_arguments(self, parser: CommandParser) -> None:
        """What was noted the last time."""
        parser.add_argument(
            "--known", default="", help="resumen anotado en una comprobación anterior"
        )

    def handle(self, *, known: str, **options: object) -> None:
        """Seal what is left, then check everything."""
        try:
            # First what is sealed: a chain that is broken must not be continued.
            audit.verify()
            audit.seal(everything=True)
            number, last = audit.verify(known=known)
        except audit.BrokenChainError as error:
            raise CommandError(f"El registro no está entero: {error}.") from error
        if wrong := trust.faults():
            raise CommandError("El registro está entero; las claves no:\n  " + "\n  ".join(wrong))
        self.stdout.write(f"Entero: {number} asientos. Resumen para anotar: {last}")
