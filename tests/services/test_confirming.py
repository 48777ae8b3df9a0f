"""Whoever runs services confirms them: with their account, or by a letter's link, good once."""

import datetime

import pytest
from django.urls import reverse

from consuno.core.bilingual import Bilingual
from consuno.services import actions
from consuno.services.keys import path_of
from consuno.services.models import Asking, Service
from tests.services.test_services import today, write

__all__ = ["today"]


@pytest.fixture
def both(cast, time_machine):
    made = [write(cast["eva"]), write(cast["eva"], name=Bilingual("Comedor (inventado)"))]
    time_machine.move_to("2027-02-10 12:00Z")
    return made


@pytest.fixture
def link(both, cast):
    actions.ask_to_confirm.run()
    return path_of(Asking.objects.get(user=cast["eva"]))


def confirmed():
    return Service.objects.filter(confirmed_on=datetime.date(2027, 2, 10)).count()


def test_a_letter_two_weeks_before_and_then_weekly(
    both, cast, time_machine, run_jobs, settings, mailoutbox
):
    settings.MAIL_CONFIGURED = True
    settings.SITE_URL = "https://consuno.example.org"
    for _turn in range(2):  # the same day once
        actions.ask_to_confirm.run()
    run_jobs()
    (letter,) = [each for each in mailoutbox if each.to == [cast["eva"].email]]
    assert "2 servicios" in letter.body
    assert path_of(Asking.objects.get()) in letter.body
    assert "Comedor" not in letter.body
    time_machine.move_to("2027-02-17 12:00Z")
    actions.ask_to_confirm.run()
    assert Asking.objects.count() == 2
    time_machine.move_to("2027-06-01 12:00Z")  # nobody answered for a month: no more letters
    actions.ask_to_confirm.run()
    assert Asking.objects.count() == 2


def test_opening_the_link_changes_nothing(link, client):
    for _turn in range(3):
        page = client.get(link)
        assert page.status_code == 200
    assert "Comedor (inventado)" in page.content.decode()
    assert confirmed() == 0


def test_the_button_works_once_and_only_for_what_is_ticked(link, both, client):
    done = client.post(link, {"service": [str(both[1].uid), "x"]}).content.decode()
    assert "1 servicio de INM HN" in done
    assert confirmed() == 1
    assert client.post(link, {"service": str(both[0].uid)}).status_code == 410
    assert client.get(link).status_code == 410
    assert confirmed() == 1


def test_a_link_of_another_body_or_of_whoever_left_or_too_old_is_no_good(
    link, both, cast, client, time_machine
):
    alien = write(cast["diego"], code="DEMO:ONG-GT")
    client.post(link, {"service": str(alien.uid)})
    alien.refresh_from_db()
    assert alien.confirmed_on == datetime.date(2027, 2, 10)  # by Diego himself, when he wrote it
    assert confirmed() == 1
    Asking.objects.update(used_at=None)
    time_machine.move_to("2027-03-04 12:00Z")
    assert client.get(link).status_code == 410
    time_machine.move_to("2027-02-11 12:00Z")
    assert client.get(link).status_code == 200
    cast["eva"].memberships.update(ends=datetime.date(2027, 2, 9))
    assert client.get(link).status_code == 410
    assert client.get(link[:-4] + "x/").status_code == 410


def test_with_one_s_own_account(both, cast, client):
    client.force_login(cast["carla"])
    assert (
        client.post(reverse("services:confirm"), {"service": str(both[0].uid)}).status_code == 403
    )
    client.force_login(cast["eva"])
    client.post(reverse("services:confirm"), {"service": [str(each.uid) for each in both]})
    assert confirmed() == 2
