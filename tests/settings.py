"""Tests run as a production server would, but on this machine and without TLS."""

import os
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
os.environ["CONSUNO_VAR"] = str(ROOT / "var" / "test")
os.environ["CONSUNO_HTTPS"] = "0"
os.environ["CONSUNO_HOSTS"] = "testserver,localhost,127.0.0.1"
os.environ.pop("CONSUNO_DEMO", None)
Path(os.environ["CONSUNO_VAR"], "static").mkdir(parents=True, exist_ok=True)

from consuno.settings import *  # noqa: E402, F403, TID251

# Pages name static files without a manifest, which only a deployment has.
STORAGES["staticfiles"] = {  # noqa: F405
    "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
}
