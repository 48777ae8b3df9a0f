"""Bodies as papers name them: countries shortened, secretariats in both orders, names that look like verbs."""

import datetime

import pytest

from consuno.reader import extract

DAY = datetime.date(2026, 3, 10)


@pytest.mark.parametrize(
    ("who", "codes"),
    [
        ("EE. UU.", ["PAIS:US"]),
        ("EE.UU.", ["PAIS:US"]),
        ("E.U.A.", ["PAIS:US"]),
        ("U.S.A.", ["PAIS:US"]),
        ("Rep. Dominicana", ["PAIS:DO"]),
        ("La hermana República de Panamá", ["PAIS:PA"]),
        ("La República de Honduras", ["PAIS:HN"]),
        ("Estados Unidos Mexicanos", ["PAIS:MX"]),
        ("EE. UU. y Canadá", ["PAIS:US", "PAIS:CA"]),
        ("El Alto Comisionado de las Naciones Unidas para los Refugiados (ACNUR)", ["ACNUR"]),
    ],
)
def test_spanish(who, codes):
    (item,) = extract(
        f"ACUERDOS\n1. {who} enviará la lista el 3 de mayo de 2026.\n", date=DAY
    ).items
    assert [party.body for party in item.responsible] == codes
    assert item.text.startswith(who)


@pytest.mark.parametrize(
    ("who", "codes"),
    [
        ("The U.S.", ["PAIS:US"]),
        ("The US", ["PAIS:US"]),
        ("The U.S. and Canada", ["PAIS:US", "PAIS:CA"]),
        ("The CRM Technical Secretariat", ["ST-CRM"]),
        ("The RROCM Technical Secretariat", ["ST-RROCM"]),
        ("The Technical Secretariat of the CRM", ["ST-CRM"]),
    ],
)
@pytest.mark.parametrize(
    "act", ["will host the workshop by May 3, 2026", "agreed to host the workshop"]
)
def test_english(who, act, codes):
    (item,) = extract(f"AGREEMENTS\n1. {who} {act}.\n", date=DAY).items
    assert [party.body for party in item.responsible] == codes


def test_the_united_states_is_no_verb():
    (item,) = extract("AGREEMENTS\n1. The United States agreed to host the workshop.\n").items
    assert [party.body for party in item.responsible] == ["PAIS:US"]


@pytest.mark.parametrize(
    "sentence",
    [
        "La Presidencia remitirá la convocatoria el 3 de mayo de 2026.",
        "El anfitrión confirmará la sede a más tardar el 3 de mayo de 2026.",
        "Los consulados enviarán sus directorios el 3 de mayo de 2026.",
        "The host will circulate the summary by 3 May 2026.",
    ],
)
def test_a_sentence_alone_binds_whoever_plays_a_part(sentence):
    """To send an invitation is a duty, no invitation; hosts and consulates owe, too."""
    (item,) = extract(sentence, date=DAY).commitments
    assert item.deadline.resolved == datetime.date(2026, 5, 3)
    assert item.responsible


def test_an_invitation_is_none():
    paper = "CONVOCATORIA\nLa Presidencia enviará la lista el 3 de mayo de 2026.\n"
    assert extract(paper, date=DAY).commitments == ()
