"""The search of the product's own data: sixty questions, on both databases."""

import csv
import datetime
import json
from pathlib import Path

import pytest
from django.urls import reverse

from consuno.agenda.models import Meeting
from consuno.core import search
from consuno.core.search.find import forget_vocabulary
from consuno.directory.models import Body
from consuno.knowledge.actions import load_law
from consuno.services.models import Service
from tests.services.test_services import write

DAY = datetime.date(2026, 11, 20)
SEARCH = reverse("site:search")
SET = list(csv.DictReader((Path(__file__).parent / "search_set.csv").open(encoding="utf-8")))


@pytest.fixture
def everything(agenda, cast):
    load_law()
    search.rebuild_search.run()
    forget_vocabulary()
    yield cast
    forget_vocabulary()


def test_success_at_three(everything):
    missed = []
    for row in SET:
        found = search.find(search.Wanted(row["query"]), members=False).results[:3]
        if not any(each.entry.path.startswith(row["path"]) for each in found):
            missed.append((row["query"], [each.entry.path for each in found]))
    assert len(SET) >= 60
    assert 1 - len(missed) / len(SET) >= 0.9, missed


def test_the_page(everything, client, django_assert_max_num_queries):
    client.get(SEARCH, {"q": "trata"})
    with django_assert_max_num_queries(14):
        page = client.get(SEARCH, {"q": "trata honduras"}).content.decode()
    assert "<mark>" in page
    assert "CICESCT" in page
    assert "Nada tiene «repatriasion»" in client.get(SEARCH, {"q": "repatriasion"}).content.decode()
    narrowed = client.get(SEARCH, {"q": "trata", "tipo": "institucion", "pais": "GT"})
    assert "SVET" in narrowed.content.decode()
    assert client.get(SEARCH, {"q": "\x00", "anio": "x", "pagina": "999"}).status_code == 200
    assert "Busca en la agenda" in client.get(SEARCH).content.decode()


def test_what_hides_itself_is_gone_at_once(everything, client):
    diego = everything["diego"]
    Body.objects.get(code="DEMO:ONG-GT")
    ong = Body.objects.get(code="DEMO:ONG-GT")
    made = write(diego, code="DEMO:ONG-GT")
    assert "Casa de paso" not in client.get(SEARCH, {"q": "casa paso"}).content.decode()
    ong.listed = True
    ong.save()
    assert "Casa de paso" in client.get(SEARCH, {"q": "casa de paso"}).content.decode()
    ong.listed = False
    ong.save()
    page = client.get(SEARCH, {"q": "casa de paso"}).content.decode()
    assert made.get_absolute_url() not in page
    assert Service.objects.filter(pk=made.pk).exists()


def test_closed_meetings_are_for_institutions(everything, client):
    item = Meeting.objects.get(slug="san-salvador-2013").commitments.first()
    Meeting.objects.update(public=False)
    search.rebuild_search.run()
    words = {"q": str(item.statement)[:60]}
    assert item.get_absolute_url() not in client.get(SEARCH, words).content.decode()
    client.force_login(everything["carla"])
    assert item.get_absolute_url() in client.get(SEARCH, words).content.decode()


def paths(words, *, members):
    found = search.find(search.Wanted(words), members=members).results
    return [each.entry.path for each in found]


def test_meetings_are_found_as_they_are_read(everything):
    from tests.meetings.test_sittings import plan

    closed = plan(everything, title="Encuentro del quetzal (inventado)")
    shown = plan(everything, title="Foro del quetzal (inventado)", public=True)
    assert set(paths("quetzal", members=True)) == {
        closed.get_absolute_url(), shown.get_absolute_url(),
    }  # fmt: skip
    assert paths("quetzal", members=False) == [shown.get_absolute_url()]


def test_a_text_is_found_by_members_and_once_certified_by_anybody(everything, time_machine):
    from consuno.consultation import actions
    from tests.consultation.test_adoption import declare
    from tests.consultation.test_drafting import draft, propose, take
    from tests.consultation.test_positions import by_letter

    cast = everything
    made = propose(cast["beto"])
    take(made, cast["beto"], ["Del ornitorrinco retornado (prueba)."])
    take(made, cast["beto"], ["Of the returned platypus (test)."], "en")
    assert paths("ornitorrinco", members=True) == []  # a draft is nobody's to find
    version = actions.freeze(version=draft(made), by=cast["ana"])
    assert paths("ornitorrinco", members=True) == [made.get_absolute_url()]
    assert paths("ornitorrinco", members=False) == []
    by_letter(version, cast["ana"])
    adopted = declare(version, cast["luis"])
    assert paths("ornitorrinco", members=False) == []
    actions.certify_adoption(adoption=adopted, by=cast["ana"])
    assert paths("ornitorrinco", members=False) == [f"/propuestas/adoptadas/{made.pk}/"]


def test_efforts_are_found_by_institutions_and_not_those_of_whoever_hides(everything):
    from consuno.agenda.models import Population, Theme
    from consuno.meetings import actions

    body = Body.objects.get(code="DGM:SV")
    said = {
        "theme": Theme.objects.first(), "title": "Ventanilla del axolote (inventada)",
        "description": "Atiende los lunes.", "language": "es",
    }  # fmt: skip
    served = Population.objects.filter(pk="apatridas")
    made = actions.tell_effort(body=body, by=everything["carla"], populations=served, **said)
    assert f"/reuniones/esfuerzos/?esfuerzo={made.pk}" in paths("apátrida", members=True)
    assert paths("axolote", members=True) == [f"/reuniones/esfuerzos/?esfuerzo={made.pk}"]
    assert paths("axolote", members=False) == []
    body.listed = False
    body.save()
    assert paths("axolote", members=True) == []


def test_a_published_scorecard_is_found_by_anybody_the_last_of_its_cycle(everything):
    from consuno.monitoring.models import Cycle, Scorecard

    cycle = Cycle.objects.create(
        code="2026-II",
        forum="GRCM",
        reports_due=DAY,
        reviews_due=DAY,
        publishes_on=DAY,
        drafted_by=Body.objects.get(code="ST-CRM"),
        opened_on=DAY,
    )
    item = {
        "commitment": "3.b.1", "statement": {"es": "Coordinar el tapir (inventado)", "en": ""},
        "institution": {"es": "DGME", "en": "DGME"},
    }  # fmt: skip
    for number in (1, 2):
        content = json.dumps({"items": [item]})
        Scorecard.objects.create(
            cycle=cycle, number=number, content=content, sha256=str(number) * 64
        )
    assert paths("tapir", members=False) == ["/seguimiento/boletines/2026-II/2/"]
