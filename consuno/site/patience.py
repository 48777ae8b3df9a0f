"""The web server's worker: no thread waits for what has not come yet, and uploads have threads of their own.

Gunicorn's threads read a request while it arrives, so two dozen bodies sent halfway stop a site. Here a connection is
given to a thread only when the kernel holds all of its request. What is too large for that is read by a few threads
apart, so many for each client, each byte within a time and the whole within another. Behind a web server that buffers
(docs/operations/install.md) little of this is ever needed; without one it is what keeps pages answering.
"""

from __future__ import annotations

import os
import re
import selectors
import socket
import struct
import time
from collections import Counter
from concurrent import futures
from functools import partial
from typing import Any

from gunicorn.workers.gthread import TConn, ThreadWorker  # type: ignore[import-untyped]

#: Bytes of a request that the kernel surely holds for us; seconds that it may take to come.
SMALL, PATIENCE = 48 * 1024, 10.0
#: Seconds without a byte, either way; of an upload, seconds at first and bytes a second after them.
STALL, BEGIN, SLOWEST = 20, 30.0, 16 * 1024
#: Threads of a worker for uploads; uploads of one client at a time, where clients are told apart.
UPLOADS, EACH = 4, 2
#: Seconds that an upload may go on once the server is being stopped.
LAST = 5.0
#: How often what waits is looked at, in seconds.
TICK = 0.05
_LENGTH = re.compile(rb"\r\ncontent-length:[ \t]*(\d{1,12})[ \t]*\r\n", re.I)
_CHUNKED = re.compile(rb"\r\ntransfer-encoding:", re.I)
_LOOPBACK = ("127.0.0.1", "::1", "")


class Worker(ThreadWorker):  # type: ignore[misc]
    """As Gunicorn's, but connections wait without a thread."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        #: Connections whose request has not come yet -> until when it may.
        self.waiting: dict[TConn, float] = {}
        #: Those of them of which no byte has come.
        self.silent: set[TConn] = set()
        #: Uploads under way -> until when; those that wait for their client's others.
        self.reading: dict[TConn, float] = {}
        self.queued: list[tuple[TConn, int]] = []
        self.upload_pool: futures.ThreadPoolExecutor | None = None

    def init_process(self) -> None:
        """Make the threads for uploads before anything is accepted."""
        self.upload_pool = futures.ThreadPoolExecutor(max_workers=UPLOADS)
        super().init_process()

    def enqueue_req(self, conn: TConn) -> None:
        """Wait for the request, where Gunicorn would take a thread."""
        _limit(conn.sock)
        buffered = conn.parser.unreader.buf.getvalue() if conn.parser else b""
        if buffered or self.cfg.is_ssl:
            self._submit(self.tpool, conn)
            return
        self.waiting[conn] = time.monotonic() + PATIENCE
        self._look(conn)
        if conn in self.waiting:  # its first byte wakes us; what comes after is looked at each tick
            self.silent.add(conn)
            self.poller.register(conn.sock, selectors.EVENT_READ, partial(self._arrived, conn))

    def _arrived(self, conn: TConn, _sock: Any) -> None:
        self._listened(conn)
        self._look(conn)

    def _listened(self, conn: TConn) -> None:
        """Do not wake for it any more: a request half there would wake us without end."""
        if conn in self.silent:
            self.silent.discard(conn)
            self.poller.unregister(conn.sock)

    def wait_for_and_dispatch_events(self, timeout: float) -> None:
        """Look at what waits between one event and the next."""
        busy = len(self.waiting) > len(self.silent)
        super().wait_for_and_dispatch_events(min(timeout, TICK) if busy else timeout)
        now = time.monotonic()
        if not self.alive:
            self._stop(now)
        for conn in set(self.waiting) - self.silent:
            self._look(conn)
        for conn, until in list(self.waiting.items()):
            if until < now:
                self._close(conn)
        for conn, until in list(self.reading.items()):
            if until < now:
                _end(conn.sock)  # its thread reads the end, and lets it go

    def _stop(self, now: float) -> None:
        """The server is being stopped: what has not come is not waited for, and what comes has a moment more."""
        for conn, _size in self.queued:
            self._close(conn)
        self.queued = []
        for conn in list(self.waiting):
            self._close(conn)
        for conn, until in self.reading.items():
            self.reading[conn] = min(until, now + LAST)

    def _look(self, conn: TConn) -> None:
        """Give it to a thread if all of it is there."""
        try:
            come = conn.sock.recv(SMALL * 2, socket.MSG_PEEK | socket.MSG_DONTWAIT)
        except BlockingIOError:
            return
        except OSError:
            come = b""
        if not come:
            self._close(conn)
            return
        wanted = _wanted(come)
        if wanted is None:
            return
        if wanted > SMALL:
            del self.waiting[conn]
            self.queued.append((conn, wanted))
            self._next_uploads()
        elif len(come) >= wanted:
            del self.waiting[conn]
            self._submit(self.tpool, conn)

    def _submit(self, pool: Any, conn: TConn) -> None:
        conn.data_ready = True
        done = pool.submit(self.handle, conn)
        done.add_done_callback(
            lambda result: self.method_queue.defer(self.finish_request, conn, result)
        )

    def _next_uploads(self) -> None:
        """Begin the uploads for which there is a thread, and whose client has not as many as it may."""
        busy = Counter(_client(conn) for conn in self.reading)
        left = []
        for conn, size in self.queued:
            who = _client(conn)
            if len(self.reading) < UPLOADS and (not who or busy[who] < EACH):
                busy[who] += 1
                self.reading[conn] = time.monotonic() + BEGIN + size / SLOWEST
                self._submit(self.upload_pool, conn)
            else:
                left.append((conn, size))
        self.queued = left

    def finish_request(self, conn: TConn, result: Any) -> None:
        """As Gunicorn's; then the next upload."""
        super().finish_request(conn, result)
        if self.reading.pop(conn, None) is not None:
            self._next_uploads()

    def _close(self, conn: TConn) -> None:
        self._listened(conn)
        self.waiting.pop(conn, None)
        self.nr_conns -= 1
        conn.close()


def _wanted(come: bytes) -> int | None:
    """How many bytes the whole request has; None while its head is not all there."""
    end = come.find(b"\r\n\r\n")
    if end < 0:
        return SMALL + 1 if len(come) >= SMALL else None  # Gunicorn refuses such a head
    head = come[: end + 2]
    if _CHUNKED.search(head):
        return SMALL * 1024  # it does not say; as large as a file may be
    found = _LENGTH.search(head)
    return end + 4 + (int(found[1]) if found else 0)


def _client(conn: TConn) -> str:
    """Who sends it, where that can be told: neither behind a web server nor through an onion service."""
    address = str(conn.client[0]) if isinstance(conn.client, tuple) else ""
    return "" if address in _LOOPBACK or int(os.environ.get("CONSUNO_PROXIES") or 0) else address


def _limit(sock: socket.socket) -> None:
    """No byte comes or goes for so long: the kernel gives up, whatever the reader set."""
    wait = struct.pack("ll", STALL, 0)
    sock.setsockopt(socket.SOL_SOCKET, socket.SO_RCVTIMEO, wait)
    sock.setsockopt(socket.SOL_SOCKET, socket.SO_SNDTIMEO, wait)


def _end(sock: socket.socket) -> None:
    try:
        sock.shutdown(socket.SHUT_RD)
    except OSError:
        return
