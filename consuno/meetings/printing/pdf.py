"""A paper as PDF: tagged (PDF/UA-1), with its language, fonts inside, no system library."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Any

from consuno.core.text import one_line
from consuno.meetings.printing.blocks import Paper


def pdf(paper: Paper) -> bytes:
    """Return the file. Nothing is read but our own template; nothing is fetched."""
    # Imported here: it takes memory that most processes need not hold.
    import typst

    source = files("consuno.meetings.printing").joinpath("paper.typ").read_bytes()
    data = {"data": json.dumps(_plain(paper.data()), ensure_ascii=False)}
    try:
        made = typst.compile(
            source, sys_inputs=data, ignore_system_fonts=True, pdf_standards=["ua-1"]
        )
    except typst.TypstError:
        # The standard refuses a letter that our fonts do not have (an emoji, another script). Better
        # a tagged document with an empty box for it than none.
        made = typst.compile(source, sys_inputs=data, ignore_system_fonts=True)
    assert isinstance(made, bytes)  # noqa: S101 - one file is one answer
    return made


def _plain(value: Any) -> Any:
    """The same without the control characters that no font shows."""
    if isinstance(value, str):
        return "\n".join(one_line(line) for line in value.splitlines())
    if isinstance(value, list):
        return [_plain(each) for each in value]
    if isinstance(value, dict):
        return {key: _plain(each) for key, each in value.items()}
    return value
