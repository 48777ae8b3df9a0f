"""The Secretariats' page, and what a person is shown of a text they read before."""

import datetime

from consuno.consultation import actions
from consuno.consultation.models import Reading
from consuno.consultation.queries import desk, office
from tests.consultation.test_drafting import TEXT, draft, proposal, take
from tests.consultation.test_positions import speak
from tests.consultation.test_rounds import present, running

__all__ = ["proposal", "running"]


def test_the_gravest_comes_first_and_what_is_decided_goes(running, cast, as_person):
    mild = present(running, cast["carla"], kind="editorial", text="Coma (prueba).")
    grave = present(running, cast["eva"], code="PAIS:HN", text="De fondo (prueba).")
    assert office.to_decide(office.going_on()) == [grave, mild]
    page = as_person("beto").get("/propuestas/secretarias/").content.decode()
    assert page.index("De fondo (prueba).") < page.index("Coma (prueba).")
    actions.dispose(observation=grave, verdict="accepted", reason="Sí.", by=cast["beto"])
    assert office.to_decide(office.going_on()) == [mild]
    assert [each.waiting for each in office.going_on()] == [1]
    actions.withdraw_proposal(proposal=running.version.proposal, by=cast["beto"])
    assert (
        office.to_decide(office.going_on()),
        office.timeline(office.going_on()),
        office.going_on(),
    ) == ([], [], [])


def test_the_calendar_holds_rounds_and_promised_positions_the_last_word_counts(
    running, cast, as_person, time_machine
):
    speak(running.version, cast["eva"], "time", "PAIS:HN", until=datetime.date(2026, 12, 10))
    speak(running.version, cast["carla"], "time", until=datetime.date(2026, 12, 12))
    speak(running.version, cast["carla"], "consent")
    days = [(each.on.isoformat(), each.words) for each in office.timeline(office.going_on())]
    assert days == [
        ("2026-12-10", "Honduras pidió tiempo"),
        ("2026-12-28", "Termina la ronda formal: acusaron recibo 0 de 12"),
    ]
    time_machine.move_to("2026-12-11 18:00Z")
    assert [each.late for each in office.timeline(office.going_on())] == [True, False]
    assert (
        "Honduras pidió tiempo" in as_person("ana").get("/propuestas/secretarias/").content.decode()
    )


def test_it_asks_the_same_whatever_the_length(running, cast, django_assert_max_num_queries):
    for _each in range(8):
        present(running, cast["carla"])
    with django_assert_max_num_queries(6):
        office.to_decide(office.going_on()), office.timeline(office.going_on())


def test_only_what_changed_since_one_read_it(running, proposal, cast, as_person):
    first = running.version
    carla = as_person("carla")
    carla.get(first.get_absolute_url())
    assert Reading.objects.get().version == first
    actions.begin_version(proposal=proposal, by=cast["ana"])
    take(proposal, cast["beto"], [TEXT[0], TEXT[1] + " Siempre.", TEXT[2], "Una más (prueba)."])
    carla.get(draft(proposal).get_absolute_url())  # a draft is not for her, and is no reading
    second = actions.freeze(version=draft(proposal), by=cast["ana"])
    assert "Leer lo que cambió" in str([each.words for each in desk.tasks(cast["carla"])])
    page = carla.get(proposal.get_absolute_url()).content.decode()
    assert "Desde la versión 1, la última que usted leyó" in page
    assert "cambiaron las cláusulas 2, 4." in page
    assert f"{second.get_absolute_url()}cambios/?desde=1&amp;solo=cambios" in page
    carla.get(second.get_absolute_url())
    carla.get(first.get_absolute_url())  # an older one read again does not count
    assert Reading.objects.get().version == second
    assert "la última que usted leyó" not in carla.get(proposal.get_absolute_url()).content.decode()
    assert "Leer lo que cambió" not in str([each.words for each in desk.tasks(cast["carla"])])
