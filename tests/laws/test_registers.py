"""What enters itself in a register by being imported is imported when the site starts.

A job that nothing imports never runs, and nothing says so.
"""

import os
import re
import subprocess
import sys
from pathlib import Path

PACKAGE = Path(__file__).resolve().parents[2] / "consuno"
#: The decorators that enter a function in a register of the whole site.
ENTERS = re.compile(r"^@(jobs\.job|job|notice|letter|receiver)\b", re.MULTILINE)
LOADED = """
import django, sys
django.setup()
print(*(name for name in sys.modules if name.startswith("consuno.")), sep="\\n")
"""


def test_whoever_enters_itself_is_loaded_at_the_start():
    loaded = subprocess.run(
        [sys.executable, "-c", LOADED], capture_output=True, text=True, check=True,
        env={**os.environ, "DJANGO_SETTINGS_MODULE": "tests.settings"},
    ).stdout.split()  # fmt: skip
    entering = {
        _module(path) for path in PACKAGE.rglob("*.py") if ENTERS.search(path.read_text("utf-8"))
    }
    assert len(entering) > 30
    assert entering - set(loaded) == set()


def _module(path):
    parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
