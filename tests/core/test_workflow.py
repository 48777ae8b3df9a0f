"""The table of states: what is possible, where it leads, what is refused and why."""

from types import SimpleNamespace

import pytest

from consuno.core.policy import Denied
from consuno.core.workflow import WORKFLOWS, Step, Workflow


@pytest.fixture
def table():
    made = Workflow(
        "test.Door", "state",
        Step("open", {"closed": "open"}, "No está cerrada."),
        Step("close", {"open": ("closed", "locked")}, "No está abierta."),
        Step("knock", {"closed": "closed", "locked": "locked"}, "Está abierta."),
    )  # fmt: skip
    yield made
    del WORKFLOWS["test.Door"]


def door(state):
    return SimpleNamespace(state=state)


def test_it_moves_where_the_table_says(table):
    found = door("closed")
    table.move("knock", found)
    assert found.state == "closed"
    table.move("open", found)
    assert found.state == "open"
    table.move("close", found, "locked")
    assert found.state == "locked"


def test_what_is_not_possible_is_refused_and_nothing_moves(table):
    found = door("locked")
    with pytest.raises(Denied, match="No está cerrada"):
        table.move("open", found)
    assert found.state == "locked"


@pytest.mark.parametrize("to", [None, "open"])
def test_an_act_that_may_lead_to_several_says_where(table, to):
    found = door("open")
    with pytest.raises(ValueError, match="close leads from open"):
        table.move("close", found, to)
    assert found.state == "open"


def test_who_is_asked_before_when_and_the_page_asks_once(table):
    @table.may("open")
    def may_open(user, _door):
        if user != "ana":
            raise Denied("Abre Ana.")

    @table.may("close")
    def may_close(user, _door):
        pass

    with pytest.raises(Denied, match="Abre Ana"):
        may_open("beto", door("open"))
    with pytest.raises(Denied, match="No está cerrada"):
        may_open("ana", door("open"))
    may_open("ana", door("closed"))
    assert table.open_to("ana", door("closed")) == {"open"}
    assert table.open_to("ana", door("open")) == {"close"}
    assert table.open_to("beto", door("closed")) == frozenset()


def test_it_is_drawn(table):
    assert list(table.diagram()) == [
        "stateDiagram-v2",
        "    closed --> open: open",
        "    open --> closed: close",
        "    open --> locked: close",
        "    closed --> closed: knock",
        "    locked --> locked: knock",
    ]
