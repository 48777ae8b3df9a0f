"""What every verb of the `consuno` command has in common: its words, in the language of the terminal."""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.core.management import get_commands, load_command_class
from django.core.management.base import BaseCommand, CommandParser, DjangoHelpFormatter
from django.utils import translation
from django.utils.translation import gettext as _

#: Where the framework's own options are of no use to whoever runs an installation.
THEIRS = frozenset({
    "--version", "--verbosity", "--traceback", "--settings", "--pythonpath", "--no-color", "--force-color",
    "--skip-checks",
})  # fmt: skip


class _Words(DjangoHelpFormatter):
    """The library's form of help, beginning in our words."""

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Any,
        prefix: str | None = None,
    ) -> None:
        super().add_usage(usage, actions, groups, prefix or _("uso:") + " ")


class Verb(BaseCommand):
    """A command of ours. `about` is the line that says what it does, in Spanish, marked for the catalogue.

    What is done runs in the installation's language (texts may be kept); what is said, in the terminal's.
    """

    about = ""
    suppressed_base_arguments = set(THEIRS)

    def create_parser(self, prog_name: str, subcommand: str, **kwargs: Any) -> CommandParser:
        """The parser, with headings of ours."""
        self.help = _(self.about)
        made = super().create_parser("consuno", subcommand, formatter_class=_Words, **kwargs)
        made._positionals.title, made._optionals.title = _("lo que se dice"), _("opciones")
        for each in made._actions:
            if "--help" in each.option_strings:
                each.help = _("muestra esta ayuda")
            if "--skip-checks" in each.option_strings:
                each.help = argparse.SUPPRESS
        return made

    def execute(self, *args: Any, **options: Any) -> str | None:
        """Remember how the terminal speaks; do it as the installation does."""
        self.spoken = translation.get_language() or settings.LANGUAGE_CODE
        with translation.override(settings.LANGUAGE_CODE):
            return super().execute(*args, **options)

    def word(self, text: str) -> str:
        """A marked Spanish text, in the language of the terminal."""
        with translation.override(self.spoken):
            return _(text)

    def say(self, text: str, **values: Any) -> None:
        """Write a line, a marked Spanish sentence, in the language of the terminal."""
        self.stdout.write(self.word(text) % values if values else self.word(text))
        self.stdout.flush()


def all_of_them() -> str:
    """What `consuno help` says: our verbs, each with its line; then where the framework's are."""
    names = sorted(name for name, app in get_commands().items() if str(app).startswith("consuno."))
    found = {name: load_command_class(str(get_commands()[name]), name) for name in names}
    width = max(map(len, found))
    lines = [f"  {name:<{width}}  {_(found[name].about)}" for name in names]  # type: ignore[attr-defined]
    return "\n".join([
        _("uso:") + " " + "consuno " + _("VERBO … (cada uno explica lo suyo: consuno VERBO --help)"), "", *lines, "",
        _("Los verbos de Django también están: consuno help --commands los nombra."), "",
    ])  # fmt: skip
