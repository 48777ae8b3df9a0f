"""Scanned pages read by tesseract and poppler, where the server has them.

The file is hostile: each program gets little memory and time, the file from memory and never from
a folder, and a page is drawn to a size of ours, whatever size it says it has.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from functools import cache

PROGRAMS = ("tesseract", "pdfinfo", "pdftoppm", "prlimit")
LANGUAGES = ("spa", "eng")
#: Pages of a scan that are read; pixels of a page's longer side (A4 at 300 points an inch).
MOST_PAGES = 80
PIXELS = 3508
MEMORY = 1024 * 1024 * 1024
SECONDS = 60


class ScanError(ValueError):
    """The scan cannot be read."""


@cache
def available() -> bool:
    """Whether this server can read scans: the programs, and words in Spanish."""
    if not hasattr(os, "memfd_create") or not all(map(shutil.which, PROGRAMS)):
        return False
    return "spa" in _languages()


def _languages() -> list[str]:
    known = _run(["tesseract", "--list-langs"]).decode(errors="replace").split()
    return [each for each in LANGUAGES if each in known]


def pages_of(content: bytes) -> int:
    """Return how many pages a PDF has; raises ScanError for none, too many, or no PDF."""
    found = re.search(rb"^Pages:\s+(\d+)", _run_on(content, ["pdfinfo", "{file}"]), re.MULTILINE)
    pages = int(found[1]) if found else 0
    if not 1 <= pages <= MOST_PAGES:
        raise ScanError
    return pages


def read_page(content: bytes, number: int) -> str:
    """Return the words of a page, from 1, line by line; raises ScanError."""
    draw = ["pdftoppm", "-gray", "-png", "-scale-to", str(PIXELS), "-singlefile"]
    picture = _run_on(content, [*draw, "-f", str(number), "-l", str(number), "{file}"])
    read = ["tesseract", "stdin", "stdout", "-l", "+".join(_languages()), "--psm", "3"]
    text = _run(read, picture).decode(errors="replace")
    lines = (line.rstrip() for line in text.replace("\f", "").split("\n"))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


def _run_on(content: bytes, command: list[str]) -> bytes:
    """Run a program on a file that is only in memory, for these programs must seek in it."""
    kept = os.memfd_create("scan")
    try:
        with os.fdopen(os.dup(kept), "wb") as file:
            file.write(content)
        named = [part.replace("{file}", f"/proc/self/fd/{kept}") for part in command]
        return _run(named, keep=(kept,))
    finally:
        os.close(kept)


def _run(command: list[str], fed: bytes = b"", *, keep: tuple[int, ...] = ()) -> bytes:
    limits = ["prlimit", f"--as={MEMORY}", f"--cpu={SECONDS}", "--fsize=0", "--core=0"]
    try:
        done = subprocess.run(  # noqa: S603 - programs of ours, no shell
            [*limits, *command], input=fed, capture_output=True, check=True, timeout=2 * SECONDS,
            pass_fds=keep, env={"PATH": os.environ.get("PATH", os.defpath), "OMP_THREAD_LIMIT": "1"},
        )  # fmt: skip
    except (subprocess.SubprocessError, OSError) as error:
        raise ScanError from error
    return done.stdout
