"""Seats of civil society in national bodies: there is one or not, who has it, when they last came."""

import datetime

import pytest
from django.urls import reverse

from consuno.core.policy import Denied
from consuno.directory import actions, queries
from consuno.directory.drawing import draw
from consuno.directory.models import Body, Country, Look, Seat
from consuno.directory.routes import steps

DAY = datetime.date(2026, 1, 15)


@pytest.fixture(autouse=True)
def today(time_machine):
    time_machine.move_to("2026-11-25 12:00Z")


def body(code):
    return Body.objects.get(code=code)


def write(by, **changes):
    given = {
        "national": body("TRATA:GT"), "title": "Representante de organizaciones (inventado)",
        "exists": True, "holder": body("DEMO:ONG-GT"), "source": "Decreto (inventado)", "on": DAY,
    }  # fmt: skip
    return actions.write_seat(by=by, **(given | changes))


@pytest.mark.acta("II.8")
def test_a_seat_its_holder_and_when_they_came(cast):
    seat = write(cast["ana"])
    assert seat.last is None
    with pytest.raises(Denied, match="no ha llegado"):
        actions.attend(seat=seat, on=datetime.date(2026, 12, 1), by=cast["diego"])
    actions.attend(seat=seat, on=datetime.date(2026, 11, 3), by=cast["diego"])
    with pytest.raises(Denied, match="ya está anotada"):
        actions.attend(seat=seat, on=datetime.date(2026, 11, 3), by=cast["beto"])
    with pytest.raises(Denied):
        actions.attend(seat=seat, on=DAY, by=cast["carla"])
    (found,) = queries.seats_of(Country.objects.get(code="GT"))
    assert found.last.on == datetime.date(2026, 11, 3)


def test_an_empty_seat_and_none_at_all(cast):
    seat = write(cast["beto"], holder=None)
    with pytest.raises(Denied, match="no lo ocupa nadie"):
        actions.attend(seat=seat, on=DAY, by=cast["beto"])
    seat.validated_on = DAY
    filled = actions.fill_seat(seat=seat, holder=body("DEMO:ONG-GT"), by=cast["beto"])
    assert filled.look == Look.SOURCED
    assert write(cast["ana"], exists=False).holder is None
    actions.end_seat(seat=seat, by=cast["ana"])
    assert len(queries.seats_of(Country.objects.get(code="GT"))) == 1


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"title": " "}, "qué asiento"), ({"source": ""}, "fuente"),
        ({"national": "DEMO:ONG-GT"}, "del Estado"), ({"holder": "DGM:GT"}, "sociedad civil"),
        ({"national": "TRATA:HN"}, "de ese país"),
    ],
)  # fmt: skip
def test_what_is_no_seat(cast, changes, why):
    names = {"national", "holder"} & set(changes)
    with pytest.raises(Denied, match=why):
        write(cast["ana"], **(changes | {name: body(changes[name]) for name in names}))


def test_an_organisation_writes_corrects_and_leaves_its_own_seat(cast):
    seat = write(cast["diego"])
    seat.validated_on = DAY
    seat.save()
    given = {"title": "Vocal (inventado)", "source": "Acuerdo 2 (inventado)", "on": DAY}
    assert actions.correct_seat(seat=seat, by=cast["diego"], **given).validated_on is None
    assert (seat.title, seat.source) == ("Vocal (inventado)", "Acuerdo 2 (inventado)")
    with pytest.raises(Denied, match="fuente"):
        actions.correct_seat(seat=seat, by=cast["diego"], **(given | {"source": " "}))
    with pytest.raises(Denied):
        actions.fill_seat(seat=seat, holder=body("DEMO:ALB-GT"), by=cast["diego"])
    with pytest.raises(Denied):
        actions.end_seat(seat=seat, by=cast["diego"])
    assert actions.fill_seat(seat=seat, holder=None, by=cast["diego"]).holder is None
    with pytest.raises(Denied):
        actions.fill_seat(seat=seat, holder=body("DEMO:ONG-GT"), by=cast["diego"])
    with pytest.raises(Denied):
        actions.correct_seat(seat=seat, by=cast["diego"], **given)


@pytest.mark.parametrize(
    "changes", [{"holder": "DEMO:ALB-GT"}, {"holder": None}, {"exists": False}]
)
def test_an_organisation_writes_nobody_elses_seat(cast, changes):
    if changes.get("holder"):
        changes = {"holder": body(changes["holder"])}
    with pytest.raises(Denied):
        write(cast["diego"], **changes)


def test_the_pages_of_an_organisation(cast, client):
    client.force_login(cast["diego"])
    country, address = (
        reverse(f"directory:{name}", args=["GT"]) for name in ("country", "write_seat")
    )
    assert address in client.get(country).content.decode()
    form = client.get(address).context["form"]
    assert [each.code for each in form.fields["holder"].queryset] == ["DEMO:ONG-GT"]
    sent = {"national": body("TRATA:GT").pk, "title": "Asiento (inventado)", "exists": "1",
            "source": "Decreto (inventado)", "on": "15/01/2026"}  # fmt: skip
    assert client.post(address, sent).status_code == 200  # it has to name itself
    client.post(address, sent | {"holder": body("DEMO:ONG-GT").pk})
    seat = Seat.objects.get()
    correct = reverse("directory:correct_seat", args=[seat.pk])
    assert correct in client.get(country).content.decode()
    assert 'value="15/01/2026"' in client.get(correct).content.decode()
    client.post(correct, {"title": "Vocal", "source": "Acuerdo (inventado)", "on": "16/01/2026"})
    assert "Vocal" in client.get(country).content.decode()
    client.post(reverse("directory:change_seat", args=[seat.pk]), {"word": "fill", "holder": ""})
    assert "Vocal" in client.get(country).content.decode()
    seat.refresh_from_db()
    assert seat.holder is None
    assert client.get(correct).status_code == 403
    assert client.get(reverse("directory:write_seat", args=["HN"])).status_code == 403


def test_the_pages(cast, client):
    client.force_login(cast["ana"])
    address = reverse("directory:write_seat", args=["GT"])
    sent = {"national": body("TRATA:GT").pk, "title": "Asiento (inventado)", "exists": "1",
            "source": "Decreto (inventado)", "on": "15/01/2026"}  # fmt: skip
    assert "fuente" in client.post(address, sent | {"source": " "}).content.decode().lower()
    assert client.post(address, sent).status_code == 302
    country = reverse("directory:country", args=["GT"])
    assert "Asiento (inventado)" in client.get(country).content.decode()
    change = reverse("directory:change_seat", args=[Seat.objects.get().pk])
    client.post(change, {"word": "fill", "holder": "DEMO:ONG-GT"})
    assert (
        "Escriba un día"
        in client.post(change, {"word": "attend", "on": "ayer"}, follow=True).content.decode()
    )
    client.post(change, {"word": "attend", "on": "03/11/2026"})
    client.logout()
    page = client.get(country).content.decode()
    assert "una organización de la sociedad civil" in page  # it hides its name
    assert "Asistió por última vez el 3" in page


def test_each_organ_is_drawn_once_and_each_passage_with_an_arrow(agenda):
    bodies = {each.code: each for each in Body.objects.all()}
    drawn = draw(steps(), bodies)
    organs = {code for step in steps() for code in (step.organ, step.to) if code}
    assert sorted(box.body.code for box in drawn.boxes) == sorted(organs)
    assert len({(box.x, box.y) for box in drawn.boxes}) == len(organs)
    assert {box.x == 0 for box in drawn.boxes if box.body.civil_society} == {True}
    assert len(drawn.arrows) == len({(step.organ, step.to) for step in steps() if step.to})
    del bodies["GRCM"]  # what nobody knows is left out, with its arrows
    assert len(draw(steps(), bodies).boxes) == len(organs) - 1


@pytest.mark.acta("P1")
def test_the_route_is_drawn_from_data(agenda, client):
    page = client.get(reverse("directory:route")).content.decode()
    assert all(str(step.does) in page and step.source in page for step in steps())
    assert all(Body.objects.filter(code=step.organ).exists() for step in steps())
    for code in ("RROCM-CE", "RROCM-CAP", "ST-RROCM", "GRCM"):  # how both sides are made
        assert reverse("directory:body", args=[code]) in page
    assert "no consta en ningún documento público" in page
    organ = client.get(reverse("directory:body", args=["GRCM"])).content.decode()
    assert "Adopta sus propias conclusiones" in organ
