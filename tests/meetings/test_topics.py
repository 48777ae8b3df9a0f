"""A country's table raises topics; what both sides want goes up, and its answer comes back."""

import datetime

import pytest

from consuno.core.policy import Denied
from consuno.directory.actions import appoint
from consuno.directory.models import Body, Country, Role
from consuno.meetings import actions
from consuno.meetings.models import Elevation, Topic
from consuno.meetings.queries.agenda import words_of
from consuno.meetings.queries.topics import state_of, way_of
from tests.meetings.test_sittings import plan, today

__all__ = ["today"]


def body(code):
    return Body.objects.get(code=code)


@pytest.fixture
def people(agenda, cast):
    """At the table of Guatemala: diego for an organisation, nora's part played by luis for the IGM."""
    appoint(user=cast["luis"], body=body("DGM:GT"), role=Role.FOCAL_POINT, by=None)
    del cast["luis"]._memberships
    return cast


@pytest.fixture
def topic(people):
    return actions.raise_topic(
        country=Country.objects.get(code="GT"), body=body("DEMO:ONG-GT"),
        title="Albergues sin agua (inventado)", text="Faltan filtros (prueba).", language="es",
        by=people["diego"],
    )  # fmt: skip


def support_both(topic, people):
    first = actions.support(topic=topic, body=body("DEMO:ONG-GT"), by=people["diego"])
    return first, actions.support(topic=topic, body=body("DGM:GT"), by=people["luis"])


def test_only_those_of_the_country(topic, people):
    assert people["luis"].notices.filter(kind="meetings.topic_raised").exists()
    with pytest.raises(Denied):
        actions.say(topic=topic, body=body("DGM:SV"), text="Yo", language="es", by=people["carla"])
    with pytest.raises(Denied, match="Escriba lo que"):
        actions.say(topic=topic, body=body("DGM:GT"), text=" ", language="es", by=people["luis"])
    with pytest.raises(Denied, match="institución u organización del país"):
        actions.say(topic=topic, body=body("DGM:GT"), text="Yo", language="es", by=people["diego"])


def test_it_goes_up_by_common_consent(topic, people):
    first, second = support_both(topic, people)
    assert first is None
    assert second.series == "adhoc"
    with pytest.raises(Denied, match="ya se elevó"):
        actions.support(topic=topic, body=body("DGM:GT"), by=people["luis"])
    with pytest.raises(Denied, match="ya se elevó"):
        actions.settle_topic(
            topic=topic, body=body("DEMO:ONG-GT"), outcome="Ya hay", by=people["diego"]
        )


@pytest.fixture
def another(people):
    """The shelter of Guatemala, by an invented person."""
    appoint(user=people["fermin"], body=body("DEMO:ALB-GT"), role=Role.FOCAL_POINT, by=None)
    people["fermin"].__dict__.pop("_memberships", None)
    return people["fermin"]


def test_two_organisations_send_it_up_as_their_word_and_the_government_joins(
    topic, people, another
):
    ngo, shelter = body("DEMO:ONG-GT"), body("DEMO:ALB-GT")
    assert actions.support(topic=topic, body=ngo, by=people["diego"]) is None
    sent = actions.support(topic=topic, body=shelter, by=another)
    assert (sent.series, sent.joint) == ("adhoc", False)
    told = people["luis"].notices.get(kind="meetings.sent_up_alone")
    assert told.ids["about"] == sent.pk
    regional = plan(people)
    actions.compute_agenda(sitting=regional, by=people["ana"])
    item = regional.items.get(section="elevated")
    assert "sociedad civil de Guatemala" in words_of([item])[item][0]
    with pytest.raises(Denied, match="ya se elevó"):
        actions.support(topic=topic, body=ngo, by=people["diego"])
    joined = actions.support(topic=topic, body=body("DGM:GT"), by=people["luis"])
    assert (joined.pk, joined.joint) == (sent.pk, True)
    assert "sociedad civil" not in words_of([item])[item][0]
    assert Elevation.objects.count() == 1


def test_what_was_answered_no_government_joins(topic, people, another):
    actions.support(topic=topic, body=body("DEMO:ONG-GT"), by=people["diego"])
    sent = actions.support(topic=topic, body=body("DEMO:ALB-GT"), by=another)
    actions.compute_agenda(sitting=plan(people), by=people["ana"])
    actions.answer_elevation(elevation=sent, outcome="Se verá (prueba)", by=people["ana"])
    with pytest.raises(Denied, match="ya se elevó"):
        actions.support(topic=topic, body=body("DGM:GT"), by=people["luis"])


def test_its_page_says_whose_word_it_is(topic, people, another, client):
    actions.support(topic=topic, body=body("DEMO:ONG-GT"), by=people["diego"])
    actions.support(topic=topic, body=body("DEMO:ALB-GT"), by=another)
    client.force_login(people["luis"])
    page = client.get(topic.get_absolute_url()).content.decode()
    assert "lo eleva la sociedad civil" in page
    assert "También lo quiere" in page
    sent = {"word": "support", "body": body("DGM:GT").pk}
    client.post(f"/reuniones/temas/{topic.pk}/decir/", sent)
    page = client.get(topic.get_absolute_url()).content.decode()
    assert "lo eleva la sociedad civil" not in page


@pytest.mark.acta("III.5")
def test_the_answer_comes_all_the_way_back(topic, people, client, time_machine):
    support_both(topic, people)
    regional = plan(people)
    actions.compute_agenda(sitting=regional, by=people["ana"])
    item = regional.items.first()
    assert item.section == "elevated"
    elevation = Elevation.objects.get()
    assert elevation.item == item
    with pytest.raises(Denied, match="Escriba"):
        actions.answer_elevation(elevation=elevation, outcome=" ", by=people["ana"])
    higher = actions.elevate_item(item=item, by=people["beto"])
    assert higher.series == "grcm"
    with pytest.raises(Denied, match="ya se elevó"):
        actions.elevate_item(item=item, by=people["ana"])
    grcm = plan(people, series="grcm", starts=datetime.date(2027, 4, 1), ends=None)
    actions.compute_agenda(sitting=grcm, by=people["ana"])
    higher.refresh_from_db()
    assert higher.item.sitting == grcm
    answered = actions.answer_elevation(elevation=higher, outcome="Se compran.", by=people["ana"])
    assert [each.series for each in way_of(answered)] == ["adhoc", "grcm"]
    for who in ("diego", "luis"):
        assert people[who].notices.filter(kind="meetings.elevation_answered").exists()
    topic.refresh_from_db()
    assert str(state_of(topic)) == "respondido por la región"
    client.force_login(people["diego"])
    page = client.get(topic.get_absolute_url()).content.decode()
    assert "Se compran." in page
    client.force_login(people["ana"])
    assert "Se compran." in client.get(f"{regional.get_absolute_url()}agenda/").content.decode()
    with pytest.raises(Denied, match="Ya se respondió"):
        actions.answer_elevation(elevation=higher, outcome="Otra", by=people["ana"])
    actions.compute_agenda(sitting=grcm, by=people["ana"])
    assert grcm.items.filter(section="elevated").exists()  # taken up, it stays


def test_nothing_above_the_ministers(people):
    top = plan(people, series="viceministros")
    item = actions.add_item(sitting=top, title="Uno", by=people["ana"])
    with pytest.raises(Denied, match="por encima"):
        actions.elevate_item(item=item, by=people["ana"])


def test_settled_at_home(topic, people):
    with pytest.raises(Denied, match="quien lo planteó"):
        actions.settle_topic(topic=topic, body=body("DGM:GT"), outcome="Ya", by=people["luis"])
    actions.settle_topic(
        topic=topic, body=body("DEMO:ONG-GT"), outcome="Ya hay filtros.", by=people["diego"]
    )
    topic.refresh_from_db()
    with pytest.raises(Denied, match="ya se resolvió"):
        actions.say(topic=topic, body=body("DGM:GT"), text="Y", language="es", by=people["luis"])


def test_the_pages(people, client):
    client.force_login(people["diego"])
    assert client.get("/reuniones/mesas/")["Location"] == "/reuniones/mesas/GT/"
    mine = body("DEMO:ONG-GT").pk
    form = {"body": mine, "title": "Agua (inventado)", "text": "Falta.", "language": "es"}
    assert (
        "obligatorio" in client.post("/reuniones/mesas/GT/", form | {"text": ""}).content.decode()
    )
    client.post("/reuniones/mesas/GT/", form)
    topic = Topic.objects.get()
    base = topic.get_absolute_url()
    client.post(f"{base}decir/", {"body": mine, "text": "Urge.", "language": "es"})
    assert "Escriba lo que" in client.post(f"{base}decir/", {"body": mine}).content.decode()
    client.post(f"{base}decir/", {"body": mine, "word": "support"})
    client.force_login(people["luis"])
    page = client.get(base).content.decode()
    assert "Urge." in page
    client.post(f"{base}decir/", {"body": body("DGM:GT").pk, "word": "support"})
    assert "Su camino" in client.get(base).content.decode()
    client.force_login(people["carla"])
    assert client.get(base).status_code == 403
    client.force_login(people["ana"])
    regional = plan(people)
    client.post(f"{regional.get_absolute_url()}agenda/calcular/")
    item = regional.items.first()
    page = client.get(f"{regional.get_absolute_url()}agenda/").content.decode()
    assert "Qué se responde a quien lo elevó" in page
    client.post(f"{regional.get_absolute_url()}agenda/{item.pk}/", {"act": "elevate"})
    one = Elevation.objects.get(topic=topic)
    client.post(f"/reuniones/elevados/{one.pk}/responder/", {"outcome": "Se verá."})
    assert "Se verá." in client.get(base).content.decode()


def test_minutes_that_all_read_do_not_tell_what_a_table_wrote(topic, people):
    support_both(topic, people)
    regional = plan(people, public=True)
    actions.compute_agenda(sitting=regional, by=people["ana"])
    item = regional.items.get(section="elevated")
    assert words_of([item])[item][0] == "Un tema de la mesa nacional de Guatemala"


def test_what_a_cancelled_meeting_took_up_waits_for_the_next(topic, people):
    support_both(topic, people)
    first = plan(people)
    actions.compute_agenda(sitting=first, by=people["ana"])
    assert Elevation.objects.get().item.sitting == first
    actions.cancel_sitting(sitting=first, reason="No hay quórum (prueba).", by=people["ana"])
    assert Elevation.objects.get().item is None
    second = plan(people, title="Otra (inventada)")
    actions.compute_agenda(sitting=second, by=people["ana"])
    assert Elevation.objects.get().item.sitting == second


def test_what_was_said_is_taken_back_by_its_body(topic, people, client):
    said = actions.say(
        topic=topic, body=body("DGM:GT"), text="Un error (prueba)", language="es", by=people["luis"]
    )
    with pytest.raises(Denied, match="institución u organización"):
        actions.take_back(said=said, by=people["diego"])
    client.force_login(people["diego"])
    assert "Retirar lo dicho" not in client.get(topic.get_absolute_url()).content.decode()
    client.force_login(people["luis"])
    assert "Retirar lo dicho" in client.get(topic.get_absolute_url()).content.decode()
    client.post(f"/reuniones/dichos/{said.pk}/retirar/")
    said.refresh_from_db()
    assert said.text == ""
    page = client.get(topic.get_absolute_url()).content.decode()
    assert "Un error" not in page
    assert "retiró lo que había dicho" in page
    with pytest.raises(Denied, match="Ya se retiró"):
        actions.take_back(said=said, by=people["luis"])


def test_who_takes_its_wish_back_no_longer_sends_it_up(topic, people, client):
    actions.support(topic=topic, body=body("DEMO:ONG-GT"), by=people["diego"])
    client.force_login(people["diego"])
    wish = topic.says.get(supports=True)
    client.post(f"/reuniones/dichos/{wish.pk}/retirar/")
    assert actions.support(topic=topic, body=body("DGM:GT"), by=people["luis"]) is None
    assert actions.support(topic=topic, body=body("DEMO:ONG-GT"), by=people["diego"])
    with pytest.raises(Denied, match="ya se elevó"):
        actions.take_back(said=topic.says.filter(withdrawn_at=None).first(), by=people["luis"])


def test_a_topic_is_corrected_while_nobody_answered(topic, people, client):
    address = f"/reuniones/temas/{topic.pk}/corregir/"
    sent = {"body": topic.body_id, "title": "Albergues sin filtros", "text": "", "language": "es"}
    client.force_login(people["diego"])
    assert "Corregirlo" in client.get(topic.get_absolute_url()).content.decode()
    page = client.post(address, sent).content.decode()
    assert "Albergues sin filtros" in page  # nothing typed is lost
    assert client.post(address, sent | {"text": "Faltan ocho (prueba)."}).status_code == 302
    topic.refresh_from_db()
    assert (topic.title, topic.text) == ("Albergues sin filtros", "Faltan ocho (prueba).")
    actions.say(topic=topic, body=body("DGM:GT"), text="Sí", language="es", by=people["luis"])
    assert client.post(address, sent | {"text": "Otro"}).status_code == 403
    topic.refresh_from_db()
    assert topic.text == "Faltan ocho (prueba)."
