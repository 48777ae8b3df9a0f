"""Spanish futures and standing duties: "enviará", "será enviado", "queda encargado de"."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from consuno.reader import spanish_verbs as verbs
from consuno.reader.frames import Finding, Range, Scene, low, plain
from consuno.reader.phrases_es import (
    IRREGULAR_PARTICIPLES,
    dative,
    future_of,
    hidden_duty,
    is_relative,
    phrase_end,
)
from consuno.reader.subjects import read_subject
from consuno.reader.tokens import Token


def read_future(
    tokens: Sequence[Token], first: int, index: int, scene: Scene, *, weak: bool
) -> Finding | None:
    """ "La Secretaría enviará …", "será enviado por …", "se enviará …" at ``index``, or None."""
    lemma = future_of(tokens[index], bare=scene.bare)
    reported = lemma is None
    if lemma is None:
        lemma = verbs.conditional_lemma(tokens[index].low)
    if lemma is None or not (scene.operative or scene.record):
        return None
    if is_relative(tokens, first, index):
        hidden = weak and not reported and lemma not in verbs.NOT_DUTIES
        return hidden_duty(tokens, first, index) if hidden else None
    subject = read_subject(tokens, first, index, "es")
    trade = subject.likely and lemma in verbs.WORK
    listed = (
        scene.operative
        and not subject.event
        and subject.span[0] < subject.span[1]
        and lemma in verbs.WORK
    )
    doer = subject.span if subject.actor or trade or listed else None
    if doer and plain(tokens, index - 1) == "se" and not subject.actor:
        doer = None
    if plain(tokens, index - 1) == "no" and not doer:
        return None
    if reported:
        fits = doer and lemma in verbs.WORK and index - first < 14
        return Finding("reported-future", "agreement", subject=doer, at=index) if fits else None
    if tokens[index].low.endswith("remos") and lemma not in verbs.NOT_DUTIES:
        return Finding("future-first-plural", "agreement", at=index)
    if plain(tokens, index - 1) == "se" and lemma in _asking():
        return Finding("solicitud", "request", target=dative(tokens, index + 1), at=index)
    special = _special_future(tokens, index, lemma, doer, scene, event=subject.event)
    if special is not None or lemma in {"ser", "deber", "tener", "haber", "quedar", "estar"}:
        return special
    return _plain_future(tokens, index, lemma, doer, scene, event=subject.event)


@cache
def _asking() -> frozenset[str]:
    """Infinitives of the request family."""
    return frozenset(
        use.lemma
        for uses in verbs.spanish_forms().values()
        for use in uses
        if use.family == "request"
    )


def _special_future(
    tokens: Sequence[Token],
    index: int,
    lemma: str,
    doer: Range | None,
    scene: Scene,
    *,
    event: bool,
) -> Finding | None:
    after = plain(tokens, index + 1)
    if (
        lemma == "deber"
        or (lemma == "tener" and after == "que")
        or (lemma == "haber" and after == "de")
    ):
        binds = doer or scene.operative or plain(tokens, index - 1) == "se"
        return Finding("must", "agreement", subject=doer, at=index) if binds and not event else None
    if lemma == "ser":
        return _passive_future(tokens, index, scene, event=event)
    if lemma in {"quedar", "estar"} and (
        after in {"encargado", "encargada", "encargados"}
        or (after == "a" and plain(tokens, index + 2) in {"cargo", "disposicion"})
    ):
        named = after == "a" and not verbs.is_infinitive(low(tokens, index + 4))
        agent = (index + 4, phrase_end(tokens, index + 4)) if named else None
        return Finding("in-charge", "agreement", subject=doer, agent=agent, at=index)
    if scene.operative and doer and lemma in {"tener", "estar", "haber"}:
        return Finding("future-with-actor", "agreement", subject=doer, at=index)
    return None


def _passive_future(
    tokens: Sequence[Token], index: int, scene: Scene, *, event: bool
) -> Finding | None:
    """ "Será socializada con …", "serán enviados por la Secretaría"."""
    for after in range(index + 1, min(index + 3, len(tokens))):
        lemma = participle_lemma(tokens[after].plain)
        if lemma is None:
            continue
        agent = _agent(tokens, after)
        if scene.operative or agent or (lemma in verbs.WORK and not event):
            return Finding("passive-future", "agreement", agent=agent, at=index)
    if plain(tokens, index + 1) in {
        "responsable",
        "responsables",
        "responsabilidad",
        "sede",
        "anfitrion",
        "anfitriona",
    }:
        return Finding(
            "in-charge", "agreement", subject=read_subject(tokens, 0, index, "es").span, at=index
        )
    return None


def _agent(tokens: Sequence[Token], start: int) -> Range | None:
    for index in range(start, min(start + 12, len(tokens) - 1)):
        if tokens[index].plain == "por" and tokens[index].start:
            span = (index + 1, phrase_end(tokens, index + 1))
            return span if read_subject(tokens, *span, "es").actor else None
    return None


def participle_lemma(word: str) -> str | None:
    """The infinitive of a participle ("enviadas"), or None."""
    base = word.removesuffix("s")
    if base[-1:] not in {"o", "a"}:
        return None
    irregular = IRREGULAR_PARTICIPLES.get(base[:-1] + "o")
    if irregular or len(base) < 5:
        return irregular
    stem, mark = base[:-3], base[-3:-1]
    if mark == "ad":
        return stem + "ar"
    if mark == "id":
        return stem + "er" if stem + "er" in verbs.WORK else stem + "ir"
    return None


def _plain_future(
    tokens: Sequence[Token],
    index: int,
    lemma: str,
    doer: Range | None,
    scene: Scene,
    *,
    event: bool,
) -> Finding | None:
    impersonal = plain(tokens, index - 1) == "se"
    if lemma in verbs.NOT_DUTIES:
        return None
    if doer and not (event and impersonal):
        return Finding("future-with-actor", "agreement", subject=doer, at=index)
    if scene.operative and (impersonal or scene.item):
        return Finding("future-in-list", "agreement", at=index)
    if impersonal and lemma in verbs.WORK and lemma not in verbs.EVENT_VERBS and not event:
        return Finding("impersonal-future", "agreement", agent=_agent(tokens, index), at=index)
    return None


def read_standing(tokens: Sequence[Token], first: int, index: int, scene: Scene) -> Finding | None:
    """ "Queda encargado de", "quedó en enviar", "asume el compromiso de", "debe"."""
    if not (scene.operative or scene.record) or is_relative(tokens, first, index):
        return None
    word, after = tokens[index].plain, plain(tokens, index + 1)
    subject = read_subject(tokens, first, index, "es")
    doer = subject.span if subject.actor else None
    if word in {"queda", "quedan", "quedo", "quedaron"}:
        charged = after.startswith(
            ("encargad", "responsab", "comisionad", "comprometid", "facultad")
        )
        promised = after in {"en", "de"} and verbs.is_infinitive(low(tokens, index + 2))
        if charged or (promised and doer):
            return Finding("in-charge", "agreement", subject=doer or subject.span, at=index)
        if after == "a" and verbs.is_infinitive(low(tokens, index + 4)):
            return Finding("in-charge", "agreement", subject=doer or subject.span, at=index)
        if after == "a" and plain(tokens, index + 2) == "cargo":
            return Finding(
                "in-charge",
                "agreement",
                agent=(index + 4, phrase_end(tokens, index + 4)),
                at=index,
            )
    if word.startswith(("asum", "adquir")) and "compromiso" in {plain(tokens, index + 2), after}:
        return Finding("se-compromete", "offer", subject=doer, at=index)
    if word in {"debe", "deben"} and scene.operative and doer:
        return Finding("must", "agreement", subject=doer, at=index)
    return None
