"""Tests run as a production server would, but on this machine and without TLS."""

import os
import tempfile
from pathlib import Path

os.environ.setdefault("CONSUNO_VAR", tempfile.mkdtemp(prefix="consuno-test-"))
os.environ.setdefault("CONSUNO_HTTPS", "0")
Path(os.environ["CONSUNO_VAR"], "static").mkdir(parents=True, exist_ok=True)
os.environ["CONSUNO_HOSTS"] = "testserver,localhost,127.0.0.1"
os.environ.pop("CONSUNO_DEMO", None)

import pytest  # noqa: E402 - Django reads the environment on import


@pytest.fixture(autouse=True)
def plain_static(settings):
    """Pages name static files without a manifest, which only a deployment has."""
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }


@pytest.fixture
def agenda(db):
    """The domain data that the product ships: bodies and the agenda of 2013."""
    from consuno.agenda.actions import load_agenda
    from consuno.directory.actions import load_bodies

    load_bodies()
    return load_agenda()


@pytest.fixture
def cast(agenda, settings):
    """The people of the demo world by first name: ana, beto, carla, …"""
    from consuno.site.demo import load_cast

    settings.DEMO = True
    people = load_cast()
    settings.DEMO = False
    return {user.email.partition("@")[0]: user for user in people}


@pytest.fixture
def as_person(cast):
    """A browser in which this person is signed in."""
    from django.test import Client

    def signed_in(name):
        client = Client()
        client.force_login(cast[name])
        return client

    return signed_in
