"""The site's own processes: the application server and one worker, started and stopped together."""

from __future__ import annotations

import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

PROGRAMS = Path(sys.executable).parent
#: A process that ends sooner than this after its start is not started again at once.
BREATH = 5.0
#: How long a worker may take to finish its job once told to stop; a job cut short is done again.
PATIENCE = 30.0


def server(host: str, port: int, workers: int) -> list[str]:
    """Return the command of the application server."""
    return [
        str(PROGRAMS / "gunicorn"), "consuno.wsgi:application", "--bind", f"{host}:{port}",
        "--workers", str(workers), "--threads", "4", "--worker-class", "consuno.site.patience.Worker",
        "--logger-class", "consuno.site.server_log.Logger",
        # Links with many filters are longer than the default of 4094.
        "--limit-request-line", "8190", "--log-level", "warning", "--preload",
    ]  # fmt: skip


def worker() -> list[str]:
    """Return the command of a worker that ends when this process has gone."""
    return [str(PROGRAMS / "consuno"), "work", "--follow"]


def serve(main: list[str], helper: list[str] | None) -> int:
    """Run both until told to stop; the helper is started again whenever it dies.

    Returns the exit code of `main`: the site is up exactly as long as it is.
    """
    stopping = threading.Event()
    first = subprocess.Popen(main)  # noqa: S603
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: _stop(stopping, first))
    keeper = threading.Thread(target=_keep, args=(helper, stopping)) if helper else None
    if keeper:
        keeper.start()
    code = first.wait()
    stopping.set()
    if keeper:
        keeper.join()
    return 0 if code == -signal.SIGINT else code


def _stop(stopping: threading.Event, process: subprocess.Popen[bytes]) -> None:
    stopping.set()
    process.terminate()


def _keep(command: list[str], stopping: threading.Event) -> None:
    """Keep one process running."""
    while not stopping.is_set():
        started = time.monotonic()
        process = subprocess.Popen(command)  # noqa: S603
        while process.poll() is None and not stopping.wait(0.2):
            pass
        if stopping.is_set():
            _end(process)
        else:
            stopping.wait(max(0.0, BREATH - (time.monotonic() - started)))


def _end(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    try:
        process.wait(PATIENCE)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
