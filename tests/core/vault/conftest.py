"""Organisations that no directory knows: whoever signs held the post; the pins count as always."""

import pytest

from consuno.core import registry


@pytest.fixture(autouse=True)
def posts(monkeypatch):
    monkeypatch.setattr(registry, "_posts", [lambda *_who: True])
