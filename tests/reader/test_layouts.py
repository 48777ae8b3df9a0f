"""Layouts that lost something on the way: columns, one of two languages, all context."""

import datetime

import pytest

from consuno.reader import extract

DAY = datetime.date(2018, 3, 1)

STACKED = """Comité inventado de rutas
Puerto Falso, 1 de marzo de 2018

Núm.
Acción
Responsable
Plazo
Estado
1
Enviar el listado de refugios
Panamá, con el apoyo de la OIM
15 de abril de 2018
-
2
Revisar el manual
Honduras
Cumplido
Entregado en la sesión
3
Proponer indicadores
Cada país
Por definir
En curso

Se levantó la sesión.
"""


def test_a_table_that_lost_its_columns_is_read_row_by_row():
    items = extract(STACKED, date=DAY).items
    assert [item.text for item in items] == [
        "Enviar el listado de refugios",
        "Proponer indicadores",
    ]
    assert [party.body for party in items[0].responsible] == ["PAIS:PA", "OIM"]
    assert items[0].deadline.resolved == datetime.date(2018, 4, 15)
    assert items[1].deadline.kind == "tbd"


TWO_LANGUAGES = """Nota / Note
Reunión de trabajo / Working meeting, 1 marzo / March 2018

1. Participantes / Participants
Belice, Costa Rica, Honduras.

2. Acuerdos / Agreements
2.1 Guatemala enviará a los demás consulados, a más tardar el 26 de abril de 2018, su formato.
2.2 Belize will let the officers of the network in and will confirm this by the end of June.
2.3 The Network heard that the lines were long in the year of the flood.
2.4 La Red recordó que la guía es de 2014 y que se revisó una vez.
"""


def test_each_paragraph_is_read_in_its_own_language():
    items = extract(TWO_LANGUAGES, date=DAY).commitments
    found = {party.body: item.deadline.resolved for item in items for party in item.responsible}
    assert found["PAIS:GT"] == datetime.date(2018, 4, 26)
    assert found["PAIS:BZ"] == datetime.date(2018, 6, 30)
    assert len({item.lines for item in items}) == 2


@pytest.mark.parametrize(
    ("sentence", "due"),
    [
        ("Honduras entregará el informe a más tardar el viernes 30 de agosto.", (2018, 8, 30)),
        ("Belize will send its list to the TS by 12 June.", (2018, 6, 12)),
    ],
)
def test_one_sentence_copied_from_somewhere_is_enough(sentence, due):
    (item,) = extract(sentence, date=DAY).items
    assert item.deadline.resolved == datetime.date(*due)


@pytest.mark.parametrize(
    "sentence",
    [
        "Ayer llovió en la ciudad y mañana lloverá.",
        "Se agradece a Honduras su hospitalidad.",
        "Who will come to the party on 12 June?",
        "Guests are cordially invited to the dinner on 12 June. The band will play.",
    ],
)
def test_one_sentence_that_binds_nobody_stays_so(sentence):
    assert extract(sentence, date=DAY).commitments == ()


def test_take_notes_in_a_list_of_infinitives_are_no_items():
    text = """Conclusions of the invented Group
Port Fiction, 1 March 2018
The Group resolved:
a) To note the report of the Secretariat.
b) To thank the host.
c) To ask the Secretariat to send the list by 4 May 2018.
"""
    (item,) = extract(text, date=DAY).commitments
    assert item.deadline.resolved == datetime.date(2018, 5, 4)


def test_a_table_pasted_from_a_spreadsheet_keeps_its_columns():
    """One tab between two cells; an empty cell is no room for its neighbour."""
    paper = (
        "Comité inventado\nPuerto Falso, 1 de marzo de 2018\n\nNo.\tAcción\tResponsable\tPlazo\n"
        "1\tEnviar la lista\t\t3 de junio de 2018\n\tRevisar el plan\tHonduras\n"
    )
    items = extract(paper, date=DAY).items
    assert [(item.text, [party.body for party in item.responsible]) for item in items] == [
        ("Enviar la lista", []), ("Revisar el plan", ["PAIS:HN"]),
    ]  # fmt: skip
    assert items[0].deadline.resolved == datetime.date(2018, 6, 3)
