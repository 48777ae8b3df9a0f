"""Which bodies answer for what the papers leave to groups."""

import pytest

from consuno.agenda.models import Commitment
from consuno.core.policy import Denied
from consuno.monitoring import actions
from consuno.monitoring.models import Obligation
from consuno.monitoring.queries.answering import answering, owed, undecided


def row(ref):
    (found,) = answering(Commitment.objects.filter(ref=ref))
    return found


def bodies(ref):
    return [each.body.code for each in Obligation.objects.current().filter(commitment__ref=ref)]


@pytest.fixture
def item(agenda, cast):
    return Commitment.objects.get(ref="3.b.1")


def test_what_the_agenda_of_2013_proposes(agenda):
    """The countries answer by their migration office, Costa Rica as PPT by its own, networks by themselves."""
    found = {each.commitment.ref: each for each in answering(owed())}
    assert len(found) == 15
    assert len(found["1.A.b"].proposed) == 11
    assert found["2.A.4"].proposed == ["DGM:CR"]
    assert found["1.A.a1"].proposed == ["RROCM"]
    assert len(found["3.b.1"].proposed) == 12
    plain = {ref for ref, each in found.items() if each.plain}
    assert "1.A.a1" in plain
    assert "3.b.1" not in plain


def test_it_counts_when_both_say_the_same(item, cast):
    assert not actions.name_bodies(commitment=item, codes=["DGM:SV", "RROCM"], by=cast["ana"])
    assert bodies("3.b.1") == []
    assert not actions.name_bodies(commitment=item, codes=["DGM:SV"], by=cast["beto"])
    assert row("3.b.1").differ
    assert actions.name_bodies(commitment=item, codes=["RROCM", "DGM:SV"], by=cast["beto"])
    assert sorted(bodies("3.b.1")) == ["DGM:SV", "RROCM"]


def test_named_again_the_others_end_and_stay_on_record(item, cast):
    for who in ("ana", "beto"):
        actions.name_bodies(commitment=item, codes=["DGM:SV", "DGM:GT"], by=cast[who])
    for who in ("ana", "beto"):
        actions.name_bodies(commitment=item, codes=["DGM:SV", "DGM:HN"], by=cast[who])
    assert sorted(bodies("3.b.1")) == ["DGM:HN", "DGM:SV"]
    assert Obligation.objects.filter(commitment=item).count() == 3


def test_what_papers_name_themselves_needs_nobody(agenda, cast):
    done = actions.settle(by=None)
    assert done == sum(each.plain for each in answering(owed()))
    assert bodies("1.A.a1") == ["RROCM"]
    assert actions.settle(by=None) == 0


def test_the_database_and_the_page_agree_on_what_is_undecided(item, cast):
    def both():
        rows = {
            each.commitment.pk for each in answering(owed()) if not each.settled and not each.plain
        }
        return rows, set(undecided(owed()).values_list("pk", flat=True))

    first = both()
    assert first[0] == first[1] != set()
    for who in ("ana", "beto"):
        actions.name_bodies(commitment=item, codes=["DGM:SV"], by=cast[who])
    second = both()
    assert second[0] == second[1] == first[0] - {item.pk}


@pytest.mark.parametrize(
    ("codes", "who", "why"),
    [
        ([], "ana", "al menos una"),
        (["PAISES-CRM"], "ana", "es un grupo"),
        (["NADA"], "ana", "al menos una"),
        (["DGM:SV"], "carla", "dos Secretarías"),
    ],
)
def test_refused(item, cast, codes, who, why):
    with pytest.raises(Denied, match=why):
        actions.name_bodies(commitment=item, codes=codes, by=cast[who])


def test_priorities_are_not_monitored(agenda, cast):
    with pytest.raises(Denied, match="lo que alguien debe"):
        actions.name_bodies(
            commitment=Commitment.objects.get(ref="1.P4"), codes=["DGM:SV"], by=cast["ana"]
        )


def test_pages(item, cast, client, django_assert_max_num_queries):
    client.force_login(cast["ana"])
    assert "todavía no se sabe" in client.get("/seguimiento/").content.decode()
    with django_assert_max_num_queries(16):
        page = client.get("/seguimiento/quien/").content.decode()
    assert "Decir quién responde" in page
    form = client.get(f"/seguimiento/quien/{item.pk}/").content.decode()
    assert form.count("checked") == 12
    client.post(f"/seguimiento/quien/{item.pk}/", {"codes": ["DGM:SV"]})
    client.force_login(cast["beto"])
    assert "ST-CRM dice: DGME SV" in client.get("/seguimiento/quien/").content.decode()
    assert client.get(f"/seguimiento/quien/{item.pk}/").content.decode().count("checked") == 1
    told = client.post(f"/seguimiento/quien/{item.pk}/", {"codes": ["DGM:SV"]}, follow=True)
    assert "ya se sabe quién responde" in told.content.decode()
    empty = client.post(f"/seguimiento/quien/{item.pk}/", {})
    assert "al menos una" in empty.content.decode()
