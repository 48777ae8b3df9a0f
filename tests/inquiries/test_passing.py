"""An institution that is not competent passes what it was asked to the one of its country that is."""

import pytest

from consuno.core.policy import Denied
from consuno.directory.models import Body
from consuno.inquiries import actions
from consuno.inquiries.models import Answer
from consuno.inquiries.queries.inquiries import could_answer, inquiries, to_answer
from tests.inquiries.test_inquiries import ask, today

__all__ = ["today"]


@pytest.fixture
def mine(agenda, cast):
    return ask(cast, matter="persecucion", among=False).answers.get(body__code="DGM:SV")


def pass_on(answer, by, to="FISCALIA:SV", reason="Es materia penal (prueba)."):
    return actions.pass_on(answer=answer, to=Body.objects.get(code=to), reason=reason, by=by)


def test_the_competent_come_first(mine):
    pairs = could_answer(mine)
    assert (pairs[0][0].code, pairs[0][1]) == ("FISCALIA:SV", True)
    assert all(body.country_id == "SV" for body, _marked in pairs)
    assert not any(marked for _body, marked in pairs[1:])


def test_passed_it_is_asked_of_the_other_and_of_this_one_no_more(mine, cast):
    asked = pass_on(mine, cast["carla"])
    assert (asked.body.code, asked.state) == ("FISCALIA:SV", Answer.State.ASKED)
    mine.refresh_from_db()
    assert mine.passed_to == asked.body
    assert not to_answer(cast["carla"])
    row = inquiries(reader=cast["ana"]).get()
    assert (row.asked, row.given) == (2, 0)  # El Salvador by its prosecutor, and Honduras
    assert cast["ana"].notices.filter(kind="inquiries.passed_on").exists()
    with pytest.raises(Denied, match="otra institución"):
        actions.give_answer(answer=mine, by=cast["carla"], revision=2, text="x", language="es")


@pytest.mark.parametrize("to", ["FISCALIA:GT", "PAIS:SV", "DGM:SV", "RROCM"])
def test_only_to_another_of_its_country(mine, cast, to):
    with pytest.raises(Denied, match="de su país"):
        pass_on(mine, cast["carla"], to=to)


def test_with_a_reason_by_who_answers_and_not_back(mine, cast):
    with pytest.raises(Denied, match="por qué"):
        pass_on(mine, cast["carla"], reason=" ")
    with pytest.raises(Denied):
        pass_on(mine, cast["eva"])
    back = ask(cast, bodies=list(Body.objects.filter(code__in=("DGM:SV", "FISCALIA:SV"))))
    Answer.objects.filter(inquiry=back, body__code="FISCALIA:SV").update(state="passed")
    with pytest.raises(Denied, match="ya la pasó"):
        pass_on(back.answers.get(body__code="DGM:SV"), cast["carla"])


def test_the_page(mine, cast, client):
    client.force_login(cast["carla"])
    page = client.get(f"/solicitudes/{mine.inquiry_id}/").content.decode()
    assert "No nos compete" in page
    assert "competente" in page
    address = f"/solicitudes/respuestas/{mine.pk}/pasar/"
    kept = client.post(address, {"to": "FISCALIA:SV", "reason": " "}).content.decode()
    assert "Escriba por qué" in kept
    client.post(address, {"to": "FISCALIA:SV", "reason": "Es materia penal (prueba)."})
    client.force_login(cast["ana"])
    page = client.get(f"/solicitudes/{mine.inquiry_id}/").content.decode()
    assert "Es materia penal (prueba)." in page
    assert "0 de 2" in page
