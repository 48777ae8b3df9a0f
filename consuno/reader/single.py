"""One sentence by itself: what it says once a person has said that it holds a duty."""

from __future__ import annotations

import datetime

from consuno.reader.extract import extract
from consuno.reader.gazetteer import find_bodies
from consuno.reader.model import Deadline, Item, Party
from consuno.reader.tokens import tokenize

#: A sentence under this heading binds, whatever its verb.
_HEADINGS = {"es": "Acuerdos", "en": "Agreements"}
#: A body among the first words may be who does it, where no rule says who does.
_OPENING = 6
_KINDS = {"agreement", "request", "offer", "proposal", "decision"}


def read_alone(
    sentence: str, *, date: datetime.date, language: str
) -> tuple[str, tuple[Party, ...], Deadline | None]:
    """Kind, who and when, read as if it stood by itself under a heading of agreements.

    Where nobody is read, a known body among its first words is proposed. A person checks it all.
    """
    text = f"{_HEADINGS[language]}\n\n1. {' '.join(sentence.split())}\n"
    found = [
        item for item in extract(text, date=date, language=language).items if item.kind in _KINDS
    ]
    if not found:
        return "agreement", _opens_with(sentence), None
    parties = tuple(dict.fromkeys(each for item in found for each in item.responsible))
    return found[0].kind, parties or _opens_with(sentence), _first_deadline(found)


def _first_deadline(found: list[Item]) -> Deadline | None:
    return next((item.deadline for item in found if item.deadline.kind != "none"), None)


def _opens_with(sentence: str) -> tuple[Party, ...]:
    tokens = tokenize(sentence)
    for body in find_bodies(tokens[:_OPENING], crm=True):
        first, last = tokens[body.first], tokens[body.last]
        return (Party(body.code, sentence[first.start : last.end], "implicit"),)
    return ()
