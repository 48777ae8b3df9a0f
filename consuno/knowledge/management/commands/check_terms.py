"""Mark the words to avoid in a text file."""

import json
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import CommandError
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from consuno.core.verb import Verb
from consuno.knowledge.wording import check, language_of

MOST = 20 * 1024 * 1024


class Command(Verb):
    """Print each word to avoid, where it stands and what to say instead."""

    about = gettext_noop(
        "Marca las palabras que conviene evitar en un archivo de texto (español o inglés)."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The file, and whether a program reads the answer."""
        parser.add_argument("file", type=Path, help=_("archivo de texto en UTF-8"))
        parser.add_argument("--json", action="store_true", help=_("para programas"))

    def handle(self, *args: Any, **options: Any) -> None:
        """Read it, check it, say it in the language of the text."""
        try:
            if options["file"].stat().st_size > MOST:
                raise CommandError("El archivo pasa de 20 MB.")
            text = options["file"].read_text(encoding="utf-8-sig", errors="replace")
        except OSError as error:
            raise CommandError(f"No se puede leer el archivo: {error.strerror}") from error
        with translation.override(language_of(text)):
            marks = check(text)
        if options["json"]:
            rows = [
                {
                    "line": m.line,
                    "start": m.start,
                    "span": m.span,
                    "suggest": m.suggest,
                    "why": m.why,
                }
                for m in marks
            ]
            self.stdout.write(json.dumps(rows, ensure_ascii=False, indent=1))
            return
        for m in marks:
            self.stdout.write(f"{m.line}:{m.start}  {m.span} → {m.suggest}. {m.why}")
