"""A server of its own for complaints, and somebody who files one over HTTP: shared by the benchmark and a test."""

from __future__ import annotations

import contextlib
import http.client
import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlencode

PROGRAMS = Path(sys.executable).parent
PREPARE = """
import django; django.setup()
from django.core.management import call_command
from consuno.core.search import paused
from consuno.directory.actions import load_bodies
from consuno.site.demo import load_cast
from consuno.site.demo_vaults import load_vaults
call_command("migrate", interactive=False, verbosity=0)
from django.conf import settings
settings.STATIC_ROOT.mkdir(parents=True, exist_ok=True)
call_command("collectstatic", interactive=False, verbosity=0)
with paused():
    load_bodies(); load_cast(); load_vaults()
"""
STORY = "La obligaron a trabajar sin paga (historia inventada). " * 40  # 2 KB


def free_port() -> int:
    """A port that nobody uses."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


@dataclass
class Site:
    """A running server: where it is, and its process."""

    port: int
    process: subprocess.Popen[bytes]
    environment: dict[str, str] = field(repr=False, default_factory=dict)

    def cpu(self) -> float:
        """Seconds of processor that the server and its children have used."""
        total = 0.0
        for stat in Path("/proc").glob("[0-9]*/stat"):
            with contextlib.suppress(OSError, ValueError):
                fields = stat.read_text().rpartition(")")[2].split()
                mine = (
                    int(stat.parent.name) == self.process.pid or int(fields[1]) == self.process.pid
                )
                total += (int(fields[11]) + int(fields[12])) if mine else 0
        return total / os.sysconf("SC_CLK_TCK")


@contextlib.contextmanager
def running(folder: Path, database: str = "", workers: int = 2) -> Iterator[Site]:
    """A server with the demo world's organisations and keys; SQLite in the folder, or a database by URL."""
    port = free_port()
    environment = {
        **os.environ, "CONSUNO_DEMO": "1", "CONSUNO_VAR": str(folder / "var"), "CONSUNO_DATABASE": database,
        "DJANGO_SETTINGS_MODULE": "consuno.settings", "CONSUNO_PROXIES": "1",
    }  # fmt: skip
    subprocess.run([sys.executable, "-c", PREPARE], env=environment, check=True)
    command = [
        str(PROGRAMS / "gunicorn"), "consuno.wsgi:application", "--bind", f"127.0.0.1:{port}", "--workers",
        str(workers), "--threads", "4", "--worker-class",
        "consuno.site.patience.Worker", "--log-level", "warning", "--preload",
    ]  # fmt: skip
    process = subprocess.Popen(command, env=environment)
    try:
        _wait(port)
        yield Site(port, process, environment)
    finally:
        process.terminate()
        process.wait(20)


def _wait(port: int) -> None:
    for _each in range(200):
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
            return
        time.sleep(0.1)
    raise RuntimeError("the server did not start")


class Browser:
    """As little of a browser as a form needs: cookies and the hidden token."""

    def __init__(self, port: int, network: str = "") -> None:
        self.network = network
        self.line = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        self.cookies: dict[str, str] = {}
        self.token = ""

    def ask(self, method: str, path: str, **fields: str) -> tuple[int, str, str]:
        """One request; its status, where it sends, and the page."""
        headers = {
            "Cookie": "; ".join(f"{k}={v}" for k, v in self.cookies.items()),
            "Accept-Language": "es",
            **({"X-Forwarded-For": self.network} if self.network else {}),
        }
        body = None
        if method == "POST":
            headers["Content-Type"] = "application/x-www-form-urlencoded"
            body = urlencode({**fields, "csrfmiddlewaretoken": self.token})
        self.line.request(method, path, body, headers)
        answer = self.line.getresponse()
        page = answer.read().decode()
        for name, value in answer.getheaders():
            if name.lower() == "set-cookie":
                key, _equals, rest = value.partition("=")
                self.cookies[key] = rest.partition(";")[0]
        found = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', page)
        self.token = found[1] if found else self.token
        return answer.status, answer.getheader("Location") or "", page


def file_one(port: int, *, twice: bool = False, **more: str) -> str:
    """File a complaint from first page to last; return its receipt's code. Raises RuntimeError."""
    browser = Browser(port)
    steps = [
        ("GET", "/denuncia/?pais=GT", {}, ""),
        ("POST", "/denuncia/empezar/", {"country": "GT", "body": "DEMO:ALB-GT"}, "/denuncia/recibo/"),
        ("GET", "/denuncia/recibo/", {}, ""),
        ("POST", "/denuncia/escribir/", {"what": STORY, "category": "labour", **more}, "/denuncia/enviar/"),
        *[("POST", "/denuncia/enviar/", {}, "/denuncia/mia/")] * (2 if twice else 1),
    ]  # fmt: skip
    code = ""
    for method, path, fields, leads in steps:
        status, location, page = browser.ask(method, path, **fields)
        if location != leads or status not in {200, 302}:
            raise RuntimeError(f"{path}: {status} {location}")
        found = re.search(r">([0-9A-Z-]{29})<", page)
        code = found[1] if found else code
    return code
