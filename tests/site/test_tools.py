"""`make test` leaves nothing behind, not even where an earlier run was killed."""

import os
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tools import run_tests

ROOT = Path(run_tests.__file__).resolve().parents[1]
LONG = "import time, pathlib\ndef test_long(tmp_path):\n    pathlib.Path({flag!r}).touch()\n    time.sleep(60)\n"


def test_what_a_killed_run_left_is_swept_away(tmp_path, monkeypatch):
    monkeypatch.setattr(tempfile, "gettempdir", lambda: str(tmp_path))
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    gone = subprocess.Popen(["true"])
    gone.wait()
    left, pg = tmp_path / f"consuno-test-{gone.pid}-a_b", tmp_path / f"consuno-pg-{gone.pid}-c"
    mine, other = tmp_path / f"consuno-test-{os.getpid()}-d", tmp_path / "consuno-test-casa"
    for each in (left, pg, mine, other):
        each.mkdir()
    with run_tests.workplace() as made:
        assert {each.name for each in tmp_path.iterdir()} == {mine.name, other.name, made.name}
    assert not made.exists()


def test_told_to_stop_it_ends_what_it_began(tmp_path):
    flag, long = tmp_path / "began", tmp_path / "test_long.py"
    long.write_text(LONG.format(flag=str(flag)))
    words = [
        sys.executable,
        "tools/run_tests.py",
        "-p",
        "no:cacheprovider",
        "-c",
        "/dev/null",
        str(long),
    ]
    environment = {**os.environ, "TMPDIR": str(tmp_path)}
    with subprocess.Popen(words, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL) as running:
        while not flag.exists() and running.poll() is None:
            time.sleep(0.1)
        running.send_signal(signal.SIGTERM)
        time.sleep(0.3)
        running.send_signal(signal.SIGINT)  # make passes it on once more
        assert running.wait(20) == 128 + signal.SIGTERM
    assert not list(tmp_path.glob("consuno-*"))
    found = [path.read_bytes() for path in Path("/proc").glob("[0-9]*/cmdline") if path.exists()]
    assert not any(str(long).encode() in each for each in found)
