"""`consuno trace [ID]`: where a sentence of the 2013 minutes lives."""

from django.core.management.base import CommandError, CommandParser
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from consuno.core.verb import Verb
from consuno.site.trace import Row, rows


class Command(Verb):
    """Print one row of the trace, or all of them."""

    about = gettext_noop("Dice dónde vive en Consuno una frase del acta de 2013.")
    requires_system_checks = []

    def add_arguments(self, parser: CommandParser) -> None:
        """An id of the paper, or part of the restatement."""
        parser.add_argument(
            "what", nargs="?", default="", help=_("un id (A1.acuerdo.a) o una palabra")
        )

    def handle(self, *, what: str, **options: object) -> None:
        """Print what matches."""
        found = [row for row in rows() if _matches(row, what)]
        if not found:
            text = self.word(gettext_noop("Nada en el acta de 2013 responde a «%(what)s»."))
            raise CommandError(text % {"what": what})
        for row in found:
            self.stdout.write(
                f"{row.id:<12} l.{row.lines:<10} {row.status:<8} {row.room:<13} {row.text.es}"
                + (f"  {row.page}" if row.page else "")
                + (f"  {row.missing.es}" if row.missing.es else "")
            )


def _matches(row: Row, what: str) -> bool:
    return what in row.anchors or what == row.id or what.casefold() in row.text.es.casefold()
