"""Sheets that people fill and send back: found in either language, kept whole or not at all."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest
from django.contrib.auth.models import Group
from django.utils.translation import gettext_lazy as _

from consuno.core.answer_sheets import (
    RowsError,
    cell,
    keep_all,
    language_of,
    places_of,
    too_long,
)
from consuno.core.policy import Denied

HEADS = {"label": _("Compromiso"), "due": _("Plazo")}


@dataclass
class Row:
    """A row that may be empty."""

    name: str
    problems: list[str] = field(default_factory=list)

    @property
    def empty(self) -> bool:
        return not self.name


def _keep(row: Row) -> int:
    if row.name == "no":
        Group.objects.create(name="begun")
        raise Denied("Esa no.")
    return Group.objects.create(name=row.name).pk


@pytest.mark.parametrize("heads", [["PLAZO", "x", "compromiso"], ["Deadline", "", "commitment"]])
def test_heads_stand_anywhere_in_either_language(heads: list[str]) -> None:
    places = places_of(heads, HEADS)
    assert places == {"due": 0, "label": 2}
    assert cell(places, "label", ["", "", " algo "]) == "algo"
    assert cell(places, "label", ["", ""]) == ""
    assert cell({}, "label", ["a"]) == ""


@pytest.mark.parametrize(
    ("words", "code"), [("English", "en"), ("inglés", "en"), ("EN", "en"), ("", "es"), ("x", "es")]
)
def test_a_language_by_its_name(words: str, code: str) -> None:
    assert language_of(words) == code


def test_what_is_longer_than_its_box_is_said() -> None:
    (said,) = too_long({"label": "x" * 6, "due": "x" * 5}, {"label": 5, "due": 5}, HEADS)
    assert "Compromiso" in said
    assert "5" in said
    assert not too_long({}, {"label": 5}, HEADS)


@pytest.mark.django_db
def test_all_rows_are_kept_and_empty_ones_left() -> None:
    rows = [Row("uno"), Row(""), Row("dos")]
    assert [row.name for row, _pk in keep_all(rows, _keep)] == ["uno", "dos"]
    assert set(Group.objects.values_list("name", flat=True)) == {"uno", "dos"}


@pytest.mark.django_db
@pytest.mark.parametrize("wrong", [Row("no"), Row("tres", ["Repite la fila 2."])])
def test_one_wrong_row_keeps_none_and_says_why(wrong: Row) -> None:
    rows = [Row("uno"), wrong, Row("dos")]
    with pytest.raises(RowsError):
        keep_all(rows, _keep)
    assert not Group.objects.exists()
    assert wrong.problems[-1] in {"Esa no.", "Repite la fila 2."}
    assert not rows[0].problems
