"""Limits hold for many at once, are never forgotten early, and name nobody."""

import json
import os
import subprocess
import sys

import pytest
from django.core.cache import cache

from consuno.core import counters
from consuno.core.models import Counter
from tests.elsewhere import database

#: A server's own processes have threads, each with a connection of its own.
AT_ONCE = """
import json, os, threading
from concurrent.futures import ThreadPoolExecutor
import django; django.setup()
from django.core.cache import cache
from django.core.management import call_command
from django.db import connection
from consuno.core import counters
call_command("migrate", verbosity=0)
def at_once(act):
    ready = threading.Barrier(24)
    def one(_number):
        ready.wait(30)
        try:
            return act()
        finally:
            connection.close()
    with ThreadPoolExecutor(24) as pool:
        return sorted(pool.map(one, range(24)))
told = {"numbers": at_once(lambda: counters.count("prueba", seconds=60).number)}
told["new"] = sum(at_once(lambda: cache.add("codigo", "y", 30)))
cache.set("viejo", "y", -2)
told["ended"] = sum(at_once(lambda: cache.add("viejo", "y", 30)))
print(json.dumps(told)); os._exit(0)
"""


def test_of_many_at_once_each_is_counted_and_one_takes_a_word(tmp_path, migrated):
    migrated(tmp_path / "consuno.sqlite3")
    with database("counters") as url:
        environment = {
            **os.environ, "CONSUNO_VAR": str(tmp_path), "CONSUNO_DATABASE": url, "CONSUNO_HOSTS": "localhost",
            "DJANGO_SETTINGS_MODULE": "consuno.settings",
        }  # fmt: skip
        command = [sys.executable, "-u", "-c", AT_ONCE]
        done = subprocess.run(
            command, env=environment, stdout=subprocess.PIPE, text=True, check=True
        )
    assert json.loads(done.stdout) == {"numbers": list(range(1, 25)), "new": 1, "ended": 1}


def test_a_count_ends_with_its_window(db, time_machine):
    for _each in range(3):
        last = counters.count("prueba", seconds=600)
    assert (last.number, last.left) == (3, 600)
    time_machine.shift(599)
    assert counters.count("prueba", seconds=600).number == 4
    time_machine.shift(2)
    assert counters.count("prueba", seconds=600).number == 1


def test_what_did_not_happen_is_taken_back_and_success_begins_anew(db):
    counters.count("prueba", seconds=60)
    counters.count("prueba", seconds=60)
    counters.take_back("prueba")
    assert counters.count("prueba", seconds=60).number == 2
    counters.forget("prueba")
    counters.take_back("prueba")
    assert counters.count("prueba", seconds=60).number == 1


def test_a_used_code_is_remembered_whatever_else_is_kept(db):
    cache.add("codigo", "y", 3000)
    for number in range(700):
        cache.set(f"otra:{number}", 1, 3000)
    assert not cache.add("codigo", "y", 3000)


def test_the_job_takes_away_only_what_ended(db, time_machine):
    counters.count("corto", seconds=10)
    counters.count("largo", seconds=1000)
    time_machine.shift(20)
    counters.forget_counts.run()
    assert Counter.objects.count() == 1
    assert counters.count("largo", seconds=1000).number == 2


def test_the_table_says_neither_what_nor_whose(db, settings):
    counters.count("vault_tries", "rosa@example.org", seconds=60)
    cache.set("allauth:ip:203.0.113.7", [1.5], 60)
    kept = repr(list(Counter.objects.values()))
    assert "rosa" not in kept
    assert "203.0" not in kept
    assert "vault" not in kept
    before = counters.named("a")
    settings.SECRET_KEY = "otra clave de este servidor, tan larga como debe"
    assert counters.named("a") != before, "who copies the table cannot try addresses out"


def test_values_are_kept_as_a_library_expects(db, time_machine):
    cache.set("h", [2.5, 1.5], 60)
    assert cache.get("h") == [2.5, 1.5]
    assert cache.touch("h", 600)
    time_machine.shift(100)
    assert cache.get("h") == [2.5, 1.5]
    assert cache.delete("h")
    assert not cache.delete("h")
    assert cache.get("h", "nada") == "nada"


@pytest.mark.parametrize(
    ("left", "words"), [(1, "1 minuto"), (61, "2 minutos"), (3601, "2 horas"), (3600, "60 minutos")]
)
def test_when_to_come_back_is_said(left, words):
    assert words in counters.Count(9, left).wait
