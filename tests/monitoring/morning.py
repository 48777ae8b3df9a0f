"""A morning of the workers, told by processes of its own: `python -m tests.monitoring.morning`.

Prints, for two workers at once and for one killed at each of its writes and followed by another, how often the
most told was told. Everybody is invented.
"""

import datetime
import email
import json
import os
import signal
import sys
from collections import Counter
from functools import partial
from itertools import count

import django

django.setup()

from django.conf import settings  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.db import connection, connections  # noqa: E402
from django.db.backends.utils import CursorWrapper  # noqa: E402
from procrastinate.contrib.django import app  # noqa: E402

from consuno.agenda.actions import load_agenda  # noqa: E402
from consuno.agenda.models import Commitment  # noqa: E402
from consuno.core import clock, jobs  # noqa: E402
from consuno.core.models import Notice, QueuedJob  # noqa: E402
from consuno.core.notices import send_digests  # noqa: E402
from consuno.core.search import paused  # noqa: E402
from consuno.directory.actions import load_bodies, load_jurisdictions  # noqa: E402
from consuno.directory.models import Body  # noqa: E402
from consuno.monitoring import actions  # noqa: E402
from consuno.monitoring.models import Obligation, Reminder  # noqa: E402
from consuno.site.demo import load_cast  # noqa: E402

BODIES = ("DGM:SV", "DGM:HN", "DGM:MX", "ST-RROCM")
REAL = CursorWrapper.execute


def prepare():
    """Twelve obligations that fall due in a week."""
    call_command("migrate", interactive=False, verbosity=0)
    with paused():
        load_bodies(), load_jurisdictions(), load_agenda(), load_cast()
    due = clock.today() + datetime.timedelta(days=7)
    for item in Commitment.objects.filter(owed=True).order_by("pk")[:3]:
        Commitment.objects.filter(pk=item.pk).update(due_on=due)
        for code in BODIES:
            Obligation.objects.create(commitment=item, body=Body.objects.get(code=code))


def tell(*, killed_at=0):
    """What the workers do in the morning, in this process, killed at one of its writes."""
    seen = 0

    def execute(self, sql, params=None):
        nonlocal seen
        if sql.split(None, 1)[0] in {"INSERT", "UPDATE", "DELETE"}:
            seen += 1
            if seen == killed_at:
                os.kill(os.getpid(), signal.SIGKILL)
        return REAL(self, sql, params)

    CursorWrapper.execute = execute
    actions.remind.run()
    send_digests.run()
    CursorWrapper.execute = REAL


def apart(act, *, times=1):
    """Do it in so many processes at once; say whether all ended well."""
    connections.close_all()
    if connection.vendor == "postgresql":
        connection.close_pool()  # a pool's lines must not be shared with a child
    children = []
    for _each in range(times):
        child = os.fork()
        if child == 0:
            act()
            os._exit(0)
        children.append(child)
    return all(os.waitpid(child, 0)[1] == 0 for child in children)


def forget():
    """As before that morning."""
    Reminder.objects.all().delete()
    Notice.objects.all().delete()
    QueuedJob.objects.all().delete()
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("TRUNCATE procrastinate_jobs CASCADE")


def told():
    """Rungs, and how often the most told was told; the same of notices; how many letters wait to leave."""
    rungs = Counter(Reminder.objects.values_list("obligation", "kind", "due_on", "rung"))
    notices = Counter((each.user_id, str(each.ids)) for each in Notice.objects.all())
    counted = [(len(each), max(each.values(), default=0)) for each in (rungs, notices)]
    return [*counted, jobs.waiting()]


def letters():
    """Let the letters leave: how many addressees there were, and how many the most written to got."""
    app.periodic_registry.periodic_tasks.clear()  # that morning only: not what falls due as this runs
    jobs.work(until_empty=True)
    found = Counter()
    for path in settings.EMAIL_FILE_PATH.glob("*.log"):
        for part in path.read_text("utf-8").split("-" * 79 + "\n"):
            if part.strip():
                found[email.message_from_string(part)["To"]] += 1
    return [len(found), max(found.values())]


def main():
    """Write what came of it."""
    prepare()
    forget()
    found = {"alone": (apart(tell), told())}
    for step in count(1):
        forget()
        if apart(partial(tell, killed_at=step)):
            break
        apart(tell)
        found[f"killed at {step}"] = (True, told())
    forget()
    found["two"] = (apart(tell, times=2), told())
    found["letters"] = letters()
    sys.stdout.write(json.dumps(found))


if __name__ == "__main__":
    main()
