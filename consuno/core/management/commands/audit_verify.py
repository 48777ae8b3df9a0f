"""`consuno audit_verify`: is the record of acts as it was written?"""

from django.core.management.base import CommandError, CommandParser
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from consuno.core import audit
from consuno.core.vault import trust
from consuno.core.verb import Verb


class Command(Verb):
    """Check the chain of hashes, and that the keys in use are signed by those who must; print its
    end, to be noted on paper or by another server.
    """

    about = gettext_noop(
        "Comprueba que nadie alteró ni borró el registro de actos, ni cambió las claves de las organizaciones."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        """What was noted the last time."""
        parser.add_argument(
            "--known", default="", help=_("resumen anotado en una comprobación anterior")
        )

    def handle(self, *, known: str, **options: object) -> None:
        """Seal what is left, then check everything."""
        try:
            # First what is sealed: a chain that is broken must not be continued.
            audit.verify()
            audit.seal(everything=True)
            number, last = audit.verify(known=known)
        except audit.BrokenChainError as error:
            text = self.word(gettext_noop("El registro no está entero: %(why)s."))
            raise CommandError(text % {"why": error}) from error
        if wrong := trust.faults():
            text = self.word(gettext_noop("El registro está entero; las claves no:"))
            raise CommandError("\n  ".join([text, *wrong]))
        text = gettext_noop("Entero: %(n)s asientos. Resumen para anotar: %(last)s")
        self.say(text, n=number, last=last)
