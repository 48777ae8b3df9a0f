"""The suite runs on the database it was told to."""

import os

import pytest
from django.db import connection


@pytest.mark.django_db
def test_the_database_is_the_one_asked_for():
    wanted = "postgresql" if os.environ.get("CONSUNO_DATABASE") else "sqlite"
    assert connection.vendor == wanted
    if wanted == "sqlite":
        assert connection.settings_dict["OPTIONS"]["transaction_mode"] == "IMMEDIATE"
