"""Pages of a long text under consultation, beside a plain page of the same site: server CPU.

    python -m bench.consultation

200 clauses in both languages, a round with eleven countries and the network, 600 observations (one in five
disposed of), a position of every country. SQLite in memory.
"""

from __future__ import annotations

import datetime
import random

from bench import world
from bench.pages import cpu_ms
from bench.redline import clause

CLAUSES, OBSERVATIONS = 200, 600


def fill() -> dict[str, str]:
    """Make the text, its round, what was observed and the positions; return the pages to measure."""
    from consuno.consultation import actions
    from consuno.consultation.models import Disposition, Observation, Position
    from consuno.core import clock
    from consuno.core.bilingual import Bilingual
    from consuno.core.models import User
    from consuno.directory.models import Body

    chance = random.Random(2013)
    ana = User.objects.get(email="ana@example.org")
    proposal = actions.propose(
        title=Bilingual("Texto de prueba", "Test text"), kind="protocol",
        body=Body.objects.get(code="ST-CRM"), by=ana,
    )  # fmt: skip
    draft = proposal.versions.get()
    for language in ("es", "en"):
        texts = [clause(chance) for _each in range(CLAUSES)]
        actions.take_in(version=draft, language=language, paragraphs=texts, by=ana)
    version = actions.freeze(version=draft, by=ana)
    bodies = [*Body.objects.filter(code__startswith="PAIS:"), Body.objects.get(code="RROCM")]
    asked = actions.open_round(
        version=version, kind="formal", closes=clock.today() + datetime.timedelta(days=40),
        languages="both", bodies=bodies, by=ana,
    )  # fmt: skip
    made = Observation.objects.bulk_create(
        Observation(
            round=asked, body=chance.choice(bodies), uid=chance.randint(1, CLAUSES), by=ana,
            kind=chance.choice(Observation.Kind.values), text=clause(chance), submitted_at=clock.now(),
        )
        for _each in range(OBSERVATIONS)
    )  # fmt: skip
    Disposition.objects.bulk_create(
        Disposition(observation=each, verdict="accepted", reason="Sí.", by=ana)
        for each in made[::5]
    )
    Position.objects.bulk_create(
        Position(version=version, body=body, kind="consent", by=ana, confirmed_at=clock.now())
        for body in bodies[:11]
    )
    one, there = proposal.get_absolute_url(), asked.get_absolute_url()
    return {
        "heat map": f"{there}mapa/", "the round": there, "positions": f"{one}posturas/",
        "the text": version.get_absolute_url(), "the proposal": one, "desk": "/propuestas/",
    }  # fmt: skip


def main() -> None:
    """Print each page beside the plain page of the same run."""
    with world.filled(10_000) as client:
        plain = cpu_ms(client, "/acta/")
        officer = world.signed_in("ana@example.org")
        pages = fill()
        print(
            f"consultation: plain page {plain:.1f} ms; {CLAUSES} clauses, {OBSERVATIONS} observations"
        )
        for name, address in pages.items():
            spent = cpu_ms(officer, address, repeat=21)
            print(f"consultation: {name:<14} {spent:7.1f} ms = {spent / plain:.2f} plain pages")


if __name__ == "__main__":
    main()
