"""`consuno create_administrator`: the first account of a real installation."""

import os
import sys
from getpass import getpass

from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.core.management.base import CommandError, CommandParser
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from consuno.core.accounts import create_account
from consuno.core.models import User
from consuno.core.verb import Verb
from consuno.directory.actions import appoint, load_bodies
from consuno.directory.models import Body, Membership, Role


class Command(Verb):
    """Make an account and what it acts as. The password is asked for, or read from CONSUNO_PASSWORD or from
    standard input where nobody sits at a terminal; it is never an argument, which everybody on the machine sees.
    Done again, it changes nothing: whoever sets up a machine may repeat what was interrupted.
    """

    about = gettext_noop(
        "Crea una cuenta con su función; la primera, la administración de una Secretaría."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        """Who, and for which body."""
        parser.add_argument("--email", required=True, help=_("su correo, con que entrará"))
        parser.add_argument("--name", required=True, help=_("su nombre"))
        parser.add_argument("--body", default="ST-CRM", help=_("código del cuerpo (ST-CRM)"))
        parser.add_argument(
            "--role", default="administrator", choices=list(Role.values), metavar=_("FUNCIÓN"),
            help=_("su función: %(roles)s") % {"roles": ", ".join(Role.values)},
        )  # fmt: skip

    def handle(self, *, email: str, name: str, body: str, role: str, **options: object) -> None:
        """Create; all or nothing. It may be the first thing done on a new installation."""
        call_command("migrate", interactive=False, verbosity=0)
        with transaction.atomic():
            load_bodies()
            if _is_there(email, body, role):
                self.say(gettext_noop("Ya estaba: %(email)s. No se cambió nada."), email=email)
                return
            self._create(email, name, body, role)
        done = gettext_noop("Cuenta creada: %(email)s (%(body)s, %(role)s).")
        self.say(done, email=email, body=body, role=role)

    def _create(self, email: str, name: str, body: str, role: str) -> None:
        institution = Body.objects.filter(code=body).first()
        if institution is None:
            text = self.word(gettext_noop("No hay ningún cuerpo con el código %(body)s."))
            raise CommandError(text % {"body": body})
        try:
            user = create_account(email=email, name=name, password=self._password(), by=None)
        except ValidationError as error:
            raise CommandError(" ".join(error.messages)) from error
        appoint(user=user, body=institution, role=Role(role), by=None)

    def _password(self) -> str:
        if given := os.environ.get("CONSUNO_PASSWORD"):
            return given
        if not sys.stdin.isatty():
            return sys.stdin.readline().rstrip("\n")
        first = getpass(self.word(gettext_noop("Contraseña:")) + " ")
        if first != getpass(self.word(gettext_noop("Repítala:")) + " "):
            raise CommandError(
                self.word(gettext_noop("Las dos contraseñas no son iguales; no se creó nada."))
            )
        return first


def _is_there(email: str, body: str, role: str) -> bool:
    person = User.objects.filter(email__iexact=email).first()
    held = Membership.objects.current().filter(user=person, body__code=body, role=role)
    return person is not None and held.exists()
