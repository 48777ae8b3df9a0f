"""The demo world shows monitoring under way."""

from consuno.monitoring.models import Cycle, Obligation, Report
from consuno.site.demo import load_cycle


def test_a_cycle_is_open_once(agenda, cast, settings):
    settings.DEMO = True
    for _turn in range(2):
        load_cycle()
    assert Cycle.objects.get().open
    given = Report.objects.filter(state="in_review")
    assert sorted(each.obligation.body.code for each in given) == ["DGM:HN", "DGM:SV"]
    assert sum(each.assessments.count() for each in given) == 1


def test_where_people_have_begun_it_does_nothing(agenda, cast, settings):
    settings.DEMO = True
    Obligation.objects.create(
        commitment=agenda.commitments.filter(owed=True).first(),
        body=cast["ana"].memberships.get().body,
    )
    load_cycle()
    assert not Cycle.objects.exists()
