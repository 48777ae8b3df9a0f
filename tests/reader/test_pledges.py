"""Undertakings in other words, the present as a duty, and what a status column says."""

import datetime

import pytest

from consuno.reader import extract

DAY = datetime.date(2018, 9, 6)
HEAD = "ACTA DE LA REUNIÓN INVENTADA\nCiudad inventada, 6 de septiembre de 2018\n\n"


def owners(text, head=HEAD):
    found = extract(head + text, date=DAY).commitments
    return [[party.body or party.name for party in item.responsible] for item in found]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("UNICEF dijo estar dispuesta a imprimir quinientas guías.", "UNICEF"),
        ("Guatemala quedó en consultar con su aduana.", "PAIS:GT"),
        ("Nicaragua asumió la tarea de redactar la nota de prensa.", "PAIS:NI"),
        ("ACNUR manifestó su disposición a acompañar las visitas.", "ACNUR"),
        ("Honduras contó lo ocurrido. Quedó en enviar las cifras.", "PAIS:HN"),
    ],
)
def test_undertaken_in_other_words(text, who):
    assert owners(text) == [[who]]


def test_undertaken_in_english():
    head = "MINUTES OF THE INVENTED NETWORK\nBelize City, 6 September 2018\n\n"
    assert owners("The delegate of UNHCR said that her office was ready to train officers.", head)
    assert owners("The delegate of UNHCR said that the office was closed.", head) == []


@pytest.mark.parametrize(
    "text",
    [
        "Guatemala dijo estar sorprendida de ver tanta gente.",
        "La reunión quedó en suspenso.",
        "UNICEF asumió la presidencia en 2012.",
        "Si hubiera fondos, UNICEF dijo estar dispuesta a imprimir guías.",
    ],
)
def test_no_undertaking(text):
    assert owners(text) == []


def test_an_essay_undertakes_nothing():
    essay = (
        "Ensayo sobre la cortesía\n\nGuatemala dijo estar dispuesta a consultar. Llovía.\n\n" * 3
    )
    assert owners(essay, "") == []


def test_the_present_under_a_heading_of_tasks():
    text = (
        "Acuerdos y tareas\n\nINM revisa el afiche.\n\nACNUR y OIM preparan la guía de octubre.\n\n"
    )
    assert owners(text + "La OIM ya circuló el calendario.") == [["INM"], ["ACNUR", "OIM"]]
    assert owners("Antecedentes\n\nINM revisa el afiche.") == []
    assert owners("Acuerdos\n\nGrupo Regional de Consulta, 6 de septiembre de 2018\n") == []


def rows(*lines):
    table = "\n".join(["| Acción | Responsable | Estado |", *lines])
    found = extract(f"{HEAD}{table}\n", date=DAY).commitments
    return [
        (item.text, item.deadline.resolved and item.deadline.resolved.isoformat()) for item in found
    ]


def test_a_closed_row_is_past_and_what_a_status_promises_is_not():
    assert rows(
        "| Enviar la carta | ST-CRM | Hecho el 2 de septiembre |",
        "| Pagar el recibo | ST-CRM | Pagado |",
        "| Contratar a la consultora | UNICEF | Cerrado 12 de agosto |",
        "| Reunir los datos | Honduras | En curso; se entrega el 31 de octubre |",
        "| Corregir el mapa | OIM | A medias, termina el 19 de noviembre de 2018 |",
        "| Ordenar el archivo | OIM | Pendiente |",
    ) == [
        ("Reunir los datos", "2018-10-31"),
        ("Corregir el mapa", "2018-11-19"),
        ("Ordenar el archivo", None),
    ]
