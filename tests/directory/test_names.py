"""Names of civil-society organisations are hidden until they allow it: some are at risk."""

import pytest

from consuno.agenda.models import Commitment, Party
from consuno.core.policy import Denied
from consuno.directory import actions
from consuno.directory.models import Body, Role
from tests.factors import set_second_factor, shown_again_who_they_are

NAME, SHORT, CODE = "Albergue de demostración", "Albergue demo", "DEMO:ALB-GT"
VEIL = "una organización de la sociedad civil"
PAGES = ["/", "/directorio/", "/agenda/?que=todo", "/agenda/?que=todo&agrupar=responsable"]


@pytest.fixture
def shelter(cast):
    """An organisation that answers for an item of the public agenda."""
    body = Body.objects.get(code=CODE)
    item = Commitment.objects.filter(meeting__public=True).first()
    Party.objects.create(commitment=item, role=Party.Role.RESPONSIBLE, body=body, order=9)
    actions.appoint(user=cast["hugo"], body=body, role=Role.ADMINISTRATOR, by=None)
    body.item = f"/agenda/{item.meeting.slug}/{item.ref}/"
    return body


def text_of(response):
    return b"".join(response).decode() if response.streaming else response.content.decode()


@pytest.mark.parametrize("who", ["", "fermin", "carla", "diego", "julio"])
def test_nobody_else_reads_its_name_anywhere(shelter, as_person, client, who):
    browser = as_person(who) if who else client
    for page in [
        *PAGES,
        shelter.item,
        "/agenda/exportar.csv?que=todo",
        "/agenda/plazos.ics?que=todo",
    ]:
        text = text_of(browser.get(page))
        assert SHORT not in text, (who, page)
        assert NAME not in text, (who, page)
        assert CODE not in text, (who, page)
    assert VEIL in text_of(browser.get(shelter.item))
    assert browser.get(f"/directorio/{CODE}/").status_code == 404
    assert browser.get("/agenda/?que=todo&q=albergue+demo").context["page"].paginator.count == 0
    asked = browser.get(f"/agenda/?que=todo&cuerpo={CODE}")
    assert asked.context["page"].paginator.count == 0


@pytest.mark.parametrize("who", ["ana", "beto", "gloria", "hugo"])
def test_the_secretariats_and_its_own_people_do(shelter, as_person, who):
    browser = as_person(who)
    shown_again_who_they_are(browser)
    for page in [
        shelter.item,
        f"/directorio/{CODE}/",
        "/directorio/",
        "/agenda/exportar.csv?que=todo",
    ]:
        assert SHORT in text_of(browser.get(page)) or NAME in text_of(browser.get(page)), page
    assert browser.get(f"/agenda/?que=todo&cuerpo={CODE}").context["page"].paginator.count == 1


def test_what_one_reader_sees_is_not_left_for_the_next(shelter, as_person, client):
    for page in PAGES:
        as_person("ana").get(page)
        assert SHORT not in text_of(client.get(page))
    assert str(shelter) == VEIL  # where nobody is served, nobody sees


def test_only_the_organisation_itself_allows_it(shelter, cast, as_person, client):
    for who in ("ana", "beto", "gloria", "carla"):
        with pytest.raises(Denied):
            actions.list_body(body=shelter, listed=True, by=cast[who])
    sent = as_person("hugo").post(f"/directorio/{CODE}/mostrar/", {"listed": "1"})
    assert sent.status_code == 302
    assert SHORT in text_of(client.get(shelter.item))
    as_person("hugo").post(f"/directorio/{CODE}/mostrar/", {"listed": "0"})
    assert SHORT not in text_of(client.get(shelter.item))


def test_new_organisations_begin_hidden_and_offices_do_not(as_person):
    form = {
        "short_es": "OI", "on": "01/03/2026", "source": "Nota inventada 1", "country": "HN",
    }  # fmt: skip
    civil = form | {
        "name_es": "Organización Inventada",
        "kind": "organisation",
        "civil_society": "on",
    }
    assert as_person("beto").post("/directorio/nueva/", civil).status_code == 302
    state = form | {"name_es": "Oficina Inventada", "kind": "migration"}
    assert as_person("ana").post("/directorio/nueva/", state).status_code == 302
    listed = dict(Body.objects.filter(name__es__endswith="Inventada").values_list("kind", "listed"))
    assert listed == {"organisation": False, "migration": True}
    office = Body.objects.get(name__es="Oficina Inventada")
    administrator = _administrator_of(office)
    with pytest.raises(Denied, match="es público"):
        actions.list_body(body=office, listed=False, by=administrator)


def _administrator_of(office):
    from consuno.core.accounts import create_account

    user = create_account(email="x@example.org", name="Equis Inventada", by=None)
    set_second_factor(user)
    actions.appoint(user=user, body=office, role=Role.ADMINISTRATOR, by=None)
    return user
