"""A state moves by its table and nowhere else; what the table says is true of the code and the docs."""

import ast
import re
from pathlib import Path

import pytest
from django.apps import apps
from django.utils.module_loading import autodiscover_modules

import consuno
from consuno.core.notices import KINDS
from consuno.core.workflow import WORKFLOWS
from tools.states import PAGE, page

PACKAGE = Path(consuno.__file__).parent
autodiscover_modules("workflow", "notices")
TABLES = sorted(WORKFLOWS)


def fields(room):
    """What holds the states of the records of a room: fields, or the days from which they are read."""
    return {
        name for table in WORKFLOWS.values() if table.model.startswith(f"{room}.")
        for name in (table.stamps.values() if table.stamps else [table.read])
    }  # fmt: skip


def rooms():
    """Rooms that have a table: in them no state is written by hand."""
    return sorted(
        path.parent for path in PACKAGE.glob("*/workflow.py") if path.parent.name != "core"
    )


def written_by_hand(source, fields):
    """Lines that give a state to a record: an assignment, or the keyword of an update."""
    for node in ast.walk(ast.parse(source)):
        targets = node.targets if isinstance(node, ast.Assign) else []
        flat = [
            x for each in targets for x in (each.elts if isinstance(each, ast.Tuple) else [each])
        ]
        if any(isinstance(each, ast.Attribute) and each.attr in fields for each in flat):
            yield node.lineno
        if isinstance(node, ast.Call) and getattr(node.func, "attr", "") == "update":
            if any(word.arg in fields for word in node.keywords):
                yield node.lineno


def test_the_law_sees_each_way_to_write_a_state():
    source = "a.state = 1\nb, a.state = 1, 2\nx.update(state=1)\nstate = 1"
    assert list(written_by_hand(source, {"state"})) == [1, 2, 3]


def test_no_state_is_written_outside_its_table():
    found = [
        f"{path.relative_to(PACKAGE)}:{line}"
        for room in rooms()
        for path in room.rglob("*.py")
        if "migrations" not in path.parts
        for line in written_by_hand(path.read_text(encoding="utf-8"), fields(room.name))
    ]
    assert found == []


@pytest.mark.parametrize("name", TABLES)
def test_the_table_names_states_of_the_model_and_reaches_each(name):
    table, model = WORKFLOWS[name], apps.get_model(name)
    kinds = [getattr(model, each) for each in ("State", "Status", "Phase") if hasattr(model, each)]
    (states,) = (list(kind.values) for kind in kinds)
    sources = {source for step in table.steps.values() for source in step.moves}
    targets = {
        target for step in table.steps.values() for source in step.moves
        for target in step.targets(source)
    }  # fmt: skip
    assert sources | targets <= set(states)
    assert set(states) - targets - set(table.by_time) <= {states[0]}


@pytest.mark.parametrize("name", TABLES)
def test_each_act_has_its_rule_its_word_and_its_notices(name):
    table = WORKFLOWS[name]
    room = PACKAGE / name.split(".")[0]
    code = "\n".join(
        path.read_text(encoding="utf-8")
        for path in room.rglob("*.py") if path.parent.name == "actions" or path.stem == "actions"
    )  # fmt: skip
    attended = {verb: step for verb, step in table.steps.items() if not step.alone and not step.on}
    assert set(table.checks) == set(attended)
    for step in attended.values():
        assert re.search(rf'(record|_say|_give|_save)\((\w+, )?\s*"{step.verb}"', code), step.verb
        assert set(step.tells) <= set(KINDS)
        for notice in step.tells:
            assert re.search(rf"notices\.{notice.split('.')[1]}\b", code), notice


def test_the_diagrams_are_those_of_the_tables():
    assert PAGE.read_text(encoding="utf-8") == page(), "run `make states`"
