"""4/5/2026 where nothing tells whether the day or the month stands first: both are shown."""

import datetime

import pytest

from tests.agenda.test_review import candidate, record

TEXT = """Minutes of the invented follow-up meeting
Invented Town

Agreements:
1. Honduras will send its list by 4/5/2026.
"""
DAY = datetime.date(2026, 3, 10)


def taken(cast, text):
    return record(cast["ana"], text, starts=DAY, ends=DAY)


def test_both_readings_are_shown_and_one_chosen(cast, as_person):
    minutes = taken(cast, TEXT)
    found = candidate(minutes, 5)
    assert found.due_on == datetime.date(2026, 5, 4)
    ana = as_person("ana")
    page = ana.get(f"/actas/{minutes.pk}/").content.decode()
    assert "¿o el 5 de abril de 2026?" in page
    ana.post(f"/actas/{minutes.pk}/{found.number}/decidir/", {"word": "other_day", "revision": 1})
    found.refresh_from_db()
    assert (found.due_on, found.revision) == (datetime.date(2026, 4, 5), 2)
    assert "¿o el 4 de mayo de 2026?" in ana.get(f"/actas/{minutes.pk}/").content.decode()


@pytest.mark.parametrize(
    "text",
    [
        TEXT.replace("Town", "Town, 10 March 2026"),
        TEXT.replace("Town", "Town, March 10, 2026"),
        TEXT.replace("Town", "Town, 3/10/2026"),
        TEXT.replace("4/5/2026", "25/4/2026"),
        TEXT.replace("4/5/2026", "5/5/2026"),
        TEXT.replace("Minutes of the invented follow-up meeting", "Acta de la reunión inventada")
        .replace("Agreements", "Acuerdos").replace("will send its list by", "enviará su lista a más tardar el"),
    ],
    ids=["day first", "month first", "own date", "one way only", "the same", "Spanish"],
)  # fmt: skip
def test_where_something_tells_nothing_is_asked(cast, as_person, text):
    minutes = taken(cast, text)
    assert candidate(minutes, 5).due_on
    assert "¿o el" not in as_person("ana").get(f"/actas/{minutes.pk}/").content.decode()
