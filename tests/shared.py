"""Where the data shared between projects is, when it is on this machine."""

from pathlib import Path

import pytest

SHARED = Path(__file__).resolve().parents[2] / "shared"

needs_shared = pytest.mark.skipif(
    not (SHARED / "minutes").is_dir(),
    reason="the minutes of 2013 and their gold data are not beside this checkout (../shared)",
)
