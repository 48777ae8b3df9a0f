"""`consuno up`: from a checkout to a served site, in one command."""

import os
import sys

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser

from consuno.agenda.actions import load_agenda
from consuno.core import running
from consuno.core.search import paused, rebuild_search
from consuno.directory.actions import load_bodies, load_jurisdictions
from consuno.knowledge.actions import load_entries, load_instruments, load_law
from consuno.services.actions import load_channels
from consuno.site import doctor
from consuno.site.demo import load_cast, load_cycle, load_meeting, load_meetings, load_requests
from consuno.site.demo_proposals import load_proposal
from consuno.site.demo_services import load_services
from consuno.site.demo_vaults import load_vaults
from consuno.site.serving import serve, server, worker

LOOPBACK = ("127.0.0.1", "::1", "localhost")


class Command(BaseCommand):
    """Migrate, load what the field knows (and the demo world), and serve."""

    help = "Prepara la base, carga los datos y sirve el sitio."

    def add_arguments(self, parser: CommandParser) -> None:
        """Where to listen."""
        parser.add_argument("--host", default="127.0.0.1")
        parser.add_argument("--port", type=int, default=8000)
        parser.add_argument("--workers", type=int, default=2)
        parser.add_argument(
            "--no-jobs", dest="jobs", action="store_false",
            help="los trabajos los hace otro proceso: consuno work",
        )  # fmt: skip

    def handle(self, *, host: str, port: int, workers: int, jobs: bool, **options: object) -> None:
        """Prepare, then serve until told to stop."""
        if settings.DEMO and host not in LOOPBACK:
            raise CommandError("El modo de demostración solo atiende en esta máquina (127.0.0.1).")
        if wrong := doctor.errors():
            raise CommandError("\n".join(wrong))
        running.hold()
        prepare()
        if settings.DEMO:  # the worker writes letters with links to here
            os.environ.setdefault("CONSUNO_URL", f"http://{host}:{port}")
        self.stdout.write(welcome(host, port))
        self.stdout.flush()
        if code := serve(server(host, port, workers), worker() if jobs else None):
            sys.exit(code)


def prepare() -> None:
    """Bring database and static files up to date; running it again changes nothing."""
    call_command("migrate", interactive=False, verbosity=0)
    with paused():  # all of it is indexed at the end
        load_bodies()
        load_jurisdictions()
        load_channels()
        load_law()
        load_instruments()
        load_entries()
        load_agenda()
    if settings.DEMO:
        load_cast()
        load_meeting()
        load_cycle()
        load_meetings()
        load_requests()
        load_proposal()
        load_services()
        load_vaults()
    rebuild_search.run()
    settings.STATIC_ROOT.mkdir(parents=True, exist_ok=True)
    call_command("collectstatic", interactive=False, verbosity=0)


def welcome(host: str, port: int) -> str:
    """Say where it is and how to sign in."""
    lines = [f"\nConsuno está en http://{host}:{port}/"]
    if settings.DEMO:
        lines.append("Mundo de demostración: personas e historias inventadas.")
        lines.append(f"Para entrar, elija una persona en http://{host}:{port}/cuenta/entrar/")
    else:
        lines.append("Para la primera cuenta: consuno create_administrator --email … --name …")
    return "\n".join([*lines, "Ctrl+C lo detiene.\n"])
