"""What no form measured is refused with a sentence, on every database, and nothing of it is kept."""

import pytest

from consuno.core.policy import Denied
from consuno.directory.actions import invite
from consuno.directory.models import Body, Invitation

LONG = "Oficio inventado " + "x" * 184


def asked(cast, instrument):
    return invite(
        body=Body.objects.get(code="DGM:HN"), email="nora@example.org", role="administrator",
        language="es", by=cast["ana"], instrument=instrument,
    )  # fmt: skip


def test_an_instrument_of_201_letters(cast):
    assert len(LONG) == 201
    with pytest.raises(Denied, match="200 letras"):
        asked(cast, LONG)
    assert not Invitation.objects.exists()
    assert asked(cast, LONG[:200]).instrument == LONG[:200]
