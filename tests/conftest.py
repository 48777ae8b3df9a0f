"""Tests run as a production server would, but on this machine and without TLS."""

import os
import tempfile

os.environ.setdefault("CONSUNO_VAR", tempfile.mkdtemp(prefix="consuno-test-"))
os.environ.setdefault("CONSUNO_HTTPS", "0")
os.environ["CONSUNO_HOSTS"] = "testserver,localhost,127.0.0.1"
os.environ.pop("CONSUNO_DEMO", None)

import pytest


@pytest.fixture(autouse=True)
def plain_static(settings):
    """Pages name static files without a manifest, which only a deployment has."""
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }
