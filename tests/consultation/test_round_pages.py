"""A round through its pages: a country observes, ministries tell it apart, the drafter decides."""

import csv
import io

import pytest
from django.urls import reverse

from consuno.consultation import actions
from consuno.consultation.models import InternalInput, Observation, Round
from tests.consultation.test_drafting import body, draft, proposal, take
from tests.consultation.test_rounds import observe, present, running

__all__ = ["proposal", "running"]


def go(name, running, *more):
    return reverse(f"consultation:{name}", args=[running.version.proposal_id, *more])


def test_opened_from_its_version(proposal, cast, as_person):
    take(proposal, cast["beto"])
    actions.freeze(version=draft(proposal), by=cast["ana"])
    ana = as_person("ana")
    address = reverse("consultation:open_round", args=[proposal.pk, 1])
    early = {"kind": "formal", "closes": "26/11/2026", "languages": "es", "publishes": "result"}
    assert "al menos 30 días" in ana.post(address, early).content.decode()
    ana.post(address, {**early, "closes": "28/12/2026"})
    made = Round.objects.get()
    assert made.invitations.count() == 12
    page = ana.get(made.get_absolute_url()).content.decode()
    assert "nadie habla por él" in page  # most countries of this world have nobody yet


def test_a_country_observes_a_clause_and_presents_it(running, cast, as_person):
    page = as_person("carla")
    text = page.get(running.version.get_absolute_url()).content.decode()
    assert f"{go('observe', running, running.pk)}?clausula=2" in text
    form = page.get(go("observe", running, running.pk), {"clausula": 2}).content.decode()
    assert '<option value="2" selected' in form
    data = {"body": body("PAIS:SV").pk, "uid": 2, "kind": "substantive", "language": "es",
            "text": "Debe decir quién avisa.", "quote": "", "wording": "Avisa migración."}  # fmt: skip
    made = page.post(go("observe", running, running.pk), data)
    found = Observation.objects.get()
    assert made.url == go("observation", running, found.pk)
    assert as_person("ana").get(made.url).status_code == 403  # a draft is its country's own
    assert "Debe decir" not in as_person("eva").get(running.get_absolute_url()).content.decode()
    page = as_person("carla")
    page.post(go("change_observation", running, found.pk), {**data, "text": "Diga quién avisa."})
    page.post(go("act_on_observation", running, found.pk), {"word": "submit"})
    assert "Diga quién avisa." in as_person("eva").get(running.get_absolute_url()).content.decode()
    assert (
        "1 observación"
        in as_person("beto").get(running.version.get_absolute_url()).content.decode()
    )


def test_the_drafter_decides_and_the_country_answers(running, cast, as_person):
    made = present(running, cast["carla"])
    beto = as_person("beto")
    assert "1 observación por decidir" in beto.get(running.get_absolute_url()).content.decode()
    beto.post(go("dispose", running, made.pk), {"verdict": "accepted", "reason": "Tiene razón."})
    carla = as_person("carla")
    assert "Nos satisface" in carla.get(go("observation", running, made.pk)).content.decode()
    carla.post(go("act_on_observation", running, made.pk), {"word": "maintains"})
    page = as_person("ana").get(go("observation", running, made.pk)).content.decode()
    assert "la mantiene" in page
    assert "Nos satisface" not in page
    rows = as_person("eva").get(go("export_round", running, running.pk, "csv"))
    table = list(csv.reader(io.StringIO(rows.getvalue().decode("utf-8-sig"))))
    assert table[1][:2] == ["2", "El Salvador"]
    assert table[1][-1] == "la mantiene"


def test_a_ministry_tells_its_own_country_and_nobody_else_reads_it(running, cast, as_person):
    data = {"body": body("DGM:SV").pk, "uid": "", "text": "No hay presupuesto para eso."}
    as_person("carla").post(go("own_country", running, running.pk), data)
    assert InternalInput.objects.count() == 1
    assert (
        "presupuesto"
        in as_person("marta").get(go("own_country", running, running.pk)).content.decode()
    )
    for who in ("ana", "beto", "eva", "diego"):
        page = as_person(who).get(go("own_country", running, running.pk))
        assert "presupuesto" not in page.content.decode()


def test_a_letter_more_time_and_the_end(running, cast, as_person, time_machine):
    ana = as_person("ana")
    data = {"body": body("PAIS:GT").pk, "uid": "", "kind": "support", "language": "es",
            "text": "De acuerdo.", "instrument": "Nota 7 (inventada)"}  # fmt: skip
    ana.post(go("observe", running, running.pk), data)
    found = Observation.objects.get()
    assert "Nota 7 (inventada)" in ana.get(go("observation", running, found.pk)).content.decode()
    ana.post(go("extend_round", running, running.pk), {"closes": "15/01/2027"})
    ana.post(go("close_round", running, running.pk))
    running.refresh_from_db()
    assert running.closed_at is None  # not before its day
    time_machine.move_to("2027-01-16 18:00Z")
    as_person("ana").post(go("close_round", running, running.pk))
    running.refresh_from_db()
    assert running.closed_at is not None


def test_an_orphan_is_placed_by_its_country(running, cast, as_person, proposal):
    made = present(running, cast["carla"], quote="por lo que fue obligada a hacer")
    actions.begin_version(proposal=proposal, by=cast["ana"])
    second = draft(proposal)
    two = second.clauses.get(uid=2)
    actions.write_clause(clause=two, es="La víctima nunca será sancionada.", en="", by=cast["ana"])
    actions.freeze(version=second, by=cast["ana"])
    carla = as_person("carla")
    assert "Ponerla ahí" in carla.get(go("observation", running, made.pk)).content.decode()
    carla.post(go("act_on_observation", running, made.pk), {"word": "place", "uid": "2"})
    assert made.placements.get().state == "placed"


def test_pages_ask_the_same_with_more(running, cast, as_person, django_assert_max_num_queries):
    for _turn in range(12):
        present(running, cast["carla"])
        observe(running, cast["carla"])
    page = as_person("eva")
    page.get(running.version.get_absolute_url())
    for address in (running.get_absolute_url(), running.version.get_absolute_url()):
        with django_assert_max_num_queries(24):
            page.get(address)


def test_a_focal_point_asks_the_competent_institutions_of_its_own_state(running, cast, as_person):
    from consuno.consultation.models import InputRequest
    from consuno.consultation.queries.rounds import institutions
    from consuno.core.models import Notice
    from consuno.core.policy import Denied

    rows = institutions(running, "SV")
    assert "DGM:SV" in {row.body.code for row in rows}
    able = [row.competent for row in rows]
    assert able == sorted(able, reverse=True)
    assert any(able)  # the matrix knows who is competent for trafficking in El Salvador
    here = reverse("consultation:own_country", args=[running.version.proposal_id, running.pk])
    mine = body("DGM:SV")
    page = as_person("carla").post(here, {"word": "ask", "body": [mine.pk]}, follow=True)
    assert "preguntada el" in page.content.decode()
    assert Notice.objects.filter(kind="consultation.input_wanted", user=cast["carla"]).count() == 1
    as_person("carla").post(here, {"word": "ask", "body": [mine.pk]})
    assert InputRequest.objects.count() == 1
    for who, code in (
        ("carla", "DGM:HN"),
        ("carla", "DEMO:ONG-GT"),
        ("eva", "DGM:SV"),
        ("ana", "DGM:SV"),
    ):
        country = "HN" if who == "eva" else "SV"
        with pytest.raises(Denied):
            actions.ask_institutions(
                round=running, country=country, bodies=[body(code)], by=cast[who]
            )
    actions.tell_own_country(
        round=running, body=mine, uid=None, text="Falta (prueba).", by=cast["carla"]
    )
    assert "contestó" in as_person("carla").get(here).content.decode()
    assert as_person("ana").get(here).status_code == 403
