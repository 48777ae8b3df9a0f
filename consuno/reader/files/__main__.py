"""The child that reads one file: bytes on standard input, JSON on standard output.

It runs with little memory, little time and no right to write files, for an uploaded file is
hostile until it was read.
"""

from __future__ import annotations

import json
import resource
import sys
from typing import Any

from consuno.reader.files.document import Document, UnreadableError
from consuno.reader.files.readers import READERS

MEMORY = 1024 * 1024 * 1024
SECONDS = 20


def main() -> None:
    """Read; answer what was read, or the word for why not."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    try:
        answer = _said(READERS[sys.argv[1]](sys.stdin.buffer.read()))
    except UnreadableError as error:
        answer = {"error": str(error)}
    except Exception:  # whatever a broken file makes a library raise, the answer is the same
        answer = {"error": "broken"}
    sys.stdout.write(json.dumps(answer))


def _said(document: Document) -> dict[str, Any]:
    return {
        "lines": document.lines(),
        "pages": document.pages(),
        "notes": sorted(document.notes),
    }


if __name__ == "__main__":
    main()
