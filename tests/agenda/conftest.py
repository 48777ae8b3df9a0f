"""The world of the tests: the domain data that the product ships, nothing else."""

import pytest

from consuno.agenda.actions import load_agenda
from consuno.directory.actions import load_bodies


@pytest.fixture
def agenda(db):
    load_bodies()
    return load_agenda()
