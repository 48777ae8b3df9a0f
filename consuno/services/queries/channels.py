"""Channels of complaint as their readers may see them."""

from __future__ import annotations

from typing import Any

from consuno.core.policy import allowed
from consuno.directory.models import Country
from consuno.services import policies
from consuno.services.models import Channel


def channels_by_country(reader: Any, country: str = "") -> list[tuple[Country, list[Channel]]]:
    """Every country, or one, with the channels this reader may read; two queries."""
    countries = list(Country.objects.all())
    found = Channel.objects.filter(ended_on=None).select_related("country", "body", "validated_by")
    read = [each for each in found if allowed(policies.may_read_channel, reader, each)]
    return [
        (one, [each for each in read if each.country_id == one.code])
        for one in countries
        if country in {"", one.code} or country not in {each.code for each in countries}
    ]


def found_channel(pk: int) -> Channel | None:
    """One that has not ended, with all that its page shows."""
    found = Channel.objects.filter(pk=pk, ended_on=None)
    found = found.select_related("country", "body__country", "validated_by")
    return found.prefetch_related("trials__body").first()
