"""The `consuno` command: Django's commands and our own, under one name."""

import os
import sys

from consuno.core import environment

#: They prepare the database, need none, or are asked before there is one; any other finds one there.
FIRST = frozenset({
    "up", "create_administrator", "doctor", "help", "migrate", "makemigrations", "check", "collectstatic", "restore",
    "extract_minutes", "check_terms", "checklist", "--help", "-h", "version", "--version",
})  # fmt: skip


def main() -> None:
    """Run one verb. A reader that closes early (`| head`) is no error."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "consuno.settings")
    os.umask(0o077)  # what is made here is its own account's
    words = sys.argv[1:] or ["help"]
    asks = bool({"-h", "--help"} & set(words)) or words[0] == "help"
    if refused := refusal("help" if asks else words[0]):
        sys.stderr.write(f"{refused}\n")
        raise SystemExit(2)
    from django.core.management import execute_from_command_line

    try:
        _speak()
        if words in (["help"], ["--help"], ["-h"]):
            from consuno.core import verb

            sys.stdout.write(verb.all_of_them())
        else:
            execute_from_command_line(["consuno", *words])
        sys.stdout.flush()
    except BrokenPipeError:
        # What is left in the buffer has nowhere to go; Python must not complain about it at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _speak() -> None:
    """As the terminal does; what is done, and may be kept, is done in the installation's language (core.verb)."""
    import django
    from django.utils import translation

    django.setup()
    translation.activate(environment.terminal())


def refusal(verb: str) -> str:
    """Why this verb does not begin: settings that cannot stand, or no database where one is said to be."""
    wrong = environment.faults()
    if verb not in {"up", "doctor"}:
        wrong = [each for each in wrong if each.variable != "CONSUNO_HOSTS"]
    if wrong:
        return "\n".join(each.said() for each in wrong)
    absent = None if verb in FIRST else environment.absent()
    return absent.said() if absent else ""


if __name__ == "__main__":
    main()
