"""Organisations with their keys, made without the slow stretching of passphrases."""

import pytest

from consuno.core.vault import locks, organisations
from consuno.directory.models import Body

#: A shelter of civil society, and the prosecution, of the same country; a ministry of another.
SHELTER, PROSECUTION, CENTRE = "DEMO:ALB-GT", "DEMO:FIS-GT", "DGM:MX"
HOLDERS = {SHELTER: "gloria", PROSECUTION: "julio", CENTRE: "ines"}


@pytest.fixture(autouse=True)
def cheap(monkeypatch):
    monkeypatch.setattr(locks, "PASSES", 1)
    monkeypatch.setattr(locks, "KIB", 8)


@pytest.fixture
def vaults(cast):
    """Who holds each organisation's key, with their vault open: code -> Opened."""
    Body.objects.filter(code__in=HOLDERS).update(listed=True)
    signers = {
        standing: locks.begin(cast[who], "x")
        for standing, who in (("ST-CRM", "ana"), ("ST-RROCM", "beto"))
    }
    made = {}
    for code, who in HOLDERS.items():
        made[code] = opened = locks.begin(cast[who], "x")
        key = organisations.found(code, opened, by=cast[who])
        for standing, signer in {"officer": opened, **signers}.items():
            organisations.endorse(key, standing, signer, by=cast[who], on_behalf_of=code)
    return made
