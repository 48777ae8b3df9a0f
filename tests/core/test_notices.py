"""Notices on the pages and the letter that says there are some."""

import pytest
from django.core import mail  # noqa: TID251

from consuno.agenda import actions
from consuno.core import jobs, notices
from consuno.core.models import Notice, User
from consuno.directory.actions import appoint
from consuno.directory.models import Body, Role
from tests.agenda.test_review import TEXT, candidate, record


@pytest.fixture
def minutes(cast):
    return record(cast["ana"], TEXT)


def text(browser, page="/avisos/"):
    return browser.get(page).content.decode()


def test_minutes_that_came_in_are_told_to_the_officers_of_both_secretariats(minutes, as_person):
    beto = as_person("beto")
    assert "1 aviso" in text(beto, "/")
    assert "Un acta espera su revisión" in text(beto)
    assert "aviso" not in text(as_person("ana"), "/agenda/")  # who brought it knows
    assert not Notice.objects.exclude(user__email="beto@example.org").exists()
    pk = Notice.objects.get().pk
    assert beto.get("/avisos/").status_code == 200
    assert Notice.objects.get().read_at is None  # looking is not reading
    opened = beto.post("/avisos/leer/", {"which": pk})
    assert opened["Location"] == minutes.get_absolute_url()
    assert "1 aviso" not in text(beto, "/agenda/")
    assert "Un acta espera su revisión" in text(beto)  # it stays in the list


def test_a_rejection_is_told_to_the_secretariat_that_had_accepted(minutes, cast, as_person):
    found = candidate(minutes, 5)
    actions.accept(candidate=found, revision=1, by=cast["ana"])
    actions.reject(candidate=found, revision=1, reason="No se acordó así", by=cast["beto"])
    page = text(as_person("ana"))
    assert "ST-RROCM rechazó algo" in page
    assert "No se acordó así" not in page


def test_a_focal_point_hears_once_of_what_a_meeting_left_to_its_body(cast, as_person):
    network = Body.objects.get(code="RROCM")
    appoint(user=cast["diego"], body=network, role=Role.FOCAL_POINT, by=None)
    minutes = record(
        cast["ana"],
        "Acuerdos:\n1. La RROCM enviará la lista en marzo de 2014.\n"
        "2. La RROCM presentará el informe en abril de 2014.\n",
        title="Dos para una",
    )
    for each in minutes.candidates.all():
        for who in ("ana", "beto"):
            actions.accept(candidate=each, revision=1, by=cast[who])
    told = Notice.objects.filter(user=cast["diego"])
    assert [notice.kind for notice in told] == ["agenda.owes"]
    sent = {"which": told.get().pk}
    page = as_person("diego").post("/avisos/leer/", sent, follow=True)
    assert page.context["page"].paginator.count == 2


def test_nobody_reads_or_marks_the_notices_of_another(minutes, as_person):
    pk = Notice.objects.get().pk
    carla = as_person("carla")
    assert "Un acta espera" not in text(carla)
    assert carla.post("/avisos/leer/", {"which": pk}).status_code == 404
    carla.post("/avisos/leer/", {"which": "all"})
    assert Notice.objects.get().read_at is None


def test_what_may_no_longer_be_seen_says_nothing(minutes, cast, as_person):
    actions.withdraw_minutes(minutes=minutes, by=cast["ana"])
    assert "Ya no hay nada que ver" in text(as_person("beto"))


def test_the_letter_counts_and_never_quotes(minutes, settings, run_jobs, time_machine):
    settings.MAIL_CONFIGURED = True
    notices.send_digests.run()
    run_jobs()
    (letter,) = mail.outbox
    assert letter.to == ["beto@example.org"]
    assert "1 aviso sin leer" in letter.body
    assert str(minutes.meeting) not in letter.body
    notices.send_digests.run()
    run_jobs()
    assert len(mail.outbox) == 1  # nobody is written to twice about the same


@pytest.mark.parametrize(
    ("digest", "day", "letters"),
    [
        ("daily", "2027-03-02T12:00:00Z", 1), ("weekly", "2027-03-02T12:00:00Z", 0),
        ("weekly", "2027-03-01T12:00:00Z", 1), ("never", "2027-03-01T12:00:00Z", 0),
    ],
)  # fmt: skip
def test_how_often_is_each_ones_choice(
    minutes, as_person, settings, run_jobs, time_machine, digest, day, letters
):
    settings.MAIL_CONFIGURED = True
    as_person("beto").post("/cuenta/avisos/", {"digest": digest})
    assert User.objects.get(email="beto@example.org").digest == digest
    time_machine.move_to(day, tick=False)
    jobs.REGISTRY["core.send_digests"].run()
    run_jobs()
    assert len(mail.outbox) == letters


def test_what_was_read_meanwhile_sends_no_letter(minutes, cast, settings, run_jobs):
    settings.MAIL_CONFIGURED = True
    notices.send_digests.run()
    notices.mark_read(by=cast["beto"])
    run_jobs()
    assert mail.outbox == []


def test_queries_do_not_grow_with_notices(cast, as_person, django_assert_max_num_queries):
    for number in range(8):
        record(cast["ana"], TEXT, title=f"Reunión {number}")
    beto = as_person("beto")
    beto.get("/")
    with django_assert_max_num_queries(9):
        assert text(beto).count("Un acta espera su revisión") == 8
