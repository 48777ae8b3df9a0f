"""A failure leaves a reference and its places in the log, and nothing that names or opens anything."""

import io
import logging
import re

import pytest
from django.db import IntegrityError
from gunicorn.config import Config

from consuno.core import jobs
from consuno.core.logs import Plain
from consuno.site.server_log import Logger
from consuno.site.serving import server

CANARY = "María Inventada 4471"


@pytest.fixture
def log():
    kept = io.StringIO()
    handler = logging.StreamHandler(kept)
    handler.setFormatter(Plain())
    root = logging.getLogger()
    root.addHandler(handler)
    yield kept.getvalue
    root.removeHandler(handler)


@pytest.mark.django_db
def test_row_47_a_failure_is_found_by_its_reference(client, log, monkeypatch):
    def breaks():
        try:
            raise ValueError(CANARY)
        except ValueError as error:
            raise IntegrityError(f"Key (email)=({CANARY}) exists") from error

    monkeypatch.setattr("consuno.site.trace.parts", breaks)
    client.raise_request_exception = False
    page = client.get("/acta/", {"q": CANARY}).content.decode()
    reference = re.search(r"<strong>([0-9A-F]{8})</strong>", page)[1]
    said = log()
    assert f"500 GET acta/ ref={reference}" in said
    assert re.search(r"test_logs\.py:\d+ breaks", said)
    assert said.index("ValueError") < said.index("django.db.utils.IntegrityError")
    assert CANARY not in said
    assert "4471" not in said


@pytest.mark.django_db
def test_an_address_that_opens_something_is_never_in_it(client, log):
    client.raise_request_exception = False
    client.get("/cuenta/recuperar/MQ-secreto4471/", headers={"host": "4471.example.org"})
    client.get("/invitacion/secreto4471/")
    assert "4471" not in log()


def test_what_a_job_says_of_itself_stays(log):
    try:
        raise jobs.JobFailedError("OSError (consuno.core.mail:90)")
    except jobs.JobFailedError:
        logging.getLogger("procrastinate.worker").exception("Job ended")
    assert "JobFailedError: OSError (consuno.core.mail:90)" in log()


def test_the_application_server_names_neither_address_nor_who_asked(capsys):
    said = Logger(Config())
    said.warning("Invalid request from ip=203.0.113.9: 'GET /invitacion/secreto4471'")
    try:
        raise ValueError(CANARY)
    except ValueError:
        said.exception("Error handling request %s", "/cuenta/recuperar/secreto4471/")
    said.warning("Worker (pid:%s) was sent SIG%s", 7, "TERM")
    told = capsys.readouterr().err
    assert "Invalid request\n" in told
    assert "Error handling request\n" in told
    assert "builtins.ValueError" in told
    assert "pid:7" in told
    assert not re.search("4471|203.0", told)
    assert "consuno.site.server_log.Logger" in server("127.0.0.1", 8000, 2)
