"""P-codes of a country's areas, from a list with HXL tags."""

from __future__ import annotations

from django.db import transaction

from consuno.core import audit, clock
from consuno.core.models import User
from consuno.directory.models import Country
from consuno.services import policies
from consuno.services.hxl import Codes
from consuno.services.models import Pcode


@transaction.atomic
def bring_pcodes(*, country: Country, codes: Codes, source: str, by: User) -> int:
    """Let these be the codes of the country's areas. Returns how many. Raises Denied."""
    policies.may_bring_pcodes(by)
    policies.must_have_codes(codes.found, source)
    for area, code in codes.found.items():
        values = {"code": code, "source": source.strip()[:200], "as_of": clock.today()}
        Pcode.objects.update_or_create(area=area, defaults=values)
    audit.record("bring_pcodes", country, by=by, areas=len(codes.found))
    return len(codes.found)
