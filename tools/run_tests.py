"""`make test`: the whole suite on SQLite, then on PostgreSQL where its programs are."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tools import postgres


def suite(*words: str, **environment: str) -> int:
    """Run pytest on both cores; returns its exit code."""
    command = [sys.executable, "-m", "pytest", "-n", "2", "--dist", "loadgroup", *words]
    return subprocess.run(command, env={**os.environ, **environment}, check=False).returncode


def main() -> int:
    """Run both; a failure on either is a failure."""
    print("consuno: tests on SQLite", flush=True)
    failed = suite(CONSUNO_DATABASE="")
    try:
        with postgres.cluster() as url:
            print("consuno: tests on PostgreSQL", flush=True)
            # The browser sees the same pages on both; once is enough.
            failed = suite("-m", "not browser", CONSUNO_DATABASE=url) or failed
    except FileNotFoundError:
        print(f"consuno: not tested on PostgreSQL; to have it: {postgres.INSTALL}", flush=True)
    return failed


if __name__ == "__main__":
    raise SystemExit(main())
