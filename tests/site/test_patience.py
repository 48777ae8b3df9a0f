"""A site answers while others send halfway, on a server of its own."""

import http.client
import socket
import time

import pytest

from bench.complaint_site import Browser, running
from consuno.site import patience
from tests.elsewhere import database

pytestmark = pytest.mark.xdist_group("site")


@pytest.fixture(scope="module")
def port(tmp_path_factory, migrated):
    folder = tmp_path_factory.mktemp("patience")
    migrated(folder / "var" / "consuno.sqlite3")
    with database("patience") as url, running(folder, url) as found:
        yield found.port


HALVES = {
    "no head": b"POST /cuenta/entrar/ HTTP/1.1\r\nHost: 127.0.0.1\r\nX-A: ",
    "small body": b"POST /cuenta/entrar/ HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 900\r\n\r\nlogin=",
    "large body": b"POST /cuenta/entrar/ HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 900000\r\n\r\nlogin=",
    "file": b"POST /denuncia/archivo/ HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: multipart/form-data; boundary=s\r\n"
    b"Content-Length: 40000000\r\n\r\n--s\r\n",
    "in pieces": b"POST /cuenta/entrar/ HTTP/1.1\r\nHost: 127.0.0.1\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nlo",
}  # fmt: skip


def asked(port):
    """The status of a page, and the seconds it took."""
    began = time.monotonic()
    line = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    line.request("GET", "/denuncia/volver/")
    answer = line.getresponse()
    answer.read()
    return answer.status, time.monotonic() - began


@pytest.mark.parametrize("half", HALVES)
def test_sixty_sent_halfway_and_the_site_answers(port, half):
    asked(port)
    lines = [socket.create_connection(("127.0.0.1", port)) for _each in range(60)]
    try:
        for line in lines:
            line.sendall(HALVES[half])
        time.sleep(0.3)
        for _each in range(3):
            status, seconds = asked(port)
            assert status == 200
            assert (
                seconds < 5
            )  # where threads wait, it is the ten seconds after which they give up, and more
    finally:
        for line in lines:
            line.close()


def test_a_body_that_comes_late_but_comes_is_read(port):
    line = socket.create_connection(("127.0.0.1", port), timeout=10)
    whole = b"POST /csp/ HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}"
    for at in range(0, len(whole), 40):
        line.sendall(whole[at : at + 40])
        time.sleep(0.1)
    assert line.recv(100).startswith(b"HTTP/1.1 204")


def test_one_line_serves_many_requests_and_a_large_form_arrives(port):
    browser = Browser(port)
    browser.ask("GET", "/denuncia/volver/")
    for receipt in ("x", "x" * 300_000, "x"):
        assert browser.ask("POST", "/denuncia/volver/", receipt=receipt)[0] == 200


@pytest.mark.parametrize(
    ("come", "wanted"),
    [
        (b"GET / HTTP/1.1\r\nHost: a", None),
        (b"GET / HTTP/1.1\r\nHost: a\r\n\r\n", 27),
        (b"POST / HTTP/1.1\r\nContent-Length: 5\r\n\r\nab", 43),
        (
            b"POST / HTTP/1.1\r\ncontent-length:5\r\nTransfer-Encoding: chunked\r\n\r\nab",
            patience.SMALL * 1024,
        ),
        (b"x" * patience.SMALL, patience.SMALL + 1),
    ],
)
def test_what_a_request_still_needs(come, wanted):
    assert patience._wanted(come) == wanted
