"""What is on the agenda is corrected by both Secretariats, and its history stays."""

import datetime

import pytest

from consuno.agenda import actions
from consuno.agenda.commitment_fields import correctable, in_words
from consuno.agenda.models import Commitment, Corrigendum
from consuno.core.policy import Denied
from consuno.directory.models import Body
from tests.agenda.test_review import candidate, record


@pytest.fixture
def item(cast):
    minutes = record(cast["ana"])
    found = candidate(minutes, 5)
    for who in ("ana", "beto"):
        actions.accept(candidate=found, revision=1, by=cast[who])
    return Commitment.objects.get(meeting=minutes.meeting)


def propose(item, by, reason="Error de transcripción", **wanted):
    return actions.propose_corrigendum(
        commitment=item, wanted=correctable(item) | wanted, reason=reason, by=by
    )


def test_it_changes_when_the_other_agrees_and_the_paper_stays(item, cast):
    quote = item.quote
    made = propose(item, cast["ana"], statement_es="La RROCM enviará su informe anual.")
    item.refresh_from_db()
    assert "anual" not in item.statement.es
    with pytest.raises(Denied, match="falta que la otra"):
        actions.agree_corrigendum(corrigendum=made, by=cast["ana"])
    after = actions.agree_corrigendum(corrigendum=made, by=cast["beto"])
    assert after.statement.es == "La RROCM enviará su informe anual."
    assert after.quote == quote
    assert list(made.changes) == ["statement_es"]
    with pytest.raises(Denied, match="ya se resolvió"):
        actions.agree_corrigendum(corrigendum=made, by=cast["beto"])


def test_words_of_a_deadline_are_worked_out_and_a_date_wins(item, cast):
    made = propose(item, cast["ana"], deadline_text="a fines de junio de 2014")
    after = actions.agree_corrigendum(corrigendum=made, by=cast["beto"])
    assert after.due_on == datetime.date(2014, 6, 30)
    made = propose(after, cast["beto"], due_on="2014-07-15")
    after = actions.agree_corrigendum(corrigendum=made, by=cast["ana"])
    assert (after.due_on, after.deadline_edtf) == (datetime.date(2014, 7, 15), "2014-07-15")
    made = propose(after, cast["beto"], due_on="", deadline_text="")
    after = actions.agree_corrigendum(corrigendum=made, by=cast["ana"])
    assert (after.due_on, after.deadline_kind) == (None, "none")


def test_one_at_a_time_with_a_reason_and_a_change(item, cast):
    with pytest.raises(Denied, match="por qué"):
        propose(item, cast["ana"], reason=" ", statement_es="x")
    with pytest.raises(Denied, match="No cambia nada"):
        propose(item, cast["ana"])
    made = propose(item, cast["ana"], statement_es="x")
    with pytest.raises(Denied, match="Ya hay una corrección"):
        propose(item, cast["beto"], statement_es="y")
    actions.withdraw_corrigendum(corrigendum=made, by=cast["beto"])
    propose(item, cast["beto"], statement_es="y")
    with pytest.raises(Denied):
        propose(item, cast["carla"], statement_es="z")


def test_by_the_page_and_read_by_all(item, as_person, client):
    ana, beto, page = as_person("ana"), as_person("beto"), item.get_absolute_url()
    form = {
        "statement_es": "La RROCM enviará su memoria.", "deadline_text": item.deadline_text,
        "due_on": "15/04/2014", "reason": "Así se leyó", "theme": item.theme_id or "",
    }  # fmt: skip
    assert (
        "Escriba la redacción"
        in ana.post(page + "corregir/", form | {"statement_es": ""}).content.decode()
    )
    assert (
        "anterior a la reunión"
        in ana.post(page + "corregir/", form | {"due_on": "01/01/2013"}).content.decode()
    )
    assert ana.post(page + "corregir/", form)["Location"] == page
    assert "memoria" not in client.get(page).content.decode()  # not before it is agreed
    assert "Estar de acuerdo" in beto.get(page).content.decode()
    assert "Estar de acuerdo" not in ana.get(page).content.decode()
    assert "ST-CRM propone corregir" in beto.get("/avisos/").content.decode()
    assert "propone corregir" not in ana.get("/avisos/").content.decode()
    beto.post(f"/correcciones/{Corrigendum.objects.get().pk}/", {"word": "agree"})
    public = client.get(page).content.decode()
    assert "La RROCM enviará su memoria." in public
    assert "Así se leyó" in public
    assert "Corregido el" in public
    found = client.get("/agenda/?que=todo&q=memoria").context["page"].object_list
    assert [each.ref for each in found] == [item.ref]


def test_who_answers_is_corrected(item, cast, client):
    """Typed as people say it; whoever is named now hears of it, and it is found by its new name."""
    client.force_login(cast["ana"])
    dgm = Body.objects.get(code="DGM:SV")
    address = f"/agenda/{item.meeting.slug}/{item.ref}/corregir/"
    page = client.get(address).content.decode()
    before = [party.display for party in item.responsible]
    assert all(f'value="{name}"' in page for name in before)
    form = {
        "statement_es": item.statement.es, "deadline_text": item.deadline_text,
        "due_on": item.due_on.isoformat() if item.due_on else "",
        "theme": item.theme_id or "", "reason": "Era la otra", "who": [str(dgm), "Comité de prueba"],
    }  # fmt: skip
    client.post(address, form)
    made = Corrigendum.objects.get()
    assert list(made.changes) == ["who"]
    assert f"{dgm}; Comité de prueba" in next(in_words(made.changes))[2]
    others = [party.pk for party in item.parties.exclude(role="responsible")]
    after = actions.agree_corrigendum(corrigendum=made, by=cast["beto"])
    fresh = Commitment.objects.get(pk=after.pk)
    assert [party.display for party in fresh.responsible] == [str(dgm), "Comité de prueba"]
    assert [party.pk for party in fresh.parties.exclude(role="responsible")] == others
    assert "comite de prueba" in fresh.search_text
    assert cast["carla"].notices.filter(kind="agenda.owes").exists()


def test_who_held_an_office_stays_when_nobody_touches_it(agenda, cast):
    """Costa Rica as PPT is still that after a correction of something else."""
    item = Commitment.objects.get(meeting=agenda, ref="2.A.4")
    made = propose(item, cast["ana"], who=correctable(item)["who"], statement_es="Otra redacción")
    assert list(made.changes) == ["statement_es"]
    rows = correctable(item)["who"]
    made.withdrawn_at = made.at
    made.save()
    made = propose(
        item,
        cast["ana"],
        who=[
            *rows,
            {"role": "responsible", "body": None, "name": "Otro (inventado)", "basis": "assigned"},
        ],
    )
    before = [party.display for party in item.responsible]
    after = actions.agree_corrigendum(corrigendum=made, by=cast["beto"])
    fresh = Commitment.objects.get(pk=after.pk)
    assert [party.display for party in fresh.responsible] == [*before, "Otro (inventado)"]
