"""Bodies in time: added, renamed, merged, closed, each with its day and its source."""

import datetime

import pytest

from consuno.core.bilingual import Bilingual
from consuno.core.policy import Denied
from consuno.directory import actions
from consuno.directory.models import Body, Country, Membership, Role

DAY = datetime.date(2026, 3, 1)
WHERE = {"on": DAY, "source": "Decreto inventado 1, 1 de marzo de 2026"}


def body(code):
    return Body.objects.get(code=code)


def given(act, **fields):
    values = {"on": "01/03/2026", "source": WHERE["source"]} | fields
    return {"act": act} | {f"{act}-{name}": value for name, value in values.items()}


def test_renaming_confirms_and_keeps_the_earlier_name(as_person):
    ana = as_person("ana")
    Body.objects.filter(code="DGM:HN").update(confirmed=False)
    before = body("DGM:HN")
    sent = ana.post(
        "/directorio/DGM:HN/cambiar/",
        given("rename", name_es="Instituto Inventado de Migración", short_es="IIM"),
    )
    assert sent["Location"] == "/directorio/DGM:HN/"
    page = ana.get("/directorio/DGM:HN/").content.decode()
    assert "Instituto Inventado de Migración" in page
    assert str(before.name) in page
    assert "Decreto inventado 1" in page
    assert "Ninguna fuente oficial lo confirma" not in page


def test_a_change_without_source_or_of_tomorrow_loses_nothing(as_person):
    sent = given("rename", name_es="Otro nombre", short_es="ON", source="", on="01/03/2126")
    page = as_person("ana").post("/directorio/DGM:HN/cambiar/", sent).content.decode()
    assert "Otro nombre" in page
    assert "todavía no ha llegado" in page
    assert body("DGM:HN").changes.count() == 0


def test_people_and_debts_go_to_the_body_that_takes_the_place(cast, client):
    def owed(code):
        return client.get(f"/agenda/?que=todo&cuerpo={code}").context["page"].paginator.count

    old, new = body("PPT-CRM"), body("GRCM")
    actions.appoint(user=cast["carla"], body=old, role=Role.READER, by=None)
    debts, own = owed("PPT-CRM"), owed("GRCM")
    assert debts > 0
    actions.merge_body(body=old, into=new, by=cast["ana"], **WHERE)
    held = Membership.objects.current().filter(user=cast["carla"], role="reader")
    assert [m.body_id for m in held] == [new.pk]
    assert owed("PPT-CRM") == debts
    assert owed("GRCM") > max(own, debts - 1)
    assert new.name.es in client.get(f"/directorio/{old.code}/").content.decode()
    with pytest.raises(Denied, match="ya no existe"):
        actions.rename_body(
            body=old, name=Bilingual("x"), short=Bilingual("x"), by=cast["ana"], **WHERE
        )
    old.refresh_from_db()
    with pytest.raises(Denied):  # nor is it its own successor, at any distance
        actions.merge_body(body=new, into=old, by=cast["ana"], **WHERE)


def test_closing_ends_its_people_and_its_invitations(cast, as_person):
    shelter = body("DEMO:ALB-GT")
    invitation = actions.invite(
        body=shelter, email="n@example.org", role="administrator", language="es", by=cast["beto"]
    )
    actions.close_body(body=shelter, by=cast["beto"], **WHERE)
    assert not shelter.memberships.current().exists()
    invitation.refresh_from_db()
    assert invitation.state == "withdrawn"
    assert "Dejó de existir" in as_person("ana").get("/directorio/DEMO:ALB-GT/").content.decode()
    with pytest.raises(Denied, match="ya no existe"):
        actions.invite(
            body=body("DEMO:ALB-GT"), email="m@example.org", role="administrator", language="es",
            by=cast["beto"],
        )  # fmt: skip


def test_a_body_is_added_by_whom_it_concerns(cast, as_person):
    form = {
        "name_es": "Oficina Inventada de Retornos", "short_es": "OIR", "kind": "migration",
        "country": "HN", "on": "01/03/2026", "source": "Acuerdo inventado 7",
    }  # fmt: skip
    sent = as_person("ana").post("/directorio/nueva/", form)
    assert sent["Location"] == "/directorio/OIR:HN/"
    actions.appoint(user=cast["eva"], body=body("DGM:HN"), role=Role.ADMINISTRATOR, by=None)
    from tests.factors import set_second_factor

    set_second_factor(cast["eva"])
    assert as_person("eva").post("/directorio/nueva/", form)["Location"] == "/directorio/OIR:HN-2/"
    elsewhere = as_person("eva").post("/directorio/nueva/", form | {"country": "GT"})
    assert "de su país" in elsewhere.content.decode()
    civil = as_person("ana").post("/directorio/nueva/", form | {"civil_society": "on"})
    assert "Lo cambia su Secretaría" in civil.content.decode()
    assert (
        as_person("beto").post("/directorio/nueva/", form | {"civil_society": "on"}).status_code
        == 302
    )


def test_the_presidency_is_a_mandate_of_a_country(cast, as_person, client):
    as_person("ana").post("/directorio/PPT-CRM/cambiar/", given("mandate", holder="HN"))
    actions.record_mandate(
        office=body("PPT-CRM"), holder=Country.objects.get(code="MX"),
        starts=datetime.date(2026, 7, 1), source="Acta inventada", by=cast["ana"],
    )  # fmt: skip
    first, second = body("PPT-CRM").mandates.order_by("starts")
    assert (first.ends, second.ends) == (datetime.date(2026, 6, 30), None)
    page = client.get("/directorio/PPT-CRM/").content.decode()
    assert "México" in page
    assert "del 1 de marzo de 2026 al 30 de junio de 2026" in page
    with pytest.raises(Denied, match="ese día o después"):
        actions.record_mandate(
            office=body("PPT-CRM"), holder=Country.objects.get(code="MX"), starts=DAY,
            source="Acta inventada", by=cast["ana"],
        )  # fmt: skip
    with pytest.raises(Denied):
        actions.record_mandate(
            office=body("PPT-CRM"), holder=Country.objects.get(code="MX"),
            starts=datetime.date(2027, 1, 1), source="x", by=cast["beto"],
        )  # fmt: skip
