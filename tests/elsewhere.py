"""A database of a test's own, for processes that share it."""

import contextlib
import fcntl
import os
import sqlite3
import subprocess
import sys
from urllib.parse import urlsplit, urlunsplit


@contextlib.contextmanager
def database(name="site"):
    """Its address, on the server that the tests use; "" where they use the embedded one."""
    url = os.environ.get("CONSUNO_DATABASE", "")
    if not url:
        yield ""
        return
    import psycopg

    name, parts = f"consuno_{name}_{os.getpid()}", urlsplit(url)
    with psycopg.connect(url, autocommit=True) as line:
        line.execute(f"CREATE DATABASE {name}")
        yield urlunsplit(parts._replace(path=f"/{name}"))
        line.execute(f"DROP DATABASE {name} WITH (FORCE)")


def migrated(folder):
    """A SQLite file of the site as it is made today; made once in a folder that workers share."""
    made = folder / "migrated.sqlite3"
    with (folder / "migrated.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)  # the others wait for the first
        if not made.exists():
            environment = {
                **os.environ, "CONSUNO_VAR": str(folder / "migrating"), "CONSUNO_DATABASE": "",
                "DJANGO_SETTINGS_MODULE": "consuno.settings", "CONSUNO_HOSTS": "localhost",
            }  # fmt: skip
            command = [sys.executable, "-m", "consuno", "migrate", "--verbosity", "0"]
            subprocess.run(command, env=environment, check=True)
            with (
                contextlib.closing(sqlite3.connect(folder / "migrating/consuno.sqlite3")) as whole,
                contextlib.closing(sqlite3.connect(folder / "half.sqlite3")) as copy,
            ):
                whole.backup(copy)
            (folder / "half.sqlite3").rename(made)
    return made
