"""Records of decisions: a bracket at the end names who does it, and until when."""

import datetime

import pytest

from consuno.reader import extract

DAY = datetime.date(2021, 10, 8)
HEAD = "RECORD OF DECISIONS\nInvented Council - Technical Committee\nMeeting 04/2021, 8 October 2021\n\nPresent: Ana, Ben.\n\n"
OTHER = "2.9 The leaflet to be printed. [Police Department, 1 Nov 2021]\n"


def items(text, head=HEAD):
    return extract(head + "2. Procedures\n" + text, date=DAY).commitments


@pytest.mark.parametrize(
    ("line", "who", "due"),
    [
        ("2.1 Section 4 to be rewritten. [Police Department, 22 Oct 2021]", ["Police Department"], "2021-10-22"),
        ("2.1 Comments to be sent to the Chair. [Immigration; Labour, 5 Nov 2021]", ["Immigration", "Labour"], "2021-11-05"),
        ("2.1 Paper on why charges are dropped. [DPP, Q1 2022]", ["DPP"], "2022-03-31"),
        ("2.1 A safe house to be found within ten working days. [IOM]", ["OIM"], "2021-10-22"),
        ("2.1 Labour to list the farms. [Labour, no date set]", ["Labour"], None),
        ("2.1 Refresher for new recruits. [Honduras, Panama]", ["PAIS:HN", "PAIS:PA"], None),
    ],
)  # fmt: skip
def test_who_and_until_when(line, who, due):
    first, other = items(f"{line}\n{OTHER}")
    assert [party.body or party.name for party in first.responsible] == who
    assert (first.deadline.resolved and first.deadline.resolved.isoformat()) == due
    assert other.responsible[0].name == "Police Department"


def test_one_bracket_may_be_a_remark():
    assert items("2.1 The text of last year stands. [Laughter]\n") == ()


def test_no_names_no_duty():
    assert len(items(f"2.1 The text of last year stands. [see annex 3]\n{OTHER}{OTHER}")) == 2


def test_a_list_without_numbers_or_a_paper_that_records_nothing_binds_nobody():
    assert items(f"A text. [Police Department]\n\n{OTHER}{OTHER}")[0].text.startswith("The leaflet")
    essay = (
        "An essay on brackets\n\n2.1 A text stands. [Police Department]\n2.2 Another. [Labour]\n"
    )
    assert extract(essay * 3, date=DAY).commitments == ()


@pytest.mark.parametrize("head", ["ASISTENTES", "Participantes", "Attendance", "DESAFÍOS"])
def test_brackets_after_the_names_of_those_present_assign_nothing(head):
    text = f"ACTA\nAcuerdos de 2021\n\n{head}\n1. Ana [Guatemala]\n2. Ben [Honduras]\n\nACUERDOS\n{OTHER}"
    found = extract(text, date=DAY).commitments
    assert [each.responsible[0].name for each in found] == ["Police Department"]


def test_owners_on_a_line_of_their_own():
    long = "It was noted that the rules of 2012 are still in use in two of the six districts."
    text = (
        f"2.1 {long}\n2.2 {long}\n2.3 Comments to be sent.\n    [Immigration; Labour, 5 Nov 2021]\n"
    )
    [first, _other] = items(text + OTHER)
    assert [party.name for party in first.responsible] == ["Immigration", "Labour"]
