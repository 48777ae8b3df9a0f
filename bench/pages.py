"""Pages at 10,000 commitments: server CPU beside a plain page of the same site, in one run.

The plain page is the minutes of 2013, made of a file in memory. CPU time of this process for
one request through the whole stack, without the network; SQLite in memory, PostgreSQL beside it
(whose own CPU is not in the figure).
"""

import os
import statistics
import subprocess
import sys
import time

from bench import world
from tools import postgres

OFFICERS = {
    "board, an officer": "/agenda/",
    "commitment, an officer": "/agenda/banco/M.5000/",
    "home, an officer": "/",
    "people": "/directorio/ST-CRM/personas/",
    "notices": "/avisos/",
    "monitoring, first page": "/seguimiento/",
    "monitoring, dashboard": "/seguimiento/panel/",
    "monitoring, who answers": "/seguimiento/quien/",
    "monitoring, a cycle": "/seguimiento/ciclos/banco-3/?cuerpo=ST-CRM",
    "meetings": "/reuniones/",
    "a meeting's agenda": "/reuniones/banco/agenda/",
    "requests": "/solicitudes/",
    "challenge matrix": "/agenda/san-salvador-2013/desafios/",
}
XLSX = "/agenda/exportar.xlsx?que=todo"


def cpu_ms(client, address, repeat=41):
    """Median CPU of a request in milliseconds; the first ones, which fill caches, do not count."""
    for _turn in range(min(3, repeat)):
        assert client.get(address).status_code == 200, address
    times = []
    for _turn in range(repeat):
        start = time.process_time()
        b"".join(client.get(address))  # an export is made while it is read
        times.append((time.process_time() - start) * 1e3)
    return statistics.median(times)


PAGES = {
    "board": "/agenda/",
    "board, one country": "/agenda/?pais=GT",
    "board, by responsible": "/agenda/?agrupar=responsable",
    "board, search": "/agenda/?q=informe+anual",
    "board, last page": "/agenda/?pagina=400",
    "board, one population": "/agenda/?poblacion=ninez",
    "tree": "/agenda/temas/",
    "tree, a branch": "/agenda/temas/?tema=trata&poblacion=ninez",
    "agenda on a day": "/agenda/al/2025-06-01/",
    "commitment": "/agenda/banco/M.5000/",
    "home, public": "/",
    "directory": "/directorio/",
}


def measure(database):
    """Print every page beside the plain page of the same run."""
    with world.filled(10_000) as client:
        plain = cpu_ms(client, "/acta/")
        print(f"pages, {database}: plain page {plain:.1f} ms")
        for name, address in PAGES.items():
            _print(database, name, cpu_ms(client, address), plain)
        officer = world.signed_in("ana@example.org")
        world.fill_meetings()
        for name, address in OFFICERS.items():
            _print(database, name, cpu_ms(officer, address), plain)
        _dossier(database, plain)
        spent = cpu_ms(client, "/agenda/exportar.csv?que=todo", repeat=3)
        _print(database, "10k rows as CSV", spent, plain)
        _print(database, "10k rows as XLSX", cpu_ms(client, XLSX, repeat=1), plain)
        print(f"pages, {database}: first view {world.first_view(client):.1f} kB gzipped (limit 50)")
        if database == "SQLite":
            sign_in_tells_nothing()


def _dossier(database, plain):
    """One PDF of the dossier, its content read from 10,000 commitments: CPU, and seconds by the clock."""
    from consuno.core.models import User
    from consuno.meetings.models import Sitting
    from consuno.meetings.printing.pdf import pdf
    from consuno.meetings.queries.dossier import dossier

    ana, sitting = User.objects.get(email="ana@example.org"), Sitting.objects.get(slug="banco")
    clock, start = time.perf_counter(), time.process_time()
    content = pdf(dossier(sitting, "es", ana))
    spent, waited = (time.process_time() - start) * 1e3, time.perf_counter() - clock
    _print(database, "dossier, PDF", spent, plain)
    print(f"pages, {database}: dossier in {waited:.1f} s (limit 10), {len(content) / 1024:.0f} kB")


def _print(database, name, spent, plain):
    print(
        f"pages, {database}: {name:<22} {spent:7.1f} ms = {spent / plain:.2f} plain pages",
        flush=True,
    )


def sign_in_tells_nothing(turns=200):
    """Row 18: an unknown address and a wrong password take the same time (median, 5 %)."""
    from django.test import Client, override_settings

    def once(login):
        start = time.perf_counter()
        Client().post("/cuenta/entrar/", {"login": login, "password": "no"})
        return time.perf_counter() - start

    with override_settings(ACCOUNT_RATE_LIMITS=False):
        times = [
            (once("conocida@example.org"), once("nadie@example.org")) for _turn in range(turns)
        ]
    known, unknown = (statistics.median(column) * 1e3 for column in zip(*times, strict=True))
    print(
        f"sign-in: wrong password {known:.1f} ms, unknown address {unknown:.1f} ms: {unknown / known:.3f}"
    )


def main():
    """Measure on SQLite, then on PostgreSQL where its programs are."""
    if len(sys.argv) > 1:
        measure(sys.argv[1])
        return
    measure("SQLite")
    try:
        with postgres.cluster() as url:
            command = [sys.executable, "-m", "bench.pages", "PostgreSQL"]
            subprocess.run(command, env={**os.environ, "CONSUNO_DATABASE": url}, check=True)
    except FileNotFoundError:
        print(f"pages: not measured on PostgreSQL; to have it: {postgres.INSTALL}")


if __name__ == "__main__":
    main()
