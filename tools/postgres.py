"""A throw-away PostgreSQL on a unix socket in a temporary folder, for tests and benchmarks."""

from __future__ import annotations

import contextlib
import os
import pwd
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

#: Each folder says whose it is, so that what a killed run left is known.
PREFIX = "consuno-pg-"
INSTALL = "sudo apt-get install -y postgresql"


def programs() -> Path | None:
    """Folder of initdb and pg_ctl, the newest version there is; None when there are none."""
    found = shutil.which("initdb")
    if found:
        return Path(found).resolve().parent
    debian = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=_version)
    return debian[-1].parent if debian else None


def _version(path: Path) -> int:
    name = path.parent.parent.name
    return int(name) if name.isdigit() else 0


def _owner() -> dict[str, Any]:
    """Who runs the server: it refuses root, so root lends it to the system's own user."""
    if os.geteuid() != 0:
        return {}
    account = pwd.getpwnam("postgres")
    return {"user": account.pw_uid, "group": account.pw_gid, "extra_groups": []}


@contextlib.contextmanager
def cluster() -> Iterator[str]:
    """Start a server and give its URL; stopped and removed afterwards.

    Raises FileNotFoundError when the programs are not on this machine.
    """
    binaries = programs()
    if binaries is None:
        raise FileNotFoundError(INSTALL)
    owner = _owner()
    folder = Path(tempfile.mkdtemp(prefix=f"{PREFIX}{os.getpid()}-"))
    try:
        if owner:
            os.chown(folder, owner["user"], owner["group"])
        data = folder / "data"
        _run([binaries / "initdb", "-D", data, "-U", "consuno", "-A", "trust", "-N",
              "--no-locale", "-E", "UTF8"], folder, owner)  # fmt: skip
        options = f"-k {folder} -c listen_addresses='' -c fsync=off -c max_connections=60"
        _run([binaries / "pg_ctl", "-D", data, "-w", "-o", options, "-l", folder / "log", "start"],
             folder, owner)  # fmt: skip
        try:
            yield f"postgresql://consuno@/postgres?host={folder}"
        finally:
            _run([binaries / "pg_ctl", "-D", data, "-m", "immediate", "stop"], folder, owner)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def sweep(folder: Path) -> None:
    """Take away what a run that was killed left, its server first."""
    with contextlib.suppress(OSError, ValueError, IndexError):
        number = int((folder / "data" / "postmaster.pid").read_text().split()[0])
        if str(folder).encode() in Path(f"/proc/{number}/cmdline").read_bytes():
            os.kill(number, signal.SIGQUIT)
    shutil.rmtree(folder, ignore_errors=True)


def _run(words: list[Any], folder: Path, owner: dict[str, Any]) -> None:
    subprocess.run(
        [str(word) for word in words], cwd=folder, check=True, stdout=subprocess.DEVNULL, **owner
    )
