"""`consuno extract_minutes FILE`: what a paper agreed, as a table or as JSON."""

import datetime
import json
import sys
from pathlib import Path

from django.core.management.base import CommandError, CommandParser
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from consuno.agenda.papers import PaperError, read_file
from consuno.core.verb import Verb
from consuno.reader import Extraction, Item, extract

FILE_LIMIT = 10 * 1024 * 1024
PIPED = "-"


class Command(Verb):
    """Read minutes without storing anything."""

    about = gettext_noop("Lee un acta y muestra los compromisos que encuentra.")
    requires_system_checks = []

    def add_arguments(self, parser: CommandParser) -> None:
        """The paper and how to read it."""
        parser.add_argument(
            "file",
            type=Path,
            help=_("acta: DOCX, ODT, RTF, HTML, PDF, correo o texto; «-» la lee de la entrada"),
        )
        parser.add_argument("--date", type=_day, help=_("día de la reunión, AAAA-MM-DD"))
        parser.add_argument(
            "--language", choices=["auto", "es", "en"], default="auto",
            help=_("qué idioma; «auto» lo adivina"),
        )  # fmt: skip
        parser.add_argument("--json", action="store_true", dest="as_json", help=_("para programas"))

    def handle(  # noqa: D102
        self,
        *,
        file: Path,
        date: datetime.date | None,
        language: str,
        as_json: bool,
        **options: object,
    ) -> None:
        found = extract(_text(file), date=date, language=language)
        write = sys.stdout.write
        if as_json:
            write(json.dumps(found.as_json(), ensure_ascii=False, indent=2) + "\n")
        else:
            write("\n".join(table(found)) + "\n")


def _day(value: str) -> datetime.date:
    return datetime.date.fromisoformat(value)


def _text(file: Path) -> str:
    """Return the text of a file of any kind, as its page would read it; "-" is what is piped in.

    Raises CommandError with a sentence when it cannot be read.
    """
    try:
        piped = str(file) == PIPED
        content = (sys.stdin.buffer if piped else file.open("rb")).read(FILE_LIMIT + 1)
    except OSError as error:
        raise CommandError(_("No se puede leer %(file)s.") % {"file": file}) from error
    if len(content) > FILE_LIMIT:
        raise CommandError(_("El archivo pasa de 10 MB; un acta es mucho menor."))
    try:
        return read_file(content, "" if piped else file.name).text
    except PaperError as error:
        raise CommandError(str(error)) from error


def table(found: Extraction) -> list[str]:
    """Lay the extraction out in lines of text for a terminal."""
    meeting = found.meeting
    dates = ", ".join(day.isoformat() for day in meeting.dates)
    lines = [meeting.title or _("(sin título)"), f"{meeting.place}  {dates}".strip(), ""]
    lines += [_row(item) for item in found.items]
    if not found.items:
        lines.append(_("No se encontró ningún acuerdo en este texto."))
    lines += ["", *(f"{c.ref:<10} {c.text}" for c in found.challenges)]
    counts = {"items": len(found.items), "challenges": len(found.challenges)}
    lines.append(_("%(items)d elementos, %(challenges)d desafíos") % counts)
    if found.possible:
        lines += ["", _("Frases por mirar:")]
        lines += [
            f"l.{','.join(map(str, each.lines)):<7} {each.text:.110}" for each in found.possible
        ]
    return lines


def _row(item: Item) -> str:
    where = ",".join(map(str, item.lines))
    due = item.deadline.resolved.isoformat() if item.deadline.resolved else item.deadline.text
    who = ", ".join(party.body or party.name for party in item.responsible)
    return f"{item.ref:<10} {item.kind:<10} l.{where:<7} {due:<12.12} {who:<28.28} {item.text:.70}"
