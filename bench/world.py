"""A site with many commitments, in a database that is thrown away."""

import contextlib
import gzip
import os
import re
from collections.abc import Iterator

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")


def fill(count: int) -> None:
    """Invented commitments: a third without date, a fifth owed by each of 11 countries."""
    import datetime

    from consuno.agenda.models import Commitment, Meeting, Theme
    from consuno.core.bilingual import Bilingual

    day = datetime.date(2024, 1, 1)
    meeting = Meeting.objects.create(
        slug="banco", title=Bilingual("Banco", "Bench"), starts=day, ends=day, public=True
    )
    themes = list(Theme.objects.all())
    made = Commitment.objects.bulk_create(
        (
            Commitment(
                meeting=meeting, ref=f"M.{n}", kind="agreement", theme=themes[n % 4], order=n,
                statement=Bilingual(f"Enviar el informe {n}", f"Send report {n}"), lines=[n],
                search_text=f"m.{n} enviar el informe {n} {'anual' if n % 7 else 'mensual'}",
                distributive=n % 5 == 0, since=day,
                due_on=day + datetime.timedelta(days=n % 2000) if n % 3 else None,
            )
            for n in range(count)
        ),
        batch_size=500,
    )  # fmt: skip
    _tie(made)


def _tie(made: list) -> None:
    """Their populations, whoever answers, and the countries of those that each country owes."""
    from consuno.agenda.models import Commitment, Instance, Party, Population
    from consuno.directory.models import Body, Country

    groups, bodies = list(Population.objects.all()), list(Body.objects.all())
    tie = Commitment.populations.through
    tie.objects.bulk_create(
        (
            tie(commitment=item, population=groups[n % len(groups)])
            for n, item in enumerate(made)
            if n % 4
        ),
        batch_size=500,
    )
    Party.objects.bulk_create(
        (
            Party(
                commitment=item, role="responsible", body=bodies[n % len(bodies)],
                country=bodies[n % len(bodies)].country,
            )
            for n, item in enumerate(made)
        ),
        batch_size=500,
    )  # fmt: skip
    countries = list(Country.objects.all())
    Instance.objects.bulk_create(
        (
            Instance(commitment=item, country=country)
            for item in made
            if item.distributive
            for country in countries
        ),
        batch_size=500,
    )


def fill_monitoring(reports: int) -> None:
    """Eleven invented cycles and their reports: one body answers for each commitment."""
    import datetime

    from consuno.agenda.models import Commitment
    from consuno.directory.models import Body
    from consuno.monitoring.models import Cycle, Obligation, Report

    bodies = list(Body.objects.exclude(kind="group"))
    items = list(Commitment.objects.filter(meeting__slug="banco").values_list("pk", flat=True))
    found = ("", "complete", "substantial", "limited", "divergent")
    owed = Obligation.objects.bulk_create(
        (
            Obligation(
                commitment_id=pk, body=bodies[n % len(bodies)], found=found[n % 5],
                said_on=datetime.date(2025, 1, 1) if n % 5 else None,
            )
            for n, pk in enumerate(items)
        ),
        batch_size=500,
    )  # fmt: skip
    day = datetime.date(2025, 1, 1)
    cycles = [
        Cycle.objects.create(
            code=f"banco-{n}", forum="Banco", reports_due=day, reviews_due=day, opened_on=day,
            publishes_on=day + datetime.timedelta(days=n), drafted_by=bodies[0],
        )
        for n in range(11)
    ]  # fmt: skip
    asked = ((cycle, duty) for cycle in cycles for duty in owed)
    said = datetime.datetime(2025, 1, 1, tzinfo=datetime.UTC)
    Report.objects.bulk_create(
        (
            Report(
                cycle=cycle,
                obligation=duty,
                state="in_review" if n % 3 else "requested",
                narrative="Informe de banco",
                rating="limited",
                submitted_at=said,
            )
            for n, (cycle, duty) in zip(range(reports), asked, strict=False)
        ),
        batch_size=500,
    )


def fill_meetings() -> None:
    """A meeting whose agenda is computed from all that is late."""
    import datetime

    from consuno.core.models import User
    from consuno.meetings import actions
    from consuno.meetings.models import Sitting

    ana = User.objects.get(email="ana@example.org")
    day = datetime.date(2026, 12, 1)
    made = actions.plan_sitting(
        series="adhoc", title="Banco", place="", starts=day, ends=None, public=False, by=ana
    )
    Sitting.objects.filter(pk=made.pk).update(slug="banco")
    actions.compute_agenda(sitting=made, by=ana)


@contextlib.contextmanager
def filled(count: int) -> Iterator:
    """Give a browser on a site with `count` commitments."""
    import django

    django.setup()
    from django.db import connection
    from django.test import Client
    from django.test.utils import setup_test_environment, teardown_test_environment

    from consuno.agenda.actions import load_agenda
    from consuno.directory.actions import load_bodies

    setup_test_environment()
    old = connection.settings_dict["NAME"]
    connection.creation.create_test_db(verbosity=0)
    try:
        load_bodies()
        load_agenda()
        fill(count)
        fill_monitoring(5 * count)
        # A page rendered under test records every template; the signal is not part of the page.
        teardown_test_environment()
        yield Client()
    finally:
        connection.creation.destroy_test_db(old, verbosity=0)


def signed_in(email: str):
    """Give a browser in which an officer of ST-CRM is signed in, with both factors."""
    from django.test import Client

    from consuno.core.accounts import create_account
    from consuno.directory.actions import appoint
    from consuno.directory.models import Body, Role
    from tests.factors import set_second_factor

    user = create_account(email=email, name="Ana de Banco", by=None)
    appoint(user=user, body=Body.objects.get(code="ST-CRM"), role=Role.OFFICER, by=None)
    set_second_factor(user)
    create_account(
        email="conocida@example.org", name="Conocida", by=None, password="tejado-manzana-vela"
    )
    client = Client()
    client.force_login(user)
    return client


def first_view(client) -> float:
    """Size in kB of the board and of what it asks for, gzipped."""
    from django.contrib.staticfiles import finders

    page = client.get("/agenda/").content
    size = len(gzip.compress(page))
    for name in set(re.findall(r'(?:src|href)="/static/([^"]+)"', page.decode())):
        with open(finders.find(name), "rb") as file:
            size += len(gzip.compress(file.read()))
    return size / 1000
