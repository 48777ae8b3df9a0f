"""Days are those of the installation's place, wherever one is cut out of a moment."""

import datetime
import re
from pathlib import Path

import pytest
from django.template import Context, Template

from consuno.core import clock

PACKAGE = Path(__file__).resolve().parents[2] / "consuno"
#: What cuts a day by itself, and why that is right.
OWN = {
    "monitoring/intake.py": "a day that was written as one",
    "consultation/actions/adoption.py": "the place's time that the act itself names",
    "consultation/silence.py": "the same",
    "core/sheet_reader.py": "a cell of a spreadsheet has no zone",
    "consultation/models/silence.py": "says that it is UTC",
}
#: 20:30 of the 24th in San Salvador.
EVENING = datetime.datetime(2026, 11, 25, 2, 30, tzinfo=datetime.UTC)


def test_nothing_else_cuts_a_day():
    cut = re.compile(r"\.date\(\)|_at:%|\.at:%")
    found = {
        str(path.relative_to(PACKAGE))
        for path in PACKAGE.rglob("*.py") if cut.search(path.read_text("utf-8"))
    }  # fmt: skip
    assert found == set(OWN)


@pytest.mark.parametrize("form", ["{{ at|day }}", "{{ at|date:'j \\d\\e F \\d\\e Y' }}"])
def test_in_the_evening_it_is_still_today(form):
    assert Template(form).render(Context({"at": EVENING})) == "24 de noviembre de 2026"
    assert clock.day(EVENING) == datetime.date(2026, 11, 24)
