"""Whether an address to listen on is free, and who has it."""

from __future__ import annotations

import contextlib
import errno
import socket
from pathlib import Path

#: A listening socket, in the kernel's tables of them.
LISTENS = "0A"


def taken(host: str, port: int) -> bool:
    """Whether nobody could listen there now. Raises OSError of another kind (no right to, no such address)."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as trial:
        trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            trial.bind((host, port))
        except OSError as error:
            if error.errno == errno.EADDRINUSE:
                return True
            raise
    return False


def holder(port: int) -> str:
    """The program that listens on a port and its number, as far as this account may see; else nothing."""
    sockets = {f"socket:[{each}]" for each in _inodes(port)}
    for process in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):
            if any(str(each.readlink()) in sockets for each in (process / "fd").iterdir()):
                words = (process / "cmdline").read_bytes().split(b"\0")
                name = " ".join(Path(word.decode(errors="replace")).name for word in words[:2])
                return f"{name.strip()} ({process.name})"
    return ""


def _inodes(port: int) -> set[str]:
    found = set()
    for table in ("tcp", "tcp6"):
        with contextlib.suppress(OSError):
            for line in Path("/proc/net", table).read_text("ascii").splitlines()[1:]:
                fields = line.split()
                if fields[3] == LISTENS and int(fields[1].rpartition(":")[2], 16) == port:
                    found.add(fields[9])
    return found
