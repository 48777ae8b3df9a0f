"""`consuno doctor`: what is wrong with this installation, and how to mend it."""

import sys

from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from consuno.core import environment
from consuno.core.verb import Verb
from consuno.site import doctor


class Command(Verb):
    """Look, say, and change nothing."""

    about = gettext_noop("Dice qué está mal en esta instalación y cómo se arregla; no cambia nada.")

    def handle(self, **options: object) -> None:
        """Say it; 1 where something has to be mended before the site may serve."""
        with translation.override(environment.terminal()):
            wrong = doctor.errors()
            for each in wrong:
                self.stdout.write(_("MAL    %s") % each)
            for each in [] if wrong else doctor.warnings():
                self.stdout.write(_("aviso  %s") % each)
            if not wrong:
                self.stdout.write(_("Nada impide servir el sitio."))
        if wrong:
            sys.exit(1)
