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
