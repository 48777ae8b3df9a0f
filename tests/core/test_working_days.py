"""Days that are working days in several countries at once."""

import datetime

import pytest

from consuno.core import working_days

COUNTRIES = ["BZ", "CA", "CR", "DO", "GT", "HN", "MX", "NI", "PA", "SV", "US"]


def test_a_holiday_in_one_country_is_not_a_working_day_of_all():
    thanksgiving = datetime.date(2026, 11, 26)  # United States only
    assert working_days.free_somewhere(thanksgiving, ["US", "SV"])
    assert not working_days.free_somewhere(thanksgiving, ["SV"])
    assert working_days.after_everywhere(datetime.date(2026, 11, 25), 1, ["US"]) == (
        datetime.date(2026, 11, 27)
    )


def test_whole_days_between_two():
    monday, friday = datetime.date(2026, 6, 1), datetime.date(2026, 6, 5)
    assert working_days.between(monday, friday, []) == 3  # neither the first nor the last
    assert working_days.between(friday, friday, []) == 0
    assert working_days.between(friday, monday, []) == 0


def test_counting_and_going_forward_agree():
    start = datetime.date(2026, 11, 25)
    last = working_days.after_everywhere(start, 10, COUNTRIES)
    assert working_days.between(start, last + datetime.timedelta(days=1), COUNTRIES) == 10
    assert last > datetime.date(2026, 12, 9)  # ten plain working days would end there


@pytest.mark.parametrize(
    ("country", "day", "closed"),
    [
        (
            "CA",
            datetime.date(2026, 9, 30),
            True,
        ),  # truth and reconciliation: the federation's offices
        ("CA", datetime.date(2026, 5, 18), True),
        ("CR", datetime.date(2026, 12, 1), True),  # optional for employers, not for offices
        ("PA", datetime.date(2026, 2, 16), True),  # Carnival
        ("US", datetime.date(2026, 4, 3), False),  # Good Friday is no federal holiday
        ("SV", datetime.date(2026, 9, 30), False),
    ],
)
def test_days_on_which_public_offices_rest(country, day, closed):
    assert working_days.free_somewhere(day, [country]) == closed


def test_a_weekend_and_a_holiday_of_the_country_do_not_count():
    friday = datetime.date(2026, 12, 4)
    assert working_days.after(friday, 1, None) == datetime.date(2026, 12, 7)
    assert working_days.after(friday, 2, None) == datetime.date(2026, 12, 8)
    assert working_days.after(friday, 2, "PA") == datetime.date(2026, 12, 9)  # 8 December rests
    assert working_days.after(friday, 0, "PA") == friday
