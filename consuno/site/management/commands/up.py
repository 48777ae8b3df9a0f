"""`consuno up`: from a checkout to a served site, in one command."""

import os
import sys
from collections.abc import Callable

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import CommandError, CommandParser
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from consuno.agenda.actions import load_agenda
from consuno.core import running
from consuno.core.search import paused, rebuild_search
from consuno.core.verb import Verb
from consuno.directory.actions import load_bodies, load_jurisdictions
from consuno.knowledge.actions import load_entries, load_instruments, load_law
from consuno.services.actions import load_channels
from consuno.site import doctor, ports
from consuno.site.demo import load_cast, load_cycle, load_meeting, load_meetings, load_requests
from consuno.site.demo_proposals import load_proposal
from consuno.site.demo_services import load_services
from consuno.site.demo_vaults import load_vaults
from consuno.site.serving import serve, server, worker

LOOPBACK = ("127.0.0.1", "::1", "localhost")


class Command(Verb):
    """Migrate, load what the field knows (and the demo world), and serve."""

    about = gettext_noop("Prepara la base, carga los datos y sirve el sitio.")

    def add_arguments(self, parser: CommandParser) -> None:
        """Where to listen."""
        parser.add_argument("--host", default="127.0.0.1", help=_("en qué dirección (127.0.0.1)"))
        parser.add_argument("--port", type=int, default=8000, help=_("en qué puerto (8000)"))
        parser.add_argument("--workers", type=int, default=2, help=_("cuántos procesos sirven (2)"))
        parser.add_argument(
            "--no-jobs", dest="jobs", action="store_false",
            help=_("los trabajos los hace otro proceso: consuno work"),
        )  # fmt: skip

    def handle(self, *, host: str, port: int, workers: int, jobs: bool, **options: object) -> None:
        """Prepare, then serve until told to stop."""
        with translation.override(self.spoken):
            _must_be_able(host, port)
        running.hold()
        prepare(lambda words: self.say(gettext_noop("… %(what)s"), what=self.word(words)))
        if settings.DEMO:  # the worker writes letters with links to here
            os.environ.setdefault("CONSUNO_URL", f"http://{host}:{port}")
        with translation.override(self.spoken):
            self.stdout.write(welcome(host, port))
            self.stdout.flush()
        if code := serve(server(host, port, workers), worker() if jobs else None):
            sys.exit(code)


def _must_be_able(host: str, port: int) -> None:
    """Raise CommandError, in the language of the terminal, before anything is touched."""
    if settings.DEMO and host not in LOOPBACK:
        raise CommandError(_("El modo de demostración solo atiende en esta máquina (127.0.0.1)."))
    if wrong := doctor.errors():
        raise CommandError("\n".join(wrong))
    try:
        taken = ports.taken(host, port)
    except OSError as error:
        said = {"host": host, "port": port, "why": error.strerror}
        raise CommandError(
            _("No se puede atender en %(host)s:%(port)s: %(why)s.") % said
        ) from error
    if taken:
        said = {"port": port, "who": ports.holder(port) or _("otro programa"), "other": port + 1}
        text = _(
            "El puerto %(port)s lo tiene %(who)s. Párelo, o use otro: make run PORT=%(other)s, consuno up --port "
            "%(other)s."
        )
        raise CommandError(text % said)


#: What is done before the site answers: what is said meanwhile, and what does it.
Steps = tuple[tuple[str, tuple[Callable[[], object], ...]], ...]
FIELD: Steps = (
    (
        gettext_noop("las instituciones y sus materias"),
        (load_bodies, load_jurisdictions, load_channels),
    ),
    (gettext_noop("la ley y los instrumentos"), (load_law, load_instruments, load_entries)),
    (gettext_noop("la agenda de 2013"), (load_agenda,)),
)
DEMO: Steps = (
    (gettext_noop("el mundo de demostración: personas, ciclo y reuniones"),
     (load_cast, load_meeting, load_cycle, load_meetings, load_requests)),
    (gettext_noop("el mundo de demostración: propuestas, servicios y bóvedas"),
     (load_proposal, load_services, load_vaults)),
)  # fmt: skip


def prepare(say: Callable[[str], None] = lambda _words: None) -> None:
    """Bring database and static files up to date, saying what is done; running it again changes nothing."""

    def step(words: str, *works: Callable[[], object]) -> None:
        say(words)
        for work in works:
            work()

    step(gettext_noop("la base"), lambda: call_command("migrate", interactive=False, verbosity=0))
    with paused():  # all of it is indexed at the end
        for words, works in FIELD:
            step(words, *works)
    for words, works in DEMO if settings.DEMO else ():
        step(words, *works)
    step(
        gettext_noop("lo que se busca, y los archivos de las páginas"), rebuild_search.run, _static
    )


def _static() -> None:
    settings.STATIC_ROOT.mkdir(parents=True, exist_ok=True)
    call_command("collectstatic", interactive=False, verbosity=0)


def welcome(host: str, port: int) -> str:
    """Say where it is and how to sign in."""
    at = f"http://{host}:{port}/"
    lines = ["", _("Consuno está en %s") % at]
    if settings.DEMO:
        lines.append(_("Mundo de demostración: personas e historias inventadas."))
        lines.append(_("Para entrar, elija una persona en %s") % f"{at}cuenta/entrar/")
    else:
        lines.append(_("Para la primera cuenta: consuno create_administrator --email … --name …"))
    return "\n".join([*lines, _("Ctrl+C lo detiene."), ""])
