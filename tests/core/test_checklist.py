"""The checklist says what holds each line, and does not say more."""

from types import SimpleNamespace

import pytest
from django.core.management import call_command

from consuno.core import checklist


def test_every_line_is_there_once_and_has_its_test():
    items = checklist.items()
    assert [each.row for each in items] == list(range(1, 51))
    assert [each.row for each in items if not each.tests] == []


def test_the_command_prints_item_level_test_and_state(db, capsys):
    call_command("checklist")
    printed = capsys.readouterr().out
    assert "27  ASVS 2.3.4 15.4.2   nivel 3  sostenido  32 a la vez" in printed
    assert "test_at_once.py::test_row_27_thirty_two_at_once" in printed
    assert "todas de acuerdo" in printed


def test_it_ends_badly_where_keys_are_not_as_they_must_be(db, capsys, monkeypatch):
    monkeypatch.setattr("consuno.core.vault.trust.faults", lambda: ["DEMO:ALB-GT 1"])
    with pytest.raises(SystemExit):
        call_command("checklist")
    assert "MAL\n      DEMO:ALB-GT 1" in capsys.readouterr().out


def test_where_there_is_no_database_it_makes_none(monkeypatch, tmp_path, capsys):
    nowhere = SimpleNamespace(vendor="sqlite", settings_dict={"NAME": tmp_path / "consuno.sqlite3"})
    monkeypatch.setattr("consuno.core.running.connection", nowhere)
    call_command("checklist")
    assert "no hay ninguna base" in capsys.readouterr().out
    assert not list(tmp_path.iterdir())
