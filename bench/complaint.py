"""A complaint filed over HTTP, from the first page to "sent": server CPU and how many a second.

    python -m bench.complaint

Beside it, in the same run: the cryptography alone that the same complaint needs, and a plain form sent to the same
server (the page that asks for a receipt, with a wrong one). PostgreSQL, two server processes of four threads.
GlobaLeaks 5.0.15, of our reference (two cores, SQLite, 8.3 KB): 2,600 CPU-ms and 0.15 to 0.30 a second with one
client; with four at once half of them failed. Without its key stretching 42 CPU-ms and 9.7 a second.
"""

from __future__ import annotations

import statistics
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from bench.complaint_site import STORY, Browser, Site, file_one, running
from consuno.core import primitives
from consuno.core.vault import receipts
from tools import postgres

#: CPU-ms that one complaint may take.
BAR = 60
COUNT = 96


def cryptography_ms() -> float:
    """CPU of sealing one complaint's two parts for its receipt and an organisation, and opening them once."""
    organisation, plain = primitives.new_secret().public, STORY.encode()
    begun = time.process_time()
    for _each in range(200):
        mine = receipts.new()
        secret, _lookup = mine.secret, mine.lookup
        for part in (plain, b" " * 512):
            key = primitives.new_key()
            wrap = primitives.seal_to(secret.public, key, b"wrap")
            primitives.encrypt(key, b" " * 512, b"draft")
            primitives.decrypt(key, primitives.encrypt(key, part, b"text"), b"text")
            primitives.seal_to(organisation, primitives.open_with(secret, wrap, b"wrap"), b"wrap")
    return (time.process_time() - begun) / 200 * 1000


def plain_form(port: int) -> str:
    """A form of the same site that keeps nothing: one page, one press."""
    browser = Browser(port)
    browser.ask("GET", "/denuncia/volver/")
    return str(browser.ask("POST", "/denuncia/volver/", receipt="no es un recibo")[0])


def measured(site: Site, clients: int, act: Callable[[int], str], count: int = COUNT) -> str:
    """CPU-ms each, how many a second, the median wait, and how many failed."""
    waits: list[float] = []
    failed: list[str] = []

    def one(_number: int) -> None:
        begun = time.perf_counter()
        try:
            act(site.port)
        except (RuntimeError, OSError) as error:
            failed.append(str(error))
        waits.append((time.perf_counter() - begun) * 1000)

    cpu, begun = site.cpu(), time.perf_counter()
    with ThreadPoolExecutor(clients) as people:
        list(people.map(one, range(count)))
    took = time.perf_counter() - begun
    each = (site.cpu() - cpu) / count * 1000
    return (
        f"{each:7.1f} CPU-ms  {count / took:6.1f}/s  p50 {statistics.median(waits):6.0f} ms"
        f"  {len(failed)} errors"
    )


def main() -> None:
    """Print the table."""
    print(f"bare cryptography            {cryptography_ms():7.1f} CPU-ms")
    with (
        tempfile.TemporaryDirectory() as folder, postgres.cluster() as url,
        running(Path(folder), url) as site,
    ):  # fmt: skip
        measured(site, 4, file_one, 16)  # everything is loaded
        print("plain form,       8 clients ", measured(site, 8, plain_form))
        for clients in (1, 8, 32):
            print(f"complaint filed, {clients:2} clients ", measured(site, clients, file_one))
    print(f"bar {BAR} CPU-ms, 0 errors; receipt of {8 * receipts.BYTES} bits")


if __name__ == "__main__":
    main()
