"""The text of a meeting's minutes, composed from its agenda; and what the reader makes of it."""

from __future__ import annotations

import datetime
import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from django.utils import formats
from django.utils.translation import gettext as _
from django.utils.translation import override

from consuno.core.text import fold
from consuno.directory.models.body import reader_sees
from consuno.meetings.models import AgendaItem, Agreement, Record, Sitting
from consuno.meetings.queries.agenda import words_of
from consuno.reader import Extraction, Item, extract


@dataclass(frozen=True, slots=True)
class Text:
    """Minutes as they read now, with the SHA-256 of their UTF-8 bytes (hexadecimal)."""

    words: str

    @property
    def sha256(self) -> str:
        """Name of this very text."""
        return hashlib.sha256(self.words.encode()).hexdigest()


@contextmanager
def for_all(language: str) -> Iterator[None]:
    """What is read here reads the same for everybody: no name that is not shown to all is in it."""
    token = reader_sees.set(lambda _body: False)
    try:
        with override(language):
            yield
    finally:
        reader_sees.reset(token)


def compose(record: Record) -> Text:
    """Compose the text, in the language of the minutes."""
    sitting = record.sitting
    with for_all(record.language):
        return Text("\n".join([*_head(sitting), *_items(record)]) + "\n")


def _day(value: datetime.date) -> str:
    return formats.date_format(value, "DATE_FORMAT")


def _head(sitting: Sitting) -> list[str]:
    days = _day(sitting.starts)
    if sitting.ends != sitting.starts:
        days = f"{days} – {_day(sitting.ends)}"
    came = [
        f"{each.body} ({each.people})"
        for each in sitting.delegations.select_related("body__country")
        if each.people
    ]
    place = f"{sitting.place}, {days}" if sitting.place else days
    lines = [sitting.title, place, ""]
    if came:
        lines += [_("Asistieron:") + " " + "; ".join(came) + ".", ""]
    return lines


def titles(record: Record) -> dict[AgendaItem, str]:
    """The title of each item: as the records say until it circulates, and as it circulated then."""
    items = record.sitting.items.filter(dropped=False).prefetch_related("agreements")
    if record.state != Record.State.DRAFT:
        return {item: item.title for item in items}
    return {item: words for item, (words, _path) in words_of(items).items()}


def _items(record: Record) -> list[str]:
    lines: list[str] = []
    for number, (item, words) in enumerate(titles(record).items(), start=1):
        lines += [f"{number}. {words}", ""]
        if item.discussion.strip():
            lines += [*item.discussion.strip().splitlines(), ""]
        agreed = list(item.agreements.all())
        if agreed:
            lines += [_("Acuerdos:")]
            lines += [f"{number}.{n}. {each.text}" for n, each in enumerate(agreed, start=1)]
            lines += [""]
    return lines


def read(record: Record, text: Text) -> Extraction:
    """What the reader of minutes makes of the text, as it will when it is approved."""
    return extract(text.words, date=record.sitting.ends, language=record.language)


def understood(record: Record, text: Text) -> dict[int, Item]:
    """What the reader makes of each agreement, by its key; one it does not see is missing."""
    found = [item for item in read(record, text).items if item.kind != "note"]
    agreed = Agreement.objects.filter(item__sitting=record.sitting, item__dropped=False)
    pairs = ((each, match(each.text, found)) for each in agreed)
    return {each.pk: item for each, item in pairs if item is not None}


def match(words: str, found: list[Item]) -> Item | None:
    """The item whose words are these, or stand in them."""
    wanted = fold(words).strip(" .;")
    for item in found:
        quote = fold(item.text).strip(" .;")
        if quote and (quote in wanted or wanted in quote):
            return item
    return None
