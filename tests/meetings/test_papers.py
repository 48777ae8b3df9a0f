"""Documents of a meeting, and the inventory of efforts."""

import datetime

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from consuno.agenda.models import Population, Theme
from consuno.core.policy import Denied
from consuno.directory.models import Body
from consuno.meetings import actions
from consuno.meetings.models import Document, Effort
from tests.files import AS_IT_CAME, CLEAN, png
from tests.meetings.test_sittings import sitting, today

__all__ = ["sitting", "today"]


def add(sitting, by, **changes):
    fields = {"title": "Orden del día (inventado)", "language": "es", "content": b"uno"}
    return actions.add_document(sitting=sitting, by=by, **(fields | changes))


def test_the_invited_and_the_secretariats_add(sitting, cast):
    first = add(sitting, cast["carla"])
    assert add(sitting, cast["ana"]) == first  # the same file twice is one
    assert first.body.code == "DGM:SV"
    with pytest.raises(Denied, match="instituciones invitadas"):
        add(sitting, cast["diego"], content=b"dos")
    with pytest.raises(Denied, match="no las dos"):
        add(sitting, cast["ana"], link="https://example.org")
    with pytest.raises(Denied, match="que lo agregó"):
        actions.remove_document(document=first, by=cast["eva"])
    actions.remove_document(document=first, by=cast["carla"])
    assert not Document.objects.exists()


def test_the_pages_of_documents(sitting, cast, client):
    client.force_login(cast["carla"])
    address = f"{sitting.get_absolute_url()}documentos/"
    form = {"title": "Lista (inventada)", "language": "es"}
    assert "no las dos" in client.post(address, form).content.decode()
    client.post(address, form | {"file": SimpleUploadedFile("../a b.pdf", b"uno")})
    made = Document.objects.get()
    page = client.get(sitting.get_absolute_url()).content.decode()
    assert "Lista (inventada)" in page
    assert AS_IT_CAME in page
    client.post(address, form | {"file": SimpleUploadedFile("plano.png", png())})
    assert CLEAN in client.get(sitting.get_absolute_url()).content.decode()
    Document.objects.exclude(pk=made.pk).delete()
    file = client.get(f"/reuniones/documentos/{made.pk}/")
    assert file["Content-Type"] == "application/octet-stream"
    assert 'filename="a b.pdf"' in file["Content-Disposition"]
    client.logout()
    assert client.get(f"/reuniones/documentos/{made.pk}/").status_code == 302
    client.force_login(cast["fermin"])
    assert client.get(f"/reuniones/documentos/{made.pk}/").status_code == 404
    client.force_login(cast["ana"])
    client.post(f"/reuniones/documentos/{made.pk}/quitar/")
    assert not Document.objects.exists()


def tell(cast, who="carla", code="DGM:SV", **changes):
    fields = {"title": "Curso para oficiales (inventado)", "theme": Theme.objects.first()}
    return actions.tell_effort(body=Body.objects.get(code=code), by=cast[who], **(fields | changes))


def test_each_body_tells_of_its_own(agenda, cast, time_machine):
    made = tell(cast)
    assert made.confirmed_on == datetime.date(2026, 11, 25)
    with pytest.raises(Denied, match="punto focal"):
        tell(cast, "eva")
    with pytest.raises(Denied, match="punto focal"):
        tell(cast, "eva", "DGM:HN", effort=made)  # nor take another's over
    with pytest.raises(Denied, match="anterior"):
        tell(cast, since=datetime.date(2026, 5, 1), until=datetime.date(2026, 4, 1))
    time_machine.move_to("2027-05-01 12:00Z")
    assert tell(cast, effort=made).confirmed_on == datetime.date(2027, 5, 1)
    assert Effort.objects.count() == 1
    actions.withdraw_effort(effort=made, by=cast["carla"])
    made.refresh_from_db()
    with pytest.raises(Denied, match="ya se retiró"):
        tell(cast, effort=made)


def test_it_says_whom_it_serves(agenda, cast, client):
    named = tell(cast, title="Curso sobre niñez migrante (inventado)")
    assert [each.pk for each in named.populations.all()] == ["ninez"]
    chosen = Population.objects.filter(pk__in=["mujeres", "apatridas"])
    made = tell(cast, title="Curso sobre niñez (inventado)", populations=chosen)
    assert {each.pk for each in made.populations.all()} == {"mujeres", "apatridas"}
    client.force_login(cast["carla"])
    page = client.get("/reuniones/esfuerzos/?poblacion=mujeres").content.decode()
    assert "Curso sobre niñez (inventado)" in page
    assert "niñez migrante" not in page
    table = client.get("/reuniones/esfuerzos/esfuerzos.csv?poblacion=mujeres").getvalue().decode()
    assert str(Population.objects.get(pk="mujeres")) in table
    assert "niñez migrante" not in table
    form = client.get(f"/reuniones/esfuerzos/{made.pk}/").context["form"]
    assert set(form.initial["populations"]) == set(chosen)
    kept = form.initial | {"populations": ["mujeres"], "body": made.body_id, "theme": made.theme_id}
    client.post(f"/reuniones/esfuerzos/{made.pk}/", {k: v for k, v in kept.items() if v})
    assert [each.pk for each in made.populations.all()] == ["mujeres"]


@pytest.mark.acta("P4–P6")
def test_the_inventory(agenda, cast, client):
    client.force_login(cast["carla"])
    assert "Nadie ha contado" in client.get("/reuniones/esfuerzos/").content.decode()
    theme = Theme.objects.first()
    form = {
        "body": Body.objects.get(code="DGM:SV").pk, "theme": theme.pk, "language": "es",
        "title": "=Campaña (inventada)", "since": "01/02/2020",
    }  # fmt: skip
    client.post("/reuniones/esfuerzos/nuevo/", form)
    made = Effort.objects.get()
    page = client.get(f"/reuniones/esfuerzos/?tema={theme.pk}&pais=SV").content.decode()
    assert "Campaña (inventada)" in page
    assert "Campaña" not in client.get("/reuniones/esfuerzos/?pais=HN").content.decode()
    table = client.get("/reuniones/esfuerzos/esfuerzos.csv").getvalue().decode()
    assert "'=Campaña" in table
    client.post(f"/reuniones/esfuerzos/{made.pk}/", form | {"title": "Campaña dos (inventada)"})
    client.force_login(cast["eva"])
    assert client.get(f"/reuniones/esfuerzos/{made.pk}/").status_code == 403
    client.force_login(cast["carla"])
    client.post(f"/reuniones/esfuerzos/{made.pk}/retirar/")
    assert "Campaña" not in client.get("/reuniones/esfuerzos/").content.decode()
