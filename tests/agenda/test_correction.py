"""The text of minutes corrected: what did not change keeps its review."""

import pytest

from consuno.agenda import actions
from consuno.agenda.models import Candidate, Commitment, PaperVersion
from consuno.agenda.papers import read_pasted
from consuno.core.models import AuditEntry
from consuno.core.notices import lines
from consuno.core.policy import Denied
from tests.agenda.test_review import record

TEXT = """Acuerdos:
1. La RROCM preparará un glosario a más tardar el 15 de abril de 2014.
2. La ST de la CRM publicará el informe.
3. El Salvador convocará un taller en mayo de 2014.
"""


@pytest.fixture
def minutes(cast):
    return record(cast["ana"], TEXT, title="Texto por corregir")


def correct(minutes, text, by, reason="Erratas"):
    minutes = type(minutes).objects.get(pk=minutes.pk)  # as a page reads it
    return actions.correct_minutes(minutes=minutes, paper=read_pasted(text), reason=reason, by=by)


def said(minutes):
    there = Candidate.objects.there().filter(minutes=minutes)
    return [each.statement for each in sorted(there, key=lambda each: each.spans)]


def numbers(found):
    return [each.number for each in found]


def test_what_moved_keeps_number_and_verdict(minutes, cast):
    first = minutes.candidates.get(number=1)
    actions.accept(candidate=first, revision=1, by=cast["beto"])
    done = correct(
        minutes, "Acta corregida\n\n" + TEXT.replace(" a más", "\n   a más"), cast["ana"]
    )
    assert (numbers(done.kept), done.changed, done.new, done.gone) == ([1, 2, 3], [], [], [])
    first.refresh_from_db()
    assert (first.lines, first.revision) == ([4, 5], 1)
    assert first.verdicts.get().revision == 1
    minutes.refresh_from_db()
    start, end = first.spans[0]
    assert minutes.text[start:end].split() == first.quote.split()


def test_what_reads_otherwise_is_answered_again(minutes, cast):
    first = minutes.candidates.get(number=1)
    actions.accept(candidate=first, revision=1, by=cast["ana"])
    done = correct(minutes, TEXT.replace("15 de abril", "30 de abril"), cast["beto"])
    assert (numbers(done.kept), numbers(done.changed)) == ([2, 3], [1])
    first.refresh_from_db()
    assert (first.revision, str(first.due_on)) == (2, "2014-04-30")
    assert "30 de abril" in first.statement
    assert not actions.accept(candidate=first, revision=2, by=cast["beto"])


def test_a_sentence_that_goes_on_reads_otherwise(minutes, cast):
    """Every word of it is still there, and it says something else."""
    second = minutes.candidates.get(number=2)
    done = correct(minutes, TEXT.replace("el informe.", "el informe. Salvo el anexo."), cast["ana"])
    assert numbers(done.changed) in ([], [2])
    done = correct(
        minutes, TEXT.replace("2. La ST", "2. Si hay fondos, La ST"), cast["ana"], "Condición"
    )
    assert numbers(done.changed) == [2]
    second.refresh_from_db()
    assert "fondos" in second.quote


def test_new_and_gone_and_back_with_its_review(minutes, cast):
    third = minutes.candidates.get(number=3)
    actions.accept(candidate=third, revision=1, by=cast["ana"])
    shorter = TEXT.replace("3. El Salvador convocará un taller en mayo de 2014.", "")
    longer = shorter + "3. Panamá elaborará una guía de albergues para la región.\n"
    done = correct(minutes, longer, cast["beto"])
    assert (numbers(done.gone), numbers(done.new)) == ([3], [4])
    assert not any("taller" in each for each in said(minutes))
    with pytest.raises(Denied, match="ya no están"):
        actions.accept(candidate=third, revision=1, by=cast["beto"])
    done = correct(Candidate.objects.get(pk=third.pk).minutes, TEXT, cast["ana"])
    assert (numbers(done.kept), numbers(done.gone)) == ([1, 2, 3], [4])
    assert actions.accept(candidate=third, revision=1, by=cast["beto"])


def test_wording_that_people_gave_stays(minutes, cast):
    first = minutes.candidates.get(number=1)
    actions.edit(candidate=first, revision=1, statement="La RROCM hará un glosario", by=cast["ana"])
    correct(minutes, TEXT.replace("15 de abril", "30 de abril"), cast["beto"])
    first.refresh_from_db()
    assert (first.statement, first.revision) == ("La RROCM hará un glosario", 3)
    assert "30 de abril" in first.quote
    with pytest.raises(Denied, match="deshacer"):  # its words are no longer in the paper
        actions.undo(candidate=first, revision=3, by=cast["ana"])


def test_undo_goes_back_to_where_the_words_are_now(minutes, cast):
    first, second = (minutes.candidates.get(number=n) for n in (1, 2))
    actions.merge(candidate=first, revision=1, other=second, by=cast["ana"])
    correct(minutes, "Preámbulo\n" + TEXT, cast["beto"])
    first.refresh_from_db()
    assert first.lines == [3, 4]
    actions.undo(candidate=first, revision=2, by=cast["ana"])
    first.refresh_from_db()
    second.refresh_from_db()
    assert (first.lines, second.lines, second.merged_into) == ([3], [4], None)


def test_the_agenda_does_not_change_by_itself(minutes, cast):
    for n in (1, 3):
        for who in ("ana", "beto"):
            actions.accept(candidate=minutes.candidates.get(number=n), revision=1, by=cast[who])
    text = "Nota\n" + TEXT.replace("15 de abril", "30 de abril").split("3.")[0]
    done = correct(minutes, text, cast["ana"])
    assert (numbers(done.changed), numbers(done.gone)) == ([1], [3])
    first, third = Commitment.objects.filter(meeting=minutes.meeting).order_by("order")
    assert (str(first.due_on), first.lines, third.lines) == ("2014-04-15", [3], [])


def test_the_earlier_text_is_kept(minutes, cast):
    correct(minutes, "Acta\n" + TEXT, cast["beto"], "Faltaba el título")
    kept = PaperVersion.objects.get(minutes=minutes)
    assert (kept.text, kept.reason, bytes(kept.content)) == (
        TEXT,
        "Faltaba el título",
        TEXT.encode(),
    )
    assert kept.recorded_by == cast["ana"]
    entry = AuditEntry.objects.get(verb="correct_minutes")
    assert (entry.detail["kept"], entry.on_behalf_of) == (3, "ST-RROCM")


@pytest.mark.parametrize(
    ("text", "reason", "why"),
    [
        (TEXT, "x", "mismo texto"),
        ("Otra\n" + TEXT, "  ", "por qué"),
        ("Acuerdos:\n1. Belice dará vacunas de sarampión.\n", "x", "misma reunión"),
    ],
)
def test_refused(minutes, cast, text, reason, why):
    with pytest.raises(Denied, match=why):
        correct(minutes, text, cast["ana"], reason)
    assert not PaperVersion.objects.exists()
    assert minutes.candidates.filter(left_at=None).count() == 3


def test_others_may_not(minutes, cast):
    with pytest.raises(Denied):
        correct(minutes, "Otra\n" + TEXT, cast["carla"])


def test_the_other_secretariat_hears_of_it(minutes, cast):
    correct(minutes, "Acta\n" + TEXT, cast["ana"])
    told = [line.text for _notice, line in lines(cast["beto"].notices.all(), cast["beto"])]
    assert any("Se corrigió el texto" in words for words in told)


def test_pages(minutes, cast, client):
    """A corrected text is brought, the review says what became of each, and both files are there."""
    client.force_login(cast["ana"])
    page = client.get(f"/actas/{minutes.pk}/corregir/")
    assert "La ST de la CRM publicará el informe" in page.content.decode()
    text = TEXT.replace("15 de abril", "30 de abril").split("3. El")[0]
    refused = client.post(f"/actas/{minutes.pk}/corregir/", {"text": text, "reason": ""})
    assert "30 de abril" in refused.content.decode()  # nothing typed is lost
    same = client.post(f"/actas/{minutes.pk}/corregir/", {"text": TEXT, "reason": "x"})
    assert "Es el mismo texto" in same.content.decode()
    done = client.post(
        f"/actas/{minutes.pk}/corregir/", {"text": text, "reason": "Fecha firmada"}, follow=True
    )
    body = done.content.decode()
    for words in ("Conservan su revisión: 1", "Fecha firmada", "1 elemento ya no está en el acta"):
        assert words in body
    version = PaperVersion.objects.get()
    first = client.get(f"/actas/{minutes.pk}/?n=1").content.decode()
    assert "el acta decía:" in first
    before = client.get(f"/actas/{minutes.pk}/anteriores/{version.pk}/")
    assert before.content.decode() == TEXT
    assert "attachment" in before["Content-Disposition"]


def test_two_who_correct_at_once_lose_nothing(minutes, cast):
    """The second read a text that is no longer there, and is told so."""
    stale = type(minutes).objects.get(pk=minutes.pk)
    correct(minutes, "Acta\n" + TEXT, cast["ana"])
    with pytest.raises(Denied, match="mientras tanto"):
        actions.correct_minutes(
            minutes=stale, paper=read_pasted("Otra\n" + TEXT), reason="x", by=cast["beto"]
        )


def test_a_long_paper_half_reworded(cast):
    """Four hundred agreements: each finds its own."""
    lines = [
        f"{n}. La RROCM preparará el documento número {n} sobre albergues." for n in range(1, 401)
    ]
    long = record(cast["ana"], "Acuerdos:\n" + "\n".join(lines), title="Larga")
    other = [
        line.replace("preparará", "publicará") if n % 2 else line for n, line in enumerate(lines)
    ]
    done = correct(long, "Acuerdos:\n" + "\n".join(other), cast["ana"])
    assert (len(done.kept), len(done.changed), done.new, done.gone) == (200, 200, [], [])
