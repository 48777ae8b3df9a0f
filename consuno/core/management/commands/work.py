"""`consuno work`: run the jobs that wait (mail, reminders, long readings)."""

import os
import signal
import threading
import time

from django.core.management.base import CommandParser
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from consuno.core import jobs, running
from consuno.core.verb import Verb


class Command(Verb):
    """Be a worker; or say how the queue stands."""

    about = gettext_noop(
        "Hace los trabajos pendientes (correo, avisos). `consuno up` ya tiene uno."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        """How long to work."""
        parser.add_argument("--once", action="store_true", help=_("terminar cuando no quede nada"))
        parser.add_argument(
            "--follow", action="store_true", help=_("terminar cuando termine quien lo inició")
        )
        parser.add_argument("--status", action="store_true", help=_("solo decir qué hay"))

    def handle(self, *, once: bool, follow: bool, status: bool, **options: object) -> None:
        """Work, or report."""
        if follow:
            threading.Thread(target=_follow, args=(os.getppid(),), daemon=True).start()
        if not status:
            running.hold()
            jobs.work(until_empty=once)
            return
        given_up = jobs.failed()
        text = gettext_noop("Pendientes: %(n)s. Abandonados: %(given_up)s.")
        self.say(text, n=jobs.waiting(), given_up=len(given_up))
        for name, error in given_up:
            self.stdout.write(f"  {name}  {error}")


def _follow(parent: int) -> None:
    """Stop this process as soon as it has another parent: its own was killed."""
    while os.getppid() == parent:
        time.sleep(1)
    os.kill(os.getpid(), signal.SIGTERM)
