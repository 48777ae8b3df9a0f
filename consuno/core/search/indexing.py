"""Keep what is found up to date: a record when it is saved, all of them once an hour."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import astuple
from typing import Any

from django.db import transaction

# The one place that listens to saves: the index is derived, and a save that forgot to tell it would
# leave a name to be found that hides itself by now.
from django.db.models.signals import post_delete, post_save  # noqa: TID251

from consuno.core import clock, jobs
from consuno.core.models import SearchEntry, SearchWord
from consuno.core.search.analysis import stem, tokens, words
from consuno.core.search.documents import Document, Kind, add, kinds

_BATCH = 500
_paused: ContextVar[bool] = ContextVar("paused", default=False)


@contextmanager
def paused() -> Iterator[None]:
    """Index nothing in here: many records are saved, and `rebuild_search` follows."""
    token = _paused.set(True)
    try:
        yield
    finally:
        _paused.reset(token)


def register(kind: Kind) -> None:
    """Let documents of this kind be found, and follow their records as they are saved."""
    add(kind)
    for model, of in kind.of.items():
        watch(kind, model, of)
    for model, followers in kind.follows.items():
        _follow(kind, model, followers)


def _digest(document: Document) -> str:
    return hashlib.sha256(repr(astuple(document)).encode()).hexdigest()[:32]


def index(kind: str, key: str, documents: Iterable[Document]) -> None:
    """Let the documents of one record be these, and no others."""
    wanted = {each.language: each for each in documents}
    found = {each.language: each for each in SearchEntry.objects.filter(kind=kind, key=key)}
    gone = [entry.pk for language, entry in found.items() if language not in wanted]
    if gone:
        SearchEntry.objects.filter(pk__in=gone).delete()
    for language, document in wanted.items():
        _put(kind, document, found.get(language))


def _put(kind: str, document: Document, entry: SearchEntry | None) -> None:
    digest = _digest(document)
    if entry is not None and entry.digest == digest:
        return
    made = _filled(kind, document, entry or SearchEntry(), digest)
    made.save()
    _learn([made])


def _filled(kind: str, document: Document, entry: SearchEntry, digest: str) -> SearchEntry:
    entry.kind, entry.digest, entry.at = kind, digest, clock.now()
    for name in ("key", "language", "path", "country", "theme", "year", "public"):
        setattr(entry, name, getattr(document, name))
    entry.title, entry.text = document.title[:300], document.text[:20_000]
    entry.tokens = tokens(entry.title, entry.text, document.language)
    return entry


def _learn(entries: Iterable[SearchEntry]) -> None:
    """Remember the words of these, with their stems; of what is not for everybody none, for a
    misspelt word may be read as one of them, and the page says so to anybody.
    """
    found = {
        (word, stem(word, each.language))
        for each in entries
        if each.public
        for word in words(f"{each.title} {each.text}")
        if not word.isdecimal()
    }
    SearchWord.objects.bulk_create(
        [SearchWord(word=word, stem=root) for word, root in sorted(found)],
        ignore_conflicts=True, batch_size=_BATCH,
    )  # fmt: skip


def forget(kind: str, key: str) -> None:
    """Let a record be found no more."""
    SearchEntry.objects.filter(kind=kind, key=key).delete()


def rebuild(kind: Kind) -> int:
    """Bring all documents of a kind up to date; those unchanged cost little. Returns how many there are."""
    kept = {
        (key, language): (pk, digest)
        for pk, key, language, digest in SearchEntry.objects.filter(kind=kind.name).values_list(
            "pk", "key", "language", "digest"
        )
    }
    new: list[SearchEntry] = []
    seen = set()
    for document in kind.every():
        place = (document.key, document.language)
        seen.add(place)
        pk, digest = kept.get(place, (None, ""))
        now = _digest(document)
        if now == digest:
            continue
        entry = SearchEntry(pk=pk) if pk else SearchEntry()
        filled = _filled(kind.name, document, entry, now)
        if pk:
            filled.save()
            _learn([filled])
        else:
            new.append(filled)
        if len(new) >= _BATCH:
            _add(new)
            new = []
    _add(new)
    gone = [pk for place, (pk, _digest) in kept.items() if place not in seen]
    for start in range(0, len(gone), _BATCH):
        SearchEntry.objects.filter(pk__in=gone[start : start + _BATCH]).delete()
    return len(seen)


def _add(entries: list[SearchEntry]) -> None:
    with transaction.atomic():
        SearchEntry.objects.bulk_create(entries, ignore_conflicts=True)
        _learn(entries)


@jobs.job(cron="7 * * * *")
def rebuild_search() -> None:
    """What changed without being saved by itself (a date that came, an organisation that hides)."""
    for kind in kinds().values():
        rebuild(kind)


def _follow(kind: Kind, model: Any, followers: Any) -> None:
    def saved(instance: Any, **_signal: Any) -> None:
        for key, documents in () if _paused.get() else followers(instance):
            index(kind.name, key, documents)

    name = f"search {kind.name} follows {model.__name__}"
    post_save.connect(saved, sender=model, weak=False, dispatch_uid=name)


def watch(kind: Kind, model: Any, of: Any) -> None:
    """Index each record of a model from now on as it is saved."""

    def saved(instance: Any, **_signal: Any) -> None:
        if not _paused.get():
            index(kind.name, kind.key(instance), of(instance))

    def deleted(instance: Any, **_signal: Any) -> None:
        forget(kind.name, kind.key(instance))

    name = f"search {kind.name} {model.__name__}"
    post_save.connect(saved, sender=model, weak=False, dispatch_uid=name)
    post_delete.connect(deleted, sender=model, weak=False, dispatch_uid=name)
