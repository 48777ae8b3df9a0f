"""The demo world's services: invented, marked so, and in demo mode only."""

import pytest

from consuno.directory.models import Body
from consuno.services.models import Service
from consuno.site.demo import NotDemoError
from consuno.site.demo_services import load_services


def test_all_are_invented_and_load_once(cast, settings):
    settings.DEMO = True
    load_services()
    made = Service.objects.count()
    load_services()
    assert Service.objects.count() == made > 5
    assert all(each.body.invented for each in Service.objects.select_related("body"))
    assert all("invent" in str(each.name.es) for each in Service.objects.all())
    assert not Body.objects.filter(services__isnull=False, invented=False).exists()
    stale = [each for each in Service.objects.all() if each.stale]
    assert stale  # one shows what a service that nobody confirms looks like


def test_nothing_outside_demo_mode(agenda, settings):
    settings.DEMO = False
    with pytest.raises(NotDemoError):
        load_services()
