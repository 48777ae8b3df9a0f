"""What a rule refuses is caught in one place, and forms hand over in one way."""

from __future__ import annotations

import ast
from pathlib import Path

import consuno

HOUSE = Path(consuno.__file__).parent
#: Whoever reports has no account: the boundary of those pages answers by itself.
BOUNDARIES = {"cases/views/complaint.py"}


def _pages() -> list[Path]:
    return [path for path in HOUSE.rglob("*.py") if "views" in path.relative_to(HOUSE).parts]


def _caught(path: Path) -> set[str]:
    """The names of the exceptions that a file catches."""
    caught = set()
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.ExceptHandler) and node.type is not None:
            caught |= {each.id for each in ast.walk(node.type) if isinstance(each, ast.Name)}
    return caught


def test_a_page_catches_no_refusal_by_itself() -> None:
    by_itself = {
        str(path.relative_to(HOUSE))
        for path in _pages()
        if _caught(path) & {"Denied", "ConflictError"}
    }
    assert by_itself == BOUNDARIES


def test_every_form_that_is_asked_whether_it_is_valid_is_heard() -> None:
    """`form.is_valid()` on a line of its own asks and does not listen."""
    deaf = [
        f"{path.relative_to(HOUSE)}:{node.lineno}"
        for path in _pages()
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.Expr)
        and isinstance(node.value, ast.Call)
        and isinstance(node.value.func, ast.Attribute)
        and node.value.func.attr == "is_valid"
    ]
    assert not deaf


def test_every_form_hands_over_in_the_same_way() -> None:
    plain = [
        f"{path.relative_to(HOUSE)}:{node.name}"
        for path in HOUSE.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.ClassDef) and path.name != "acting.py"
        if any(isinstance(base, ast.Attribute) and base.attr == "Form" for base in node.bases)
    ]
    assert not plain
