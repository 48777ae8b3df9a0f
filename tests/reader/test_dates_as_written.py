"""Dates as people write them: what looks certain is certain, what does not exist says so.

Every sentence is invented; the meeting is on Tuesday, 10 March 2026.
"""

import datetime

import pytest

from consuno.reader import extract

DAY = datetime.date(2026, 3, 10)


def deadline(sentence, day=DAY):
    """The deadline of the one duty in a sentence."""
    heading = "ACUERDOS" if " will " not in sentence else "AGREEMENTS"
    (item,) = extract(f"{heading}\n1. {sentence}\n", date=day).commitments
    return item.deadline


def until(sentence, day=DAY):
    found = deadline(sentence, day)
    return found.resolved and found.resolved.isoformat()


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("a más tardar el 1o. de marzo de 2027", "2027-03-01"),
        ("a más tardar el 1o de marzo de 2027", "2027-03-01"),
        ("a más tardar el 1ro. de marzo de 2027", "2027-03-01"),
        ("a más tardar el 1er de marzo de 2027", "2027-03-01"),
        ("a más tardar el 1.º de marzo de 2027", "2027-03-01"),
        ("antes del primero de marzo de 2027", "2027-03-01"),
        ("a más tardar abril 15, 2026", "2026-04-15"),
        ("a más tardar el lunes 13 de abril", "2026-04-13"),
        ("el próximo lunes", "2026-03-16"),
        ("antes del viernes", "2026-03-12"),
        ("a más tardar el viernes", "2026-03-13"),
        ("mañana mismo", "2026-03-11"),
        ("a más tardar el mes entrante", "2026-04-30"),
        ("durante la primera quincena de julio", "2026-07-15"),
        ("en la segunda quincena de junio", "2026-06-30"),
        ("en la 1.ª quincena de noviembre de 2026", "2026-11-15"),
        ("a más tardar en la primera semana de mayo", "2026-05-07"),
        ("en la segunda semana de mayo", "2026-05-14"),
        ("en los primeros cinco días de junio", "2026-06-05"),
        ("dentro de los primeros 10 días de mayo", "2026-05-10"),
        ("a más tardar el último viernes de abril", "2026-04-24"),
        ("a más tardar el último día hábil de mayo", "2026-05-29"),
        ("a más tardar el último día de mayo", "2026-05-31"),
        ("en el 3.er trimestre", "2026-09-30"),
        ("en el III trimestre de 2026", "2026-09-30"),
        ("en el segundo y tercer trimestres del año", "2026-09-30"),
        ("en el segundo bimestre de 2026", "2026-04-30"),
        ("en el primer semestre de 2027", "2027-06-30"),
        ("entre el 28 de noviembre y el 2 de diciembre", "2026-12-02"),
        ("entre el 3 y el 7 de mayo", "2026-05-07"),
        ("del 28 de abril al 3 de mayo", "2026-05-03"),
        ("en nov-26", "2026-11-30"),
    ],
)  # fmt: skip
def test_spanish(words, day):
    assert until(f"Honduras remitirá su directorio {words}.") == day


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("within a fortnight", "2026-03-24"),
        ("in a fortnight", "2026-03-24"),
        ("by close of business Friday, April 3", "2026-04-03"),
        ("by COB Friday, April 3", "2026-04-03"),
        ("by April 30, 2026", "2026-04-30"),
        ("by the 1st of May 2026", "2026-05-01"),
        ("by the last Friday of April", "2026-04-24"),
        ("by the last working day of May", "2026-05-29"),
        ("during the second semester of 2026", "2026-12-31"),
        ("in the second half of April", "2026-04-30"),
        ("in the first week of May", "2026-05-07"),
        ("in the second and third quarters of 2026", "2026-09-30"),
        ("in Q.3 2026", "2026-09-30"),
        ("between 28 April and 2 May", "2026-05-02"),
        ("before Friday", "2026-03-12"),
        ("by Friday", "2026-03-13"),
    ],
)  # fmt: skip
def test_english(words, day):
    assert until(f"Honduras will send its directory {words}.") == day


@pytest.mark.parametrize(
    "words",
    [
        "el 29 de febrero de 2027",
        "el 31 de junio de 2026",
        "el 31/06/2026",
        "el 31 de abril de 2026",
    ],
)
def test_a_day_that_does_not_exist_keeps_its_words_and_says_so(words):
    found = deadline(f"Canadá remitirá su directorio a más tardar {words}.")
    assert found.resolved is None
    assert found.text == f"a más tardar {words}"
    assert found.precision == "no such day"


def test_a_span_across_the_year_begins_in_the_year_before():
    found = deadline("Honduras enviará la lista entre el 28 de diciembre y el 2 de enero.")
    assert found.edtf == "2026-12-28/2027-01-02"


ROWS = "| Action Item | Owner | Due Date |\n|---|---|---|\n"


@pytest.mark.parametrize(
    ("head", "other", "due"),
    [
        ("Meeting, Ottawa, 3/10/2026", "4/6/2026", "2026-04-05"),
        ("Meeting, Ottawa, 10/3/2026", "4/6/2026", "2026-05-04"),
        ("Meeting, Ottawa", "12/15/2026", "2026-04-05"),
        ("Meeting, Ottawa", "15/12/2026", "2026-05-04"),
        ("Meeting, Ottawa, March 10, 2026", "4/6/2026", "2026-04-05"),
        ("Meeting, Ottawa, 10 March 2026", "4/6/2026", "2026-05-04"),
    ],
    ids=["its own date", "its own, day first", "another row", "another row, day first", "its months", "none"],
)  # fmt: skip
def test_the_paper_tells_in_which_order_its_figures_stand(head, other, due):
    rows = f"| Send the list | Canada | 4/5/2026 |\n| Review the plan | Canada | {other} |\n"
    first, _second = extract(f"{head}\n\n{ROWS}{rows}", date=DAY).commitments
    assert first.deadline.resolved.isoformat() == due
