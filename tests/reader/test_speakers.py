"""Minutes told speaker by speaker: whoever speaks owes what the sentence says without naming anybody."""

import datetime

import pytest

from consuno.reader import extract

HEAD = "ACTA DE LA REUNIÓN INVENTADA\nCiudad inventada, 3 de marzo de 2016\n\n"
DAY = datetime.date(2016, 3, 3)


def owners(text, head=HEAD):
    found = extract(head + text, date=DAY).commitments
    return [[party.body or party.name for party in item.responsible] for item in found]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("La delegada de Honduras refirió los avances. Se comprometió a enviar la lista.", "PAIS:HN"),
        ("El delegado de México lamentó la demora y ofreció dos talleres.", "PAIS:MX"),
        ("La representante de Panamá anunció que su país abrirá una casa en mayo.", "PAIS:PA"),
        ("El párroco dijo que faltan camas. Agregó que su organización enviará el registro en mayo.", "El párroco"),
        ("La Mesa Inventada informó de su trabajo. Quedó encargada de circular el acta.", "La Mesa Inventada"),
        ("El delegado de México habló. Preguntado por las cifras, calló. Ofreció dos talleres.", "PAIS:MX"),
        ("Guatemala señaló que hay demoras. ACNUR se comprometió a enviar un perito.", "ACNUR"),
    ],
)  # fmt: skip
def test_the_speaker_owes_it(text, who):
    assert owners(text) == [[who]]


def test_in_english():
    head = "MINUTES OF THE INVENTED NETWORK\nBelize City, 3 March 2016\n\n"
    text = "The delegate of Belize described the form. She undertook to circulate it by 31 March."
    assert owners(text, head) == [["PAIS:BZ"]]


def test_whoever_is_asked_owes_what_is_asked_not_whoever_asks():
    assert owners("Costa Rica pidió a la OIM que reparta el directorio.") == [["OIM"]]


def test_a_speaker_of_another_paragraph_owes_nothing():
    assert owners("Guatemala señaló que hay demoras.\n\nSe comprometió a enviar la lista.") == [[]]


def test_dijo_in_minutes_makes_no_news_of_them():
    told = "El delegado dijo que sí. La delegada dijo que no. El cónsul dijo que tal vez.\n\n"
    text = told + "Honduras enviará la lista en mayo."
    assert owners(text) == [["PAIS:HN"]]
    news = "Crónica de la jornada\n\n" + told + text
    assert extract(news, date=DAY).commitments == ()


def test_what_those_present_agree_is_no_list_of_those_present():
    assert owners("Los participantes acuerdan:\n1. Crear un registro común\n2. Enviar los nombres")
    assert owners("Participantes:\n1. Crear López\n2. Enviar Pérez") == []


def test_what_those_present_agreed_before_is_past():
    text = "Lo que los participantes acordaron la vez anterior:\n1. Enviar la lista de consulados"
    assert owners(text) == []


def test_two_things_said_are_two_each_with_its_day():
    text = (
        "La delegada de El Salvador anunció que su país abrirá en julio un centro y que dará cuenta"
        " de su funcionamiento en la cuarta reunión. ACNUR dijo estar dispuesto a prestar un carro,"
        " y ambos hablarán el 8 de abril de las condiciones."
    )
    found = extract(HEAD + text, date=DAY).commitments
    days = [each.deadline.resolved and each.deadline.resolved.isoformat() for each in found]
    assert days == ["2016-07-31", None, None, "2016-04-08"]
    assert owners(text)[:3] == [["PAIS:SV"], ["PAIS:SV"], ["ACNUR"]]


def test_what_is_pointed_out_is_no_duty():
    assert owners("Varias delegaciones hicieron ver que sus leyes aún lo piden.") == []
