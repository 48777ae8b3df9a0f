"""The `consuno` command: Django's commands and our own, under one name."""

import os
import sys


def main() -> None:
    """Run one verb. A reader that closes early (`| head`) is no error."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "consuno.settings")
    from django.core.management import execute_from_command_line

    try:
        execute_from_command_line(["consuno", *sys.argv[1:]])
        sys.stdout.flush()
    except BrokenPipeError:
        # What is left in the buffer has nowhere to go; Python must not complain about it at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


if __name__ == "__main__":
    main()
