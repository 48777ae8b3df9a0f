"""Search at 100,000 records and the finder at 20,000 services, beside the databases' own plain query.

The plain query is what one would write without us: `ts_rank` over the same index on PostgreSQL,
`bm25` on SQLite, for the same two common words, in the same run. Wall time of the question, because
the database's own time counts; the finder's page in CPU of this process beside a plain page.
"""

import csv
import os
import random
import statistics
import subprocess
import sys
import time
from pathlib import Path

from bench import world
from tools import postgres

RECORDS, SERVICES = 100_000, 20_000
COMMON = "trata migrantes"
QUESTIONS = {
    "two common words": COMMON, "a rare word": "palabra77", "one common word": "protección",
    "misspelt": "protecsion consular", "four words": "retorno familias frontera atención",
}  # fmt: skip
SET = Path(__file__).parent.parent / "tests" / "site" / "search_set.csv"
FILLER = (
    "trata migrantes protección retorno consular niñez frontera acuerdo país plazo informe red"
    " secretaría atención familias derechos registro datos curso visita"
).split()


def fill_records(count):
    """Records of 80 words: each common word in a third of them, and some rare ones."""
    from consuno.core.models import SearchEntry
    from consuno.core.search.analysis import tokens
    from consuno.core.search.indexing import _learn

    chance, batch = random.Random(7), []
    for number in range(count):
        said = chance.sample(FILLER, 7) + [f"palabra{chance.randrange(20_000)}" for _ in range(20)]
        title, text = " ".join(said[:4]), " ".join(said)
        batch.append(SearchEntry(
            kind="banco", key=str(number), language="es", title=title, text=text, path="/",
            country=chance.choice(("GT", "HN", "SV")), year=2010 + number % 15, digest="",
            tokens=tokens(title, text, "es"),
        ))  # fmt: skip
        if len(batch) == 2000:
            SearchEntry.objects.bulk_create(batch)
            _learn(batch[:200])
            batch = []


def fill_services(count):
    """Services of four countries, each with three words of ours."""
    from consuno.core import clock
    from consuno.core.bilingual import Bilingual
    from consuno.core.vocabularies import words
    from consuno.directory.models import Body
    from consuno.services.models import Service, Trait

    bodies = list(Body.objects.filter(kind="migration").select_related("country"))
    needs, today = list(words("needs")), clock.today()
    made = Service.objects.bulk_create(
        [
            Service(
                body=bodies[n % len(bodies)], country=bodies[n % len(bodies)].country,
                name=Bilingual(f"Servicio {n}"), status="active", confirmed_on=today,
                minimum_age=18 if n % 3 else None, sex="women" if n % 5 == 0 else "",
            )
            for n in range(count)
        ],
        batch_size=1000,
    )  # fmt: skip
    Trait.objects.bulk_create(
        [
            Trait(service=service, vocabulary="needs", slug=needs[(n + k) % len(needs)])
            for n, service in enumerate(made)
            for k in range(3)
        ],
        batch_size=2000,
    )


def wall_ms(job, repeat=60):
    """Median and 95th percentile of a job, in milliseconds of wall time."""
    job()
    times = []
    for _turn in range(repeat):
        start = time.perf_counter()
        job()
        times.append((time.perf_counter() - start) * 1e3)
    return statistics.median(times), statistics.quantiles(times, n=20)[-1]


def plain_query():
    """The database's own ranking of the same two common words: its first ten."""
    from django.db import connection

    from consuno.core.search.analysis import stem

    first, second = (stem(word, "es") for word in COMMON.split())
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(
                "SELECT id FROM core_searchentry, to_tsquery('simple', %s) q WHERE vector @@ q"
                " ORDER BY ts_rank(vector, q) DESC LIMIT 10",
                [f"{first} & {second}"],
            )
        else:
            cursor.execute(
                "SELECT rowid FROM core_searchindex WHERE core_searchindex MATCH %s"
                " ORDER BY rank LIMIT 10",
                [f'"{first}" AND "{second}"'],
            )
        return cursor.fetchall()


def measure(database):
    """Print both, each beside its peer."""
    from bench.pages import cpu_ms

    with world.filled(1000) as client:
        from consuno.core import search
        from consuno.knowledge.actions import load_law

        load_law()
        search.rebuild_search.run()
        rows = list(csv.DictReader(SET.open(encoding="utf-8")))
        right = sum(
            any(
                each.entry.path.startswith(row["path"])
                for each in search.find(search.Wanted(row["query"]), members=False).results[:3]
            )
            for row in rows
        )
        print(f"search, {database}: success at 3 {right / len(rows):.2f} of {len(rows)} questions")
        fill_records(RECORDS)
        _settle()
        middle, slow = wall_ms(plain_query, repeat=20)
        print(
            f"search, {database}: its own ranking of two common words {middle:.0f}, p95 {slow:.0f} ms"
        )
        for name, text in QUESTIONS.items():
            ours, late = wall_ms(lambda text=text: search.find(search.Wanted(text), members=False))
            print(
                f"search, {database}: {name} {ours:.0f}, p95 {late:.0f} ms, {late / slow:.2f} of it"
            )
        plain = cpu_ms(client, "/acta/")
        fill_services(SERVICES)
        _settle()
        for name, address in {
            "finder, need and country": "/servicios/?necesidad=salud&pais=GT",
            "finder, with a profile": "/servicios/?necesidad=salud&pais=GT&edad=12-17&sexo=men",
        }.items():
            spent = cpu_ms(client, address)
            print(
                f"pages, {database}: {name} {spent:.1f} ms, {spent / plain:.1f} of a plain page ({plain:.1f})"
            )


def _settle():
    """As after a night: the planner knows the table."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def main():
    """Measure SQLite, then PostgreSQL where there is one; or the database named."""
    if len(sys.argv) > 1:
        measure(sys.argv[1])
        return
    subprocess.run([sys.executable, "-m", "bench.search", "SQLite"], check=True)
    with postgres.cluster() as url:
        environment = {**os.environ, "CONSUNO_DATABASE": url}
        subprocess.run(
            [sys.executable, "-m", "bench.search", "PostgreSQL"], check=True, env=environment
        )


if __name__ == "__main__":
    main()
