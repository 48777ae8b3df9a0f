"""Topics of a country, and the way a thing went up and its answer came back."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet

from consuno.directory.models import Country
from consuno.directory.standing import memberships, secretariat_of
from consuno.meetings.models import AgendaItem, Elevation, Topic
from consuno.meetings.models.topic import STATES


def countries(reader: Any) -> list[Country]:
    """Whose tables this reader reads."""
    if secretariat_of(reader) is not None:
        return list(Country.objects.all())
    mine = {held.body.country_id for held in memberships(reader)}
    return list(Country.objects.filter(pk__in=[code for code in mine if code]))


def topics(country: Country) -> QuerySet[Topic]:
    """Those of a country, the latest first."""
    return Topic.objects.filter(country=country).select_related("body", "elevation__item__sitting")


def way_of(elevation: Elevation) -> list[Elevation]:
    """The way it went, from where it began: each elevation of the chain, upwards."""
    first = elevation
    while first.origin is not None and getattr(first.origin, "elevated", None) is not None:
        first = first.origin.elevated
    chain = [first]
    while chain[-1].item is not None and getattr(chain[-1].item, "elevation", None) is not None:
        chain.append(chain[-1].item.elevation)
    return chain


def state_of(topic: Topic) -> str:
    """What has become of it, in words; answered where any step of its way was."""
    if topic.closed_on:
        return str(STATES["closed"])
    elevation = getattr(topic, "elevation", None)
    if elevation is None:
        return str(STATES["open"])
    answered = any(each.outcome_on for each in way_of(elevation))
    return str(STATES["answered" if answered else "up"])


def waiting_for(series: str) -> QuerySet[Elevation]:
    """What was sent up to these meetings and none has taken up."""
    found = Elevation.objects.filter(series=series, item=None, outcome_on=None)
    return found.select_related("topic__country", "origin__sitting")


def elevations_of(items: list[AgendaItem]) -> dict[int, Elevation]:
    """The elevations that items of a meeting took up, by the key of the item."""
    found = Elevation.objects.filter(item__in=items)
    rows = found.select_related("topic", "origin__sitting")
    return {each.item_id: each for each in rows if each.item_id is not None}
