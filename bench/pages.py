"""Pages at 10,000 commitments: server CPU beside a plain page of the same site, in one run.

The plain page is the minutes of 2013, made of a file in memory. CPU time of this process for
one request through the whole stack, without the network; SQLite in memory.
"""

import statistics
import time

from bench import world


def cpu_ms(client, address, repeat=41):
    """Median CPU of a request in milliseconds; the first ones, which fill caches, do not count."""
    for _turn in range(3):
        assert client.get(address).status_code == 200, address
    times = []
    for _turn in range(repeat):
        start = time.process_time()
        client.get(address)
        times.append((time.process_time() - start) * 1e3)
    return statistics.median(times)


PAGES = {
    "board": "/agenda/",
    "board, one country": "/agenda/?pais=GT",
    "board, by responsible": "/agenda/?agrupar=responsable",
    "board, search": "/agenda/?q=informe+anual",
    "board, last page": "/agenda/?pagina=400",
    "commitment": "/agenda/banco/M.5000/",
    "home, public": "/",
    "directory": "/directorio/",
}


def main():
    with world.filled(10_000) as client:
        plain = cpu_ms(client, "/acta/")
        print(f"pages: plain page {plain:.1f} ms")
        for name, address in PAGES.items():
            spent = cpu_ms(client, address)
            print(f"pages: {name:<22} {spent:6.1f} ms = {spent / plain:.2f} plain pages")
        print(f"pages: first view {world.first_view(client):.1f} kB gzipped (limit 50)")


if __name__ == "__main__":
    main()
