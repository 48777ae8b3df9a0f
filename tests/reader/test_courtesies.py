"""Duties that hide behind a courtesy."""

import datetime

import pytest

from consuno.reader import extract

DAY = datetime.date(2014, 6, 26)
ES = "RESOLUCIÓN DE LA CONFERENCIA INVENTADA\n26 de junio de 2014\n\n"
EN = "CONCLUSIONS AND DECISIONS\nInvented Regional Conference, 26 June 2014\n\n"


def read(line, head):
    found = extract(f"{head}1. {line}\n", date=DAY).commitments
    return [
        (item.kind, [p.body or p.name for p in item.responsible], item.deadline.resolved)
        for item in found
    ]


@pytest.mark.parametrize(
    ("line", "kind", "who", "due"),
    [
        ("Agradecer a Canadá su ofrecimiento de costear la traducción en mayo de 2015.", "offer", "PAIS:CA", "2015-05-31"),
        ("Agradecen a Belice por su disposición a recibir la próxima reunión.", "offer", "PAIS:BZ", None),
        ("Acoger con beneplácito el compromiso de Panamá de abrir una casa.", "offer", "PAIS:PA", None),
        ("Toman nota del informe de la OIM y le encargan que prepare otro antes del 1 de agosto de 2014.", "request", "OIM", "2014-08-01"),
        ("Tomar nota del plan y encargar a la Presidencia que lo presente en octubre.", "request", "la Presidencia", "2014-10-31"),
        ("Felicitan a Costa Rica por su ley y la invitan a compartir el reglamento.", "request", "PAIS:CR", None),
    ],
)  # fmt: skip
def test_in_spanish(line, kind, who, due):
    [(got, names, day)] = read(line, ES)
    assert (got, day and day.isoformat()) == (kind, due)
    assert who in names[0] or names == [who]


@pytest.mark.parametrize(
    ("line", "kind", "who", "due"),
    [
        ("To thank Canada for its offer to fund the study by 1 May 2015.", "offer", "PAIS:CA", "2015-05-01"),
        ("To express gratitude to UNHCR for the training, and in particular for its readiness to repeat it.", "offer", "ACNUR", None),
        ("To accept with appreciation the offer of Jamaica to host the meeting.", "offer", "Jamaica", None),
        ("To take note of the plan and to request the Presidency to share it in October.", "request", "the Presidency", "2014-10-31"),
        ("To acknowledge the concerns, to which the Chair shall reply by 1 August 2014.", "agreement", "the Chair", "2014-08-01"),
    ],
)  # fmt: skip
def test_in_english(line, kind, who, due):
    [(got, names, day)] = read(line, EN)
    assert (got, day and day.isoformat()) == (kind, due)
    assert [name.lower() for name in names] == [who.lower()] or who in names


@pytest.mark.parametrize(
    ("line", "head"),
    [
        ("Agradecer a Belice su generosidad.", ES),
        ("Agradecer a Canadá su ofrecimiento.", ES),
        ("Tomar nota del informe y de sus anexos.", ES),
        ("Agradecen a la OIM el informe que preparó.", ES),
        (
            "La OIM recordó que en 2012 se acogió la disposición de Belice de recibir la reunión.",
            ES,
        ),
        ("To thank Nicaragua for its generosity.", EN),
        ("To take note of the plan and of its annexes.", EN),
        ("To congratulate Costa Rica on the centre that it opened in May.", EN),
    ],
)
def test_a_courtesy_alone_binds_nobody(line, head):
    assert read(line, head) == []
