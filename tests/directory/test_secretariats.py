"""Whoever is refused what the Secretariats do hears the reason of that act, and a stranger nothing."""

import pytest
from django.contrib.auth.models import AnonymousUser

from consuno.agenda.policies import may_work_as_secretariat as of_minutes
from consuno.consultation.policies import may_see_office
from consuno.core.policy import Denied
from consuno.inquiries.policies import may_work_as_secretariat as of_inquiries
from consuno.meetings.policies import may_work_as_secretariat as of_meetings
from consuno.monitoring.policies import may_work_as_secretariat as of_monitoring

RULES = {
    "las actas": of_minutes,
    "El seguimiento": of_monitoring,
    "Las reuniones": of_meetings,
    "La información": of_inquiries,
    "la mesa": may_see_office,
}


@pytest.mark.parametrize("words", RULES)
def test_a_colleague_reads_why_and_an_officer_is_given_their_secretariat(cast, words):
    with pytest.raises(Denied, match=words) as refused:
        RULES[words](cast["carla"])
    assert not refused.value.stranger
    assert RULES[words](cast["ana"]).code == "ST-CRM"
    assert RULES[words](cast["beto"]).code == "ST-RROCM"


@pytest.mark.parametrize("words", RULES)
def test_a_stranger_is_told_nothing(db, words):
    with pytest.raises(Denied) as refused:
        RULES[words](AnonymousUser())
    assert refused.value.stranger
