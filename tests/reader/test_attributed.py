"""Plans and lists: who and until when behind the task, before it, or in a box."""

import datetime

from consuno.reader import extract
from consuno.reader.blocks import build_blocks

DAY = datetime.date(2018, 2, 6)


def read(text):
    found = extract(text, date=DAY).commitments
    return [
        (
            [party.body or party.name for party in item.responsible],
            item.deadline.resolved and item.deadline.resolved.isoformat(),
        )
        for item in found
    ]


def test_who_and_until_when_behind_the_task():
    text = "PLAN DE LA MESA INVENTADA\n\n1.1 Diseñar un cartel. Responsable: UNICEF. Plazo: marzo de 2018.\n"
    assert read(text) == [(["UNICEF"], "2018-03-31")]
    english = "WORK PLAN (INVENTED)\n\n1.1 Train 50 officers. Responsible: Immigration and UNHCR. Deadline: May 2018.\n"
    assert read(english) == [(["Immigration", "ACNUR"], "2018-05-31")]
    assert read("PLAN DE LA MESA INVENTADA\n\nDiseñar carteles. Responsable: UNICEF.\n") == []


def test_open_boxes_are_tasks_and_ticked_ones_are_done():
    text = (
        "Pendientes (6 de febrero de 2018)\n\n"
        "☐ Pedro: sacar copias\n☑ Karla: mandar las fotos\n[x] Pagar la sala\n"
        "☐ Luisa y Ana: llamar antes del 9 de febrero\n"
    )
    assert read(text) == [(["Pedro"], None), (["Luisa", "Ana"], "2018-02-09")]


def test_what_announces_a_list_goes_on_with_nothing():
    text = "Reunión técnica inventada, 6 de febrero de 2018\nCompromisos:\n\n- OIM: costear el transporte\n"
    assert read(text) == [(["OIM"], None)]


def test_a_tick_may_be_a_bullet():
    text = "ACTA\nReunión del 6 de febrero de 2018\n\nAcuerdos:\n\n✓ Enviar la lista a la OIM\n✓ Pagar la sala\n"
    assert len(read(text)) == 2


def test_a_sentence_that_waits_for_its_end_goes_on():
    for line in ("Firman los delegados de los países y de las", "Firman la Presidencia, la OIM,"):
        [block] = build_blocks(f"{line}\nOrganizaciones:\n")
        assert block.text == f"{line} Organizaciones:"
