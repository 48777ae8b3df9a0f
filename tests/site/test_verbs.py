"""The `consuno` command explains itself in the language of the terminal, our verbs first."""

import argparse
import socket
import subprocess
import sys

import pytest
from django.core.management import CommandError, call_command, get_commands, load_command_class
from django.utils import translation

from consuno.core import verb
from consuno.site import ports

OURS = sorted(name for name, app in get_commands().items() if str(app).startswith("consuno."))


@pytest.mark.parametrize("name", OURS)
def test_each_verb_is_explained_in_both_languages_and_each_word_of_it(name):
    found = {}
    for language in ("es", "en"):
        with translation.override(language):
            command = load_command_class(get_commands()[name], name)
            assert isinstance(command, verb.Verb)
            parser = command.create_parser("consuno", name)
            found[language] = parser.format_help()
            for each in parser._actions:
                assert each.help, each.dest
    assert found["es"] != found["en"]
    assert "uso:" in found["es"]
    words = [each.help for each in parser._actions if each.help != argparse.SUPPRESS]
    assert command.help != command.about
    assert "muestra" not in " ".join(words)


def test_help_names_ours_first():
    for language, first in (("es", "uso: consuno"), ("en", "usage: consuno")):
        with translation.override(language):
            said = verb.all_of_them()
        assert said.startswith(first)
        assert all(f"\n  {name}" in said for name in OURS)
        assert "runserver" not in said


def test_help_needs_neither_settings_nor_a_database(tmp_path):
    done = subprocess.run(
        [sys.executable, "-m", "consuno", "backup", "--help"], capture_output=True, text=True, check=False,
        env={"PATH": "/usr/bin", "CONSUNO_VAR": str(tmp_path / "no"), "LC_ALL": "en_US.UTF-8"},
    )  # fmt: skip
    assert done.stdout.startswith("usage: consuno backup"), done.stderr
    assert "a file that is not there yet" in done.stdout


def test_who_has_the_port_is_named_before_anything_is_touched(monkeypatch):
    monkeypatch.setattr("consuno.site.management.commands.up.prepare", pytest.fail)
    monkeypatch.setattr("consuno.site.doctor.errors", list)
    with socket.create_server(("127.0.0.1", 0)) as busy:
        port = busy.getsockname()[1]
        assert ports.taken("127.0.0.1", port)
        with pytest.raises(CommandError, match=rf"{port} lo tiene python.*PORT={port + 1}"):
            call_command("up", port=port)
    assert not ports.taken("127.0.0.1", port)
    assert ports.holder(port) == ""
    with pytest.raises(CommandError, match=r"No se puede atender en 203\.0\.113\.9"):
        call_command("up", host="203.0.113.9")
