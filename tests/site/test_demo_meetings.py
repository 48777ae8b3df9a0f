"""The demo world has a meeting to come and one whose minutes circulate."""

import pytest

from consuno.inquiries.models import Inquiry
from consuno.meetings.models import Effort, Record, Sitting, Topic
from consuno.meetings.queries.minutes import compose
from consuno.site.demo import NotDemoError, load_meetings, load_requests


def test_it_is_loaded_once_and_only_in_demo_mode(cast, settings):
    with pytest.raises(NotDemoError):
        load_meetings()
    settings.DEMO = True
    load_meetings()
    load_meetings()
    assert Sitting.objects.count() == 2
    record = Record.objects.get()
    assert record.state == "circulated"
    assert "inventado" in compose(record).words
    assert Sitting.objects.first().items.filter(section="returning").exists()


def test_something_is_asked_told_and_raised_once(cast, settings):
    with pytest.raises(NotDemoError):
        load_requests()
    settings.DEMO = True
    for _turn in range(2):
        load_requests()
    assert Inquiry.objects.get().answers.count() == 3
    assert (Effort.objects.count(), Topic.objects.count()) == (1, 1)
