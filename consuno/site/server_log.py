"""What the application server itself logs: its words without the address asked for or the one that asked."""

from __future__ import annotations

from typing import Any

from gunicorn import glogging  # type: ignore[import-untyped]

from consuno.core.logs import Plain


class Logger(glogging.Logger):  # type: ignore[misc]
    """The library's own log, in the form of ours; what it says of a request ends before whose it is."""

    def setup(self, cfg: Any) -> None:
        """As the library does, with our form."""
        super().setup(cfg)
        for handler in self.error_log.handlers:
            handler.setFormatter(Plain())

    def warning(self, msg: Any, *args: Any, **kwargs: Any) -> None:
        """«Invalid request from ip=…: what it sent» is only that."""
        super().warning(_before(msg), *([] if _of_a_request(msg) else args), **kwargs)

    def exception(self, msg: Any, *args: Any, **kwargs: Any) -> None:
        """«Error handling request /address» is only that, with the places of the program."""
        super().exception(_before(msg), *([] if _of_a_request(msg) else args), **kwargs)


def _of_a_request(msg: Any) -> bool:
    return "request" in str(msg)


def _before(msg: Any) -> str:
    text = str(msg)
    return text.partition(" from ip=")[0].partition(" %")[0] if _of_a_request(text) else text
