"""`consuno create_administrator`: the first account of a real installation."""

from getpass import getpass

from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction

from consuno.core.accounts import create_account
from consuno.directory.actions import appoint, load_bodies
from consuno.directory.models import Body, Role


class Command(BaseCommand):
    """Make an account and what it acts as; the password is asked for, never an argument."""

    help = "Crea una cuenta con su función; la primera, la administración de una Secretaría."

    def add_arguments(self, parser: CommandParser) -> None:
        """Who, and for which body."""
        parser.add_argument("--email", required=True)
        parser.add_argument("--name", required=True)
        parser.add_argument("--body", default="ST-CRM", help="código del cuerpo (ST-CRM)")
        parser.add_argument("--role", default="administrator", choices=list(Role.values))

    def handle(self, *, email: str, name: str, body: str, role: str, **options: object) -> None:
        """Create; all or nothing. It may be the first thing done on a new installation."""
        call_command("migrate", interactive=False, verbosity=0)
        with transaction.atomic():
            self._create(email, name, body, role)
        self.stdout.write(f"Cuenta creada: {email} ({body}, {role}).")

    def _create(self, email: str, name: str, body: str, role: str) -> None:
        load_bodies()
        institution = Body.objects.filter(code=body).first()
        if institution is None:
            raise CommandError(f"No hay ningún cuerpo con el código {body}.")
        try:
            user = create_account(email=email, name=name, password=_ask(), by=None)
        except ValidationError as error:
            raise CommandError(" ".join(error.messages)) from error
        appoint(user=user, body=institution, role=Role(role), by=None)


def _ask() -> str:
    first = getpass("Contraseña: ")
    if first != getpass("Repítala: "):
        raise CommandError("Las dos contraseñas no son iguales; no se creó nada.")
    return first
