"""A paper that begins with its heading and no title."""

import datetime

import pytest

from consuno.reader import extract


@pytest.mark.parametrize(
    "text",
    [
        "Agreements\n1. The RNCOM will send a list of shelters by 30 June 2026.\n",
        "Acuerdos\n1. La RROCM enviará una lista de albergues antes del 30 de junio de 2026.\n",
        "Compromisos\n- Enviar la lista de albergues antes del 30 de junio de 2026 (RROCM).\n",
    ],
)
def test_a_bare_heading_in_the_first_line_announces_what_follows(text):
    (item,) = extract(text, date=datetime.date(2026, 3, 10), language="auto").items
    assert item.kind == "agreement"
    assert item.deadline.resolved == datetime.date(2026, 6, 30)
    assert [party.body for party in item.responsible] == ["RROCM"]
