"""The demo world has a meeting to come and one whose minutes circulate."""

import pytest

from consuno.meetings.models import Record, Sitting
from consuno.meetings.queries.minutes import compose
from consuno.site.demo import NotDemoError, load_meetings


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
