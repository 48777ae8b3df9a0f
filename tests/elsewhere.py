"""A database of a test's own, for processes that share it."""

import contextlib
import os
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
