"""Programmes: what an institution groups its services in."""

import pytest

from consuno.core.bilingual import Bilingual
from consuno.core.models import AuditEntry
from consuno.core.policy import Denied
from consuno.services import actions
from consuno.services.models import Programme
from tests.services.test_services import body, house, today, write

__all__ = ["house", "today"]

NAME = Bilingual("Volver con apoyo (inventado)", "Back with support (invented)")


@pytest.fixture
def programme(cast):
    return actions.save_programme(
        body=body("DGM:HN"),
        name=NAME,
        description=Bilingual("Reúne lo del retorno."),
        by=cast["eva"],
    )


def test_written_by_whoever_keeps_its_services_and_only_once(programme, cast):
    with pytest.raises(Denied, match="con ese nombre"):
        actions.save_programme(
            body=programme.body, name=Bilingual("VOLVER con apoyo (inventado)"),
            description=Bilingual(), by=cast["eva"],
        )  # fmt: skip
    with pytest.raises(Denied, match="se llama"):
        actions.save_programme(
            body=programme.body, name=Bilingual(), description=Bilingual(), by=cast["eva"]
        )
    for stranger in ("carla", "fermin"):
        with pytest.raises(Denied):
            actions.end_programme(programme=programme, by=cast[stranger])
    same = actions.save_programme(
        body=programme.body, name=NAME, description=Bilingual("Otra."), by=cast["eva"],
        programme=programme,
    )  # fmt: skip
    assert same.pk == programme.pk


def test_a_service_is_of_one_of_its_own_institution(programme, cast):
    theirs = actions.save_programme(
        body=body("DGM:SV"), name=NAME, description=Bilingual(), by=cast["carla"]
    )
    with pytest.raises(Denied, match="otra institución"):
        write(cast["eva"], programme=theirs)
    assert write(cast["eva"], programme=programme).programme == programme


def test_through_the_pages(cast, house, client):
    client.force_login(cast["eva"])
    said = {"name_es": "Retorno (inventado)", "description_es": "Lo que se da junto."}
    made = client.post("/servicios/programas/nuevo/?de=DGM:HN", said)
    programme = Programme.objects.get()
    assert made.url == programme.get_absolute_url()
    again = client.post("/servicios/programas/nuevo/?de=DGM:HN", said)
    assert "con ese nombre" in again.content.decode()
    assert "Lo que se da junto." in again.content.decode()  # nothing typed is lost
    form = client.get(f"/servicios/{house.uid}/cambiar/").content.decode()
    assert f'<option value="{programme.pk}">Retorno (inventado)' in form
    fields = {
        "name_es": "Casa",
        "status": "active",
        "needs": ["albergue"],
        "programme": programme.pk,
    }
    assert client.post(f"/servicios/{house.uid}/cambiar/", fields).status_code == 302
    assert "Retorno (inventado)" in client.get("/servicios/mios/").content.decode()
    client.logout()
    page = client.get(made.url).content.decode()
    assert house.get_absolute_url() in page
    assert "Retirar el programa" not in page
    api = client.get(f"/api/hsds/services/{house.uid}").json()
    assert api["program"]["name"] == "Retorno (inventado)"


def test_taken_away_its_services_go_on(programme, cast, client):
    kept = write(cast["eva"], programme=programme)
    client.force_login(cast["eva"])
    assert client.post(f"/servicios/programas/{programme.uid}/retirar/").status_code == 302
    kept.refresh_from_db()
    assert kept.programme is None
    assert AuditEntry.objects.filter(verb="end_programme").exists()
    assert client.get(programme.get_absolute_url()).status_code == 404


def test_of_whoever_hides_it_is_not_found(programme, client):
    programme.body.listed = False
    programme.body.save()
    assert client.get(programme.get_absolute_url()).status_code == 404
