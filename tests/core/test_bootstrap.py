"""Setting up, where something is missing."""

import subprocess
import venv

import pytest

from tools import bootstrap


def test_without_python3_venv_the_line_that_installs_it_is_printed(tmp_path, monkeypatch, capsys):
    folder = tmp_path / ".venv"

    def half_made(self, env_dir):
        folder.mkdir()
        raise subprocess.CalledProcessError(1, "ensurepip")

    monkeypatch.setattr(bootstrap, "VENV", folder)
    monkeypatch.setattr(bootstrap, "PYTHON", folder / "bin" / "python")
    monkeypatch.setattr(venv.EnvBuilder, "create", half_made)
    with pytest.raises(SystemExit):
        bootstrap.make_environment()
    assert "sudo apt-get install -y python3-venv" in capsys.readouterr().err
    assert not folder.exists()


def test_the_demo_world_answers_on_this_machine_only(settings, monkeypatch):
    from django.core.management import CommandError, call_command

    settings.DEMO = True
    with pytest.raises(CommandError, match=r"127\.0\.0\.1"):
        call_command("up", host="0.0.0.0")
    settings.DEMO = False
    monkeypatch.setenv("CONSUNO_HOSTS", "")
    with pytest.raises(CommandError, match="CONSUNO_HOSTS"):
        call_command("up")
