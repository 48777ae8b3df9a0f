"""Two workers at once send nothing twice; one killed at any write delays but loses nothing."""

import json
import os
import subprocess
import sys

from tests.elsewhere import database


def test_a_morning_of_two_workers_and_of_killed_ones(tmp_path, migrated):
    migrated(tmp_path / "consuno.sqlite3")
    with database("morning") as url:
        environment = {
            **os.environ, "CONSUNO_DEMO": "1", "CONSUNO_VAR": str(tmp_path), "CONSUNO_DATABASE": url,
            "DJANGO_SETTINGS_MODULE": "consuno.settings",
        }  # fmt: skip
        done = subprocess.run(
            [sys.executable, "-m", "tests.monitoring.morning"], env=environment,
            capture_output=True, text=True, timeout=240, check=False,
        )  # fmt: skip
    assert done.returncode == 0, done.stderr[-2000:]
    found = json.loads(done.stdout.splitlines()[-1])
    alone, people, most = found.pop("alone"), *found.pop("letters")
    (_rungs, once), (_notices, one_notice), waiting = alone[1]
    assert (once, one_notice, most) == (1, 1, 1)
    assert people == waiting >= 4
    assert len(found) > 20  # killed at each of its writes
    assert {name: each for name, each in found.items() if each != alone} == {}
