"""`consuno signers`: whose signatures count for the two Secretariats."""

from typing import Any

from django.core.management.base import CommandError, CommandParser
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from consuno.core.policy import Denied
from consuno.core.vault import pins
from consuno.core.verb import Verb
from consuno.directory.actions.signers import pin_signer, unpin_signer
from consuno.directory.queries.keys import key_officers


class Command(Verb):
    """Show the fingerprints of who signs, pin one or let one end; both Secretariats are told."""

    about = gettext_noop(
        "Muestra quién firma claves por cada Secretaría; anota una huella o la termina, y lo avisa a las dos."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        """One fingerprint at a time, as its owner reads it on the page of their vault."""
        which = parser.add_mutually_exclusive_group()
        which.add_argument(
            "--pin", metavar=_("HUELLA"), default="", help=_("desde hoy, su firma cuenta")
        )
        which.add_argument(
            "--end", metavar=_("HUELLA"), default="", help=_("desde mañana, su firma no cuenta")
        )
        parser.add_argument(
            "--never", action="store_true",
            help=_("con --end: tampoco cuenta lo que ya firmó (la clave llegó a otras manos)"),
        )  # fmt: skip

    def handle(self, *, pin: str, end: str, never: bool, **options: Any) -> None:
        """Do what is asked, then show how it stands."""
        try:
            if pin:
                pin_signer(fingerprint=pin)
            if end:
                unpin_signer(fingerprint=end, never=never)
        except Denied as denied:
            raise CommandError(str(denied.reason)) from denied
        self.say(gettext_noop("Archivo: %(path)s"), path=pins.path())
        for each in pins.all_pins():
            until = f"–{each.until}" if each.until else "–"
            self.say(
                gettext_noop("  anotada    %(of)s %(print)s  %(name)s, %(days)s"),
                of=f"{each.standing:8}", print=each.fingerprint, name=each.name, days=f"{each.since}{until}",
            )  # fmt: skip
        for signer in key_officers():
            if signer.pin is None:
                self.say(
                    gettext_noop("  SIN ANOTAR %(of)s %(print)s  %(name)s"),
                    of=f"{signer.standing:8}", print=signer.key.fingerprint, name=signer.user.name,
                )  # fmt: skip
