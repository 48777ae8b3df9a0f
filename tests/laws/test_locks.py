"""What is installed is what was looked at: every package of the lock files is pinned by its digest."""

import re
from pathlib import Path

import pytest

FOLDER = Path(__file__).resolve().parents[2] / "requirements"


@pytest.mark.parametrize("name", ["base.lock", "dev.lock"])
def test_row_48_every_package_is_pinned_by_its_digest(name):
    text = (FOLDER / name).read_text("utf-8").replace("\\\n", " ")
    lines = [
        line for line in text.splitlines() if line.strip() and not line.lstrip().startswith("#")
    ]
    assert len(lines) > 20
    for line in lines:
        assert re.match(r"\S+==\S+", line), line
        assert "--hash=sha256:" in line, line
