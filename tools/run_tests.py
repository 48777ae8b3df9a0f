"""`make test`: the whole suite on SQLite, then on PostgreSQL where its programs are.

Everything that it makes is in one temporary folder and one group of processes, which end with it: also when it is
told to stop, and what a kill left of an earlier one is swept away at the next start.
"""

from __future__ import annotations

import contextlib
import ctypes
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from types import FrameType

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tools import postgres

PREFIX = "consuno-test-"
STOPS = (signal.SIGTERM, signal.SIGHUP, signal.SIGINT)


def suite(folder: Path, *words: str, **environment: str) -> int:
    """Run pytest on both cores, saying why it skipped what it skipped; returns its exit code."""
    command = [
        sys.executable, "-m", "pytest", "-rs", "-n", "2", "--dist", "loadgroup",
        f"--basetemp={folder / 'pytest'}", *words,
    ]  # fmt: skip
    (folder / "tmp").mkdir(exist_ok=True)
    environment |= {"TMPDIR": str(folder / "tmp")}
    process = subprocess.Popen(
        command, env={**os.environ, **environment}, start_new_session=True,
        preexec_fn=_die_with_us,
    )  # fmt: skip
    try:
        return process.wait()
    finally:
        _end(process)


def _die_with_us() -> None:
    """Even killed, this program leaves no tests running (Linux: PR_SET_PDEATHSIG)."""
    with contextlib.suppress(OSError, AttributeError):
        ctypes.CDLL(None).prctl(1, signal.SIGTERM)


def _end(process: subprocess.Popen[bytes]) -> None:
    """End its whole group: servers and browsers that tests started, too."""
    for number in (signal.SIGTERM, signal.SIGKILL):
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, number)
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(5)


@contextlib.contextmanager
def workplace() -> Iterator[Path]:
    """One folder for all of it; those of runs that are gone are taken away."""
    base = Path(tempfile.gettempdir())
    for left in [*base.glob(f"{PREFIX}*-*"), *base.glob(f"{postgres.PREFIX}*-*")]:
        number = left.name.rpartition("-")[0].rpartition("-")[2]
        if number.isdecimal() and not _lives(number):
            postgres.sweep(left)
    made = Path(tempfile.mkdtemp(prefix=f"{PREFIX}{os.getpid()}-"))
    try:
        yield made
    finally:
        shutil.rmtree(made, ignore_errors=True)


def _lives(number: str) -> bool:
    """Whether a process still does something: one that nobody has buried yet does not."""
    try:
        state = Path("/proc", number, "stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state != "Z"


def _stopped(number: int, _frame: FrameType | None) -> None:
    for each in STOPS:  # told twice, it goes on clearing up
        signal.signal(each, signal.SIG_IGN)
    raise SystemExit(128 + number)


def main() -> int:
    """Run both; a failure on either is a failure."""
    for number in STOPS:
        signal.signal(number, _stopped)
    words = sys.argv[1:]
    with workplace() as folder:
        print("consuno: tests on SQLite", flush=True)
        failed = suite(folder, *words, CONSUNO_DATABASE="")
        try:
            with postgres.cluster() as url:
                print("consuno: tests on PostgreSQL", flush=True)
                # The browser sees the same pages on both; once is enough.
                more = ("-m", "not browser", *words)
                failed = suite(folder, *more, CONSUNO_DATABASE=url) or failed
        except FileNotFoundError:
            print(f"consuno: not tested on PostgreSQL; to have it: {postgres.INSTALL}", flush=True)
    return failed


if __name__ == "__main__":
    raise SystemExit(main())
