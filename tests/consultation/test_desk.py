"""What waits for each country, and the map of clauses by country."""

import datetime

from django.urls import reverse

from consuno.consultation import actions
from consuno.consultation.queries import desk, heat
from tests.consultation.test_drafting import TEXT, body, draft, proposal, take
from tests.consultation.test_positions import OBJECTION
from tests.consultation.test_rounds import observe, present, running

__all__ = ["proposal", "running"]


def words(user):
    user.__dict__.pop("_memberships", None)
    return [str(each.words) for each in desk.tasks(user)]


def test_what_a_country_has_to_do_until_it_is_done(running, cast, proposal):
    carla = cast["carla"]
    assert words(carla) == ["Acusar recibo del texto", "Presentar observaciones", "Dar la postura"]
    assert desk.tasks(carla)[0].until == datetime.date(2026, 12, 28)
    assert words(cast["ana"]) == words(cast["diego"]) == []
    actions.acknowledge(invitation=running.invitations.get(body__code="PAIS:SV"), by=carla)
    made = present(running, carla, quote="por lo que fue obligada a hacer")
    actions.take_position(version=running.version, body=body("PAIS:SV"), kind="consent", by=carla)
    assert words(carla) == []
    actions.dispose(observation=made, verdict="not", reason="No.", by=cast["beto"])
    assert words(carla) == ["Decir si lo decidido satisface"]
    actions.answer_disposition(observation=made, satisfied=False, by=carla)
    actions.begin_version(proposal=proposal, by=cast["ana"])
    take(proposal, cast["beto"], [TEXT[0], "La víctima nunca será sancionada.", TEXT[2]])
    actions.freeze(version=draft(proposal), by=cast["ana"])
    assert set(words(carla)) == {
        "Decir a qué cláusula va una observación", "Reconfirmar la postura: cambió el texto",
    }  # fmt: skip


def test_an_objection_waits_for_its_validator_only(running, cast):
    actions.take_position(
        version=running.version, body=body("PAIS:SV"), by=cast["carla"], **OBJECTION
    )
    assert "Confirmar la postura" in words(cast["marta"])
    assert "Confirmar la postura" not in words(cast["carla"])


def test_the_map_counts_what_stands_and_shows_the_gravest(running, cast, as_person):
    present(running, cast["carla"])
    present(running, cast["carla"], kind="editorial")
    observe(running, cast["carla"])  # a draft is not on it
    present(running, cast["eva"], code="PAIS:HN", uid=None, kind="support")
    page = as_person("ana").get(
        reverse("consultation:heat_map", args=[running.version.proposal_id, running.pk]), {"solo": 1}
    ).content.decode()  # fmt: skip
    assert page.count('<span class="heat substantive" title="De fondo">2 !') == 1
    assert page.count('<span class="heat support" title="Apoyo">1 +') == 1
    assert TEXT[0] not in page


def test_what_lost_its_place_is_a_row_of_its_own(running, cast, proposal):
    present(running, cast["carla"], quote="por lo que fue obligada a hacer")
    actions.begin_version(proposal=proposal, by=cast["ana"])
    take(proposal, cast["beto"], [TEXT[0], "La víctima nunca será sancionada.", TEXT[2]])
    second = actions.freeze(version=draft(proposal), by=cast["ana"])
    rows = heat.heat_map(second, [body("PAIS:SV")])
    assert [(row.place, row.cells[0].many) for row in rows if row.cells[0].many] == [(heat.LOST, 1)]


def test_the_list_asks_the_same_with_more_proposals(running, cast, django_assert_max_num_queries):
    from tests.consultation.test_drafting import propose

    for number in range(4):
        made = propose(cast["beto"])
        take(made, cast["beto"], [f"Texto {number} de la prueba."])
        actions.freeze(version=draft(made), by=cast["ana"])
    cast["carla"].__dict__.pop("_memberships", None)
    with django_assert_max_num_queries(14):
        assert len(desk.tasks(cast["carla"])) == 7


def test_the_list_holds_what_the_policy_lets_each_read(running, cast):
    from consuno.consultation import policies
    from consuno.consultation.models import Observation
    from consuno.consultation.queries.rounds import observations
    from consuno.core.policy import allowed

    present(running, cast["carla"])
    observe(running, cast["carla"])
    observe(running, cast["eva"], code="PAIS:HN")
    for who in ("ana", "beto", "carla", "marta", "eva", "luis", "diego"):
        may = {
            each
            for each in Observation.objects.all()
            if allowed(policies.may_read_observation, cast[who], each)
        }
        assert set(observations(running.version.proposal, cast[who])) == may, who
        assert len(may) == (2 if who in {"carla", "marta", "eva"} else 1), who


def test_a_round_is_read_page_by_page(running, cast, as_person):
    for _each in range(30):
        present(running, cast["carla"])
    page = as_person("ana").get(running.get_absolute_url()).content.decode()
    assert page.count('<tr><th scope="row">El Salvador') == 25 + 1  # the last one has the text
    assert "30 observaciones por decidir" in page
    assert "?pagina=2" in page


def test_what_ones_ministries_said_is_on_ones_own_desk_only(running, cast):
    for text in ("Falta personal (prueba).", "Falta presupuesto (prueba)."):
        actions.tell_own_country(
            round=running, body=body("DGM:SV"), uid=None, text=text, by=cast["carla"]
        )
    assert "instituciones de su país (2)" in str(words(cast["carla"]))
    for who in ("eva", "ana", "beto"):
        assert "de su país (2)" not in str(words(cast[who]))
