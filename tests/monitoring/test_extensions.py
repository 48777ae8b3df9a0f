"""A later date for what a forum above the Secretariats set: that forum says yes."""

import datetime

import pytest

from consuno.agenda import actions as agenda
from consuno.core.policy import Denied
from consuno.directory.actions import appoint
from consuno.directory.models import Body, Role
from consuno.monitoring import actions
from consuno.monitoring.models import Obligation
from tests.monitoring.test_time import duty

__all__ = ["duty"]

WANTED = datetime.date(2027, 6, 30)


@pytest.fixture
def asked(duty, cast):
    grcm = Body.objects.get(code="GRCM")
    meeting = duty.commitment.meeting
    meeting.organ = grcm
    meeting.save(update_fields=["organ"])
    appoint(user=cast["eva"], body=grcm, role=Role.FOCAL_POINT, by=None)
    del cast["eva"]._memberships
    return actions.ask_extension(
        obligation=duty, wanted=WANTED, reason="Falta un decreto (prueba)", by=cast["carla"]
    )


def granted(duty):
    return Obligation.objects.get(pk=duty.pk).extended_to == WANTED


def test_the_forum_itself_says_so_and_hears_of_it(asked, duty, cast):
    assert cast["eva"].notices.filter(kind="monitoring.extension_waits").exists()
    actions.decide_extension(extension=asked, grants=True, reason="", by=cast["eva"])
    assert granted(duty)


def test_a_secretariat_writes_down_by_which_note(asked, duty, cast):
    with pytest.raises(Denied, match="con qué nota"):
        actions.decide_extension(extension=asked, grants=True, reason="", by=cast["ana"])
    actions.decide_extension(
        extension=asked, grants=True, reason="", instrument="Nota 12/2027 (inventada)",
        by=cast["ana"],
    )  # fmt: skip
    assert granted(duty)


def test_nobody_else_does_and_the_page_says_who(asked, duty, cast, client):
    with pytest.raises(Denied):
        actions.decide_extension(extension=asked, grants=True, reason="", by=cast["carla"])
    client.force_login(cast["carla"])
    page = client.get(duty.get_absolute_url()).content.decode()
    assert "Esta fecha la puso" in page
    assert "Conceder" not in page
    client.force_login(cast["eva"])
    assert "Conceder" in client.get(duty.get_absolute_url()).content.decode()


def test_a_date_that_the_presidency_set_it_puts_off(duty, cast, client):
    item = duty.commitment
    item.due_on, item.deadline_kind = None, "tbd"
    item.save(update_fields=["due_on", "deadline_kind"])
    agenda.set_date(commitment=item, day=datetime.date(2027, 2, 1), by=cast["luis"])
    duty.refresh_from_db()
    asked = actions.ask_extension(
        obligation=duty, wanted=WANTED, reason="Falta un decreto (prueba)", by=cast["carla"]
    )
    assert cast["luis"].notices.filter(kind="monitoring.extension_waits").exists()
    with pytest.raises(Denied, match="con qué nota"):
        actions.decide_extension(extension=asked, grants=True, reason="", by=cast["ana"])
    client.force_login(cast["luis"])
    assert "Conceder" in client.get(duty.get_absolute_url()).content.decode()
    actions.decide_extension(extension=asked, grants=True, reason="", by=cast["luis"])
    assert granted(duty)
