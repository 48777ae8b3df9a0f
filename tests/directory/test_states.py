"""Which bodies are the governments of countries."""

from consuno.directory.models import Body, Country


def test_each_country_has_one_and_nothing_else_is_one(cast):
    states = list(Body.objects.states())
    assert {each.country_id for each in states} == set(Country.objects.values_list("pk", flat=True))
    assert len(states) == 11
    assert all(each.is_state for each in states)
    assert not any(each.is_state for each in Body.objects.exclude(pk__in=[s.pk for s in states]))


def test_by_country(cast):
    assert Body.objects.state_of("SV").code == "PAIS:SV"
    assert Body.objects.state_of("XX") is Body.objects.state_of(None) is None
