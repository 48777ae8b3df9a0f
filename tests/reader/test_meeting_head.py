"""Where and when a meeting was held, as heads of minutes say it."""

import pytest

from consuno.reader import extract


@pytest.mark.parametrize(
    ("head", "place"),
    [
        ("Reunión de prueba\nSan José, 9 y 10 de marzo de 2026\n\nACUERDOS\n", "San José"),
        ("Follow-up Meeting, Washington D.C., 3/10/2026\n\nAGREEMENTS\n", "Washington D.C."),
        ("Minutes\nOttawa, Ontario, March 9-10, 2026\n\nAGREEMENTS\n", "Ottawa, Ontario"),
        ("Reunión de prueba\nACUERDOS\n1. Honduras enviará la lista.", ""),
        ("Reunión de prueba\n\n| Acción | Plazo |\n| Enviar la lista | mayo |", ""),
        ("Reunión de prueba\n\nSan Salvador\n\n20 de febrero de 2013", "San Salvador"),
    ],
)  # fmt: skip
def test_place(head, place):
    assert extract(head + "\n1. Honduras enviará la lista.\n").meeting.place == place
