"""What the log says of a failure: a reference, which page, what kind of error and where in the program.

Never what an error says in words, nor the address asked for: both carry what people typed, whom they looked for,
and links that open accounts. Whoever saw the page gives its reference, and the log has the same one.
"""

from __future__ import annotations

import logging
import secrets
import traceback
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.template import loader


def failed(request: HttpRequest) -> HttpResponse:
    """The page of a failure of ours, with the reference under which the log tells of it."""
    request.reference = secrets.token_hex(4).upper()  # type: ignore[attr-defined]
    page = loader.get_template("500.html").render({"reference": request.reference})  # type: ignore[attr-defined]
    return HttpResponse(page, status=500)


class Plain(logging.Formatter):
    """One line of what happened, then the places of the program; no words of an error, no address."""

    def __init__(self) -> None:
        super().__init__("%(asctime)s %(levelname)s %(name)s %(message)s")

    def format(self, record: logging.LogRecord) -> str:
        """A record of a request says which page it was instead of its own words."""
        # Another handler's text of the error would be taken over.
        said: dict[str, Any] = {**record.__dict__, "exc_text": None}
        request = getattr(record, "request", None)
        if hasattr(request, "method"):
            said |= {"msg": _page(record, request), "args": ()}
        return super().format(logging.makeLogRecord(said))

    def formatException(self, ei: Any) -> str:
        """Kinds and places, causes first, as a traceback has them."""
        return "\n".join(_lines(ei[1]))


def _page(record: logging.LogRecord, request: Any) -> str:
    match = getattr(request, "resolver_match", None)
    said = [
        str(getattr(record, "status_code", "")), request.method, match.route if match else "?",
        f"ref={reference}" if (reference := getattr(request, "reference", "")) else "",
    ]  # fmt: skip
    return " ".join(each for each in said if each)


def _lines(error: BaseException | None) -> list[str]:
    if error is None:
        return []
    before = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    places = [
        f"  {each.filename}:{each.lineno} {each.name}"
        for each in traceback.extract_tb(error.__traceback__)
    ]
    # An error of ours that promises to name nobody may speak (core.jobs).
    said = f": {error}" if getattr(error, "names_nobody", False) else ""
    kind = type(error)
    return [*_lines(before), *places, f"{kind.__module__}.{kind.__qualname__}{said}"]
