"""The checklist says what holds each line, and does not say more."""

from django.core.management import call_command

from consuno.core import checklist

#: What comes with the protocols that run: scripts and expressions of whoever draws them.
OPEN = {38}


def test_every_line_is_there_once_and_has_its_test():
    items = checklist.items()
    assert [each.row for each in items] == list(range(1, 51))
    assert {each.row for each in items if not each.tests} == OPEN


def test_the_command_prints_item_level_test_and_state(db, capsys):
    call_command("checklist")
    printed = capsys.readouterr().out
    assert "27  ASVS 2.3.4 15.4.2   nivel 3  sostenido  32 a la vez" in printed
    assert "test_at_once.py::test_row_27_thirty_two_at_once" in printed
    assert "todas de acuerdo" in printed
