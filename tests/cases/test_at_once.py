"""Thirty-two people file at the same moment, on a server of its own: nobody gets an error, nothing is lost."""

import contextlib
import re
import signal
import sqlite3
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from itertools import chain
from pathlib import Path

import pytest

from bench.complaint_site import Browser, file_one, running
from consuno.core.vault import receipts
from tests.cases.test_dump import CANARIES, found_in, shapes
from tests.elsewhere import database

#: One server for all of them, so one worker.
pytestmark = pytest.mark.xdist_group("site")

COUNT = """
import django; django.setup()
from consuno.cases.models import Complaint
from consuno.core.models import Wrap
sent = list(Complaint.objects.filter(status="sent").values_list("folio", flat=True))
print(len(sent), len(set(sent)), Wrap.objects.filter(grant__holder__kind="organisation").count())
from consuno.core.vault import sections
print(sections.out_of_step(), Complaint.objects.filter(status="draft").count())
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory, migrated):
    folder = tmp_path_factory.mktemp("site")
    migrated(folder / "var" / "consuno.sqlite3")
    with database() as url, running(folder, url) as found:
        yield found


def counted(site):
    done = subprocess.run(
        [sys.executable, "-c", COUNT],
        env=site.environment,
        capture_output=True,
        text=True,
        check=True,
    )
    return [int(each) for each in done.stdout.split()]


def test_of_many_receipts_typed_at_once_exactly_so_many_are_tried(site):
    """32 browsers of one network, eight tries each: 120 are answered, the others wait; another network does not."""

    def tries(network):
        browser = Browser(site.port, network)
        browser.ask("GET", "/denuncia/volver/")
        return [browser.ask("POST", "/denuncia/volver/", receipt="NO")[0] for _each in range(8)]

    with ThreadPoolExecutor(32) as people:
        answers = list(chain.from_iterable(people.map(tries, ["203.0.113.7"] * 32)))
    assert (answers.count(200), answers.count(429)) == (120, 136)
    assert tries("203.0.113.8") == [200] * 8


def test_row_27_thirty_two_at_once_no_error_none_lost_folios_unique(site):
    before = counted(site)
    ready = threading.Barrier(32)

    def one(number):
        ready.wait(30)
        return file_one(site.port, twice=number % 2 == 0)

    with ThreadPoolExecutor(32) as people:
        codes = list(people.map(one, range(32)))
    assert len(set(codes)) == 32
    sent, folios, wraps, out_of_step, drafts = counted(site)
    assert sent == folios == before[0] + 32
    assert (
        wraps == before[2] + 64
    )  # story and identity, once each: pressing twice sent nothing twice
    assert (out_of_step, drafts) == (0, 0)
    browser = Browser(site.port)
    browser.ask("GET", "/denuncia/volver/")
    assert browser.ask("POST", "/denuncia/volver/", receipt=codes[0])[1] == "/denuncia/mia/"
    assert re.search("Está enviada", browser.ask("GET", "/denuncia/mia/")[2])


KILLED = """
import os, signal, sys
import django; django.setup()
from consuno.cases import actions
from consuno.core.vault import receipts, sections
from consuno.cases.models import Complaint
mine = receipts.new()
actions.begin_complaint(country="GT", codes=["DEMO:ALB-GT"], by=mine)
actions.save_draft(narrative={"what": "(inventado)"}, identity={}, by=mine)
step, seen = int(sys.argv[1]), 0
from django.db.backends.utils import CursorWrapper
real = CursorWrapper.execute
def execute(self, sql, params=None):
    global seen
    if sql.split(None, 1)[0] in {"INSERT", "UPDATE", "DELETE"}:
        seen += 1
        if seen == step:
            os.kill(os.getpid(), signal.SIGKILL)
    return real(self, sql, params)
CursorWrapper.execute = execute
actions.send_complaint(by=mine)
print("sent")
"""


def test_row_26_killed_at_any_step_it_is_as_before_or_sent(site):
    before = counted(site)
    for step in range(1, 12):
        done = subprocess.run(
            [sys.executable, "-c", KILLED, str(step)], env=site.environment, capture_output=True,
            text=True, check=False,
        )  # fmt: skip
        if done.returncode == 0:
            break
        assert done.returncode == -signal.SIGKILL, done.stderr
    else:
        pytest.fail("more steps than were tried")
    sent, _folios, wraps, out_of_step, drafts = counted(site)
    assert step > 4
    assert (sent, drafts) == (before[0] + 1, step - 1)
    assert (wraps, out_of_step) == (before[2] + 2, 0)


def test_row_1_nothing_of_it_is_in_the_files_of_the_database_its_log_its_copies_or_a_plain_dump(
    site,
):
    code = file_one(site.port, name=CANARIES["name"], contact=CANARIES["contact"])
    var = Path(site.environment["CONSUNO_VAR"])
    if url := site.environment["CONSUNO_DATABASE"]:
        dumped = subprocess.run(["pg_dump", url], capture_output=True, check=True).stdout
        assert b"core_section" in dumped
        kept = {"pg_dump": dumped}
    else:
        command = [sys.executable, "-m", "consuno", "backup", str(var / "copy")]
        subprocess.run(command, env=site.environment, check=True, capture_output=True)
        kept = {}
    kept |= {
        str(path): path.read_bytes()
        for path in var.rglob("*")
        if path.is_file() and "static" not in path.parts
    }
    assert len(kept) >= 2
    plain = receipts.read(code)
    words = {
        "story": "La obligaron a trabajar sin paga",
        "code": code,
        "words": " ".join(plain.words()),
    }
    for name, content in kept.items():
        assert found_in(content) == set(), name
        for word in words.values():
            assert not any(shape in content for shape in shapes(word)), name


FORGET = """
import django; django.setup()
from consuno.core.traces import forget_erased
forget_erased.run()
"""


@pytest.mark.parametrize("reading", [False, True])
def test_row_1_what_was_erased_is_in_no_file_of_the_database(site, reading):
    """Not even sealed: SQLite's log is emptied once that is committed, or by the job where somebody was reading."""
    if site.environment["CONSUNO_DATABASE"]:
        pytest.skip("PostgreSQL keeps a row until VACUUM; the install guide says so")
    folder = Path(site.environment["CONSUNO_VAR"])
    # Somebody else is at the database, as the worker always is: nobody's closing empties the log.
    with contextlib.closing(sqlite3.connect(folder / "consuno.sqlite3")) as base:
        code = file_one(site.port)
        rows = "SELECT sealed FROM core_section ORDER BY rowid DESC LIMIT 2"
        wraps = "SELECT sealed FROM core_wrap ORDER BY rowid DESC LIMIT 4"
        told = [row[0] for query in (rows, wraps) for row in base.execute(query).fetchall()]
        assert len(told) == 6
        if reading:
            base.execute("BEGIN")
            base.execute("SELECT count(*) FROM core_section").fetchone()
        assert all(_on_disk(folder, each) for each in told)
        _withdraw(site, code)
        assert any(_on_disk(folder, each) for each in told) == reading
        base.rollback()
        if reading:
            subprocess.run([sys.executable, "-c", FORGET], env=site.environment, check=True)
        assert not any(_on_disk(folder, each) for each in told)


def _withdraw(site, code):
    browser = Browser(site.port)
    browser.ask("GET", "/denuncia/volver/")
    browser.ask("POST", "/denuncia/volver/", receipt=code)
    browser.ask("GET", "/denuncia/retirar/")
    assert browser.ask("POST", "/denuncia/retirar/")[1] == "/denuncia/mia/"


def _on_disk(folder, content):
    # By another process: to open and close the file here would end our own locks on it.
    files = [str(path) for path in folder.glob("consuno.sqlite3*")]
    return content[:100] in subprocess.run(["cat", *files], capture_output=True, check=True).stdout
