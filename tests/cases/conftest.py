"""Organisations with their keys, made without the slow stretching of passphrases."""

import pytest

from consuno.core.accounts import create_account
from consuno.core.vault import locks, organisations, pins, trust
from consuno.directory.actions import appoint
from consuno.directory.models import Body, Role

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
    for standing, signer in signers.items():
        pins.add(signer.key, standing)
    made = {}
    for code, who in HOLDERS.items():
        made[code] = opened = locks.begin(cast[who], "x")
        key = organisations.found(code, opened, by=cast[who])
        for standing, signer in {"officer": keeper_of(code), **signers}.items():
            trust.endorse(key, standing, signer, by=signer.key.user, on_behalf_of=code)
    return made


def keeper_of(code):
    """Somebody invented who keeps the organisation's key, with their vault open."""
    name = f"resguarda-{code.lower().replace(':', '-')}"
    user = create_account(email=f"{name}@example.org", name="Resguarda Inventada", by=None)
    appoint(user=user, body=Body.objects.get(code=code), role=Role.KEEPER, by=None)
    return locks.begin(user, "x")
