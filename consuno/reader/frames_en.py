"""The English grammar of obligation: which sentence binds, by which verb, and who is bound."""

from __future__ import annotations

from collections.abc import Sequence

from consuno.reader import english_verbs as verbs
from consuno.reader.finite_en import (
    ADVERBS,
    BE,
    PAST_BE,
    fits,
    infinitive_ahead,
    is_base,
    is_finite,
    is_relative,
)
from consuno.reader.frames import Finding, Range, Scene, plain, skip
from consuno.reader.model import Kind
from consuno.reader.subjects import read_subject
from consuno.reader.tokens import Token
from consuno.reader.verbs import Use

_LEADS = frozenset(
    "also furthermore moreover finally additionally further accordingly therefore consequently hence"
    " then next lastly and but however subsequently afterwards thereafter similarly likewise that"
    " again meanwhile".split()
)
_MODALS = frozenset("will shall must 'll".split())
_FAMILY_KIND: dict[str, Kind] = {
    "agree": "agreement", "decide": "decision", "request": "request", "offer": "offer",
    "propose": "proposal", "note": "note",
}  # fmt: skip
_DIRECT = frozenset("request ask urge invite instruct direct encourage task mandate entrust charge exhort"
                    " require commission beseech implore order".split())  # fmt: skip


def uses_of(token: Token) -> tuple[Use, ...]:
    """Listed uses of a word."""
    return verbs.english_forms().get(token.plain, ())


_REACH = 90


def open_clause(tokens: Sequence[Token]) -> int:
    """Index of the first word after connectives ("Furthermore,", "In addition,")."""
    index = skip(tokens, 0, _LEADS)
    if plain(tokens, index) in {"in", "after", "following", "on"}:
        for comma in range(index + 1, min(index + 5, len(tokens))):
            if tokens[comma].text == "," and plain(tokens, index) == "in":
                return skip(tokens, comma, _LEADS)
    return index


def find(tokens: Sequence[Token], scene: Scene) -> Finding | None:  # noqa: C901
    """The first thing in the sentence that binds somebody, or None."""
    first = open_clause(tokens)
    if first >= len(tokens):
        return None
    if plain(tokens, first) in {"moved", "motion"} and (scene.operative or scene.record):
        return Finding("proposes", "proposal", actionable=False, at=first)
    weak, clause = False, first
    noted: Finding | None = None
    for index in range(first, min(len(tokens), first + _REACH)):
        if not (tokens[index].is_word or tokens[index].plain == "'ll"):
            continue
        finding = _modal(tokens, clause, index, scene) or _to_do(tokens, clause, index, scene)
        for use in uses_of(tokens[index]) if finding is None else ():
            if use.family in {"note", "report"}:
                if (
                    not _in_a_name(tokens, index)
                    and is_finite(tokens, clause, index, use, scene)
                    and _notes(tokens, index, use)
                ):
                    weak, clause = True, _said(tokens, index, clause)
                    if use.family == "note" and scene.item:
                        noted = Finding("take-note", "note", actionable=False, at=index)
            else:
                finding = _performative(tokens, clause, index, use, scene)
            if finding:
                break
        if finding is not None:
            return _told(finding, weak=weak)
    return noted


def _in_a_name(tokens: Sequence[Token], index: int) -> bool:
    """ "The United States" says nothing: what is written as a name is no verb."""
    return tokens[index].text.istitle() and index > 0 and tokens[index - 1].text.istitle()


def _said(tokens: Sequence[Token], index: int, clause: int) -> int:
    """Where what is said begins: after the "that" that follows the verb of saying."""
    for after in range(index + 1, min(index + 10, len(tokens))):
        if tokens[after].plain == "that":
            return after + 1
    return clause


def _notes(tokens: Sequence[Token], index: int, use: Use) -> bool:
    after = {plain(tokens, index + step) for step in (1, 2, 3)}
    courtesy = {"take": {"note"}, "pay": {"tribute"}}
    return use.lemma not in courtesy or bool(after & courtesy[use.lemma])


def _told(finding: Finding, *, weak: bool) -> Finding:
    if not weak or finding.kind in {"note", "offer"} or finding.rule == "reported-future":
        return finding
    return Finding(
        finding.rule, finding.kind, finding.subject, finding.target, finding.agent,
        needs_date=True, actionable=finding.actionable, at=finding.at,
    )  # fmt: skip


def _performative(
    tokens: Sequence[Token], first: int, index: int, use: Use, scene: Scene
) -> Finding | None:
    if not is_finite(tokens, first, index, use, scene):
        return None
    if use.form != "inf" and not (scene.operative or scene.record):
        return None
    passive = use.form == "part" and plain(tokens, index - 1) in PAST_BE | ADVERBS
    if not fits(tokens, index, use, passive=passive):
        return None
    before = index
    while before > first and plain(tokens, before - 1) in BE | ADVERBS:
        before -= 1
    subject = read_subject(tokens, first, before, "en")
    doer = subject.span if subject.actor else None
    if use.family in {"agree", "decide"}:
        return _resolution(tokens, index, use, doer, scene, passive=passive)
    if use.family == "request":
        asked = _request(tokens, index, doer, passive=passive)
        idle = asked.target is None and not scene.operative and not passive
        return None if idle and _is_person(tokens, doer) else asked
    if use.family == "offer":
        return (
            Finding("undertakes", "offer", subject=doer, at=index)
            if doer or scene.operative
            else None
        )
    return Finding(
        "proposes", "proposal", subject=_that_subject(tokens, index + 1) or doer, at=index
    )


_SPEAKERS = frozenset("mr mrs ms miss dr he she one".split())


def _is_person(tokens: Sequence[Token], span: Range | None) -> bool:
    """One speaker asking for something is talk, not yet a request of the meeting."""
    return span is not None and tokens[span[0]].plain in _SPEAKERS


def _resolution(
    tokens: Sequence[Token],
    index: int,
    use: Use,
    doer: Range | None,
    scene: Scene,
    *,
    passive: bool,
) -> Finding | None:
    """ "It was agreed to …", "the Council decided …": what follows may itself ask or propose."""
    kind: Kind = _FAMILY_KIND[use.family]
    if use.form == "inf" and index == open_clause(tokens):
        kind = scene.force if scene.force not in {None, "priority"} else "agreement"  # type: ignore[assignment]
        return Finding("infinitive-at-item", kind, at=index)
    after = index + 1
    while after < min(index + 8, len(tokens)) and plain(tokens, after) in ADVERBS | frozenset(
        ", to by".split()
    ):
        after += 1
    for inner in uses_of(tokens[after]) if after < len(tokens) else ():
        if inner.form == "inf" and plain(tokens, after - 1) == "to":
            if inner.family == "request" and infinitive_ahead(tokens, after + 1):
                return _request(tokens, after, doer, passive=False)
            if inner.family == "propose":
                return Finding("proposes", "proposal", subject=doer, at=after)
    if kind == "agreement":
        inner_subject = _that_subject(tokens, index + 1)
        return Finding("agreed", kind, subject=inner_subject or doer, at=index)
    return Finding("decided", kind, subject=doer, actionable=False, at=index)


def _request(tokens: Sequence[Token], index: int, doer: Range | None, *, passive: bool) -> Finding:
    if passive:
        return Finding("was-requested", "request", target=doer, at=index)
    begin = index + 1 + (plain(tokens, index + 1) in {"upon", "on", "for"})
    for end in range(begin, min(begin + 14, len(tokens))):
        if tokens[end].plain in {"to", "that"}:
            if end == begin:
                return Finding(
                    "requests",
                    "request",
                    subject=doer,
                    target=_that_subject(tokens, index + 1),
                    at=index,
                )
            return Finding("requests", "request", subject=doer, target=(begin, end), at=index)
    return Finding("requests", "request", subject=doer, at=index)


def _that_subject(tokens: Sequence[Token], start: int) -> Range | None:
    """ "… that the Secretariat (should) prepare …": the range of "the Secretariat"."""
    for index in range(start, min(start + 5, len(tokens))):
        if tokens[index].plain != "that":
            continue
        for verb in range(index + 2, min(index + 16, len(tokens))):
            word = tokens[verb].plain
            if word in _MODALS | {"should", "would"} or word in verbs.work_bases() | {"be"}:
                subject = read_subject(tokens, index + 1, verb, "en")
                return subject.span if subject.actor else None
    return None


def _modal(tokens: Sequence[Token], first: int, index: int, scene: Scene) -> Finding | None:
    """ "Shall", "will", "must", "is to", "are to be", "would" of reported speech, "should"."""
    word, after = tokens[index].plain, plain(tokens, index + 1)
    if not (scene.operative or scene.record):
        return None
    future = word in _MODALS
    step = 2 if after in {"also", "now", "then", "both"} else 1
    planned = word in {"is", "are"} and plain(tokens, index + step) == "to"
    reported = word in {"would", "should"}
    if not (future or planned or reported) or is_relative(tokens, first, index):
        return None
    verb = index + (step + 1 if planned else 1)
    while plain(tokens, verb) in frozenset(
        "also then therefore now further jointly each in turn both".split()
    ):
        verb += 1
    subject = read_subject(tokens, first, index, "en")
    work = plain(tokens, verb) in verbs.work_bases()
    firm = word in {"shall", "is", "are", "must"} or scene.operative
    trade = (
        work
        and not subject.event
        and subject.span[0] < subject.span[1]
        and (subject.likely or firm)
    )
    doer = subject.span if subject.actor or (trade and not reported) else None
    if plain(tokens, verb) == "be":
        return _passive(tokens, verb, doer, scene, event=subject.event, reported=reported)
    return _active(tokens, verb, index, doer, scene, reported=reported)


def _active(
    tokens: Sequence[Token],
    verb: int,
    index: int,
    doer: Range | None,
    scene: Scene,
    *,
    reported: bool,
) -> Finding | None:
    base = plain(tokens, verb)
    if base in {"not"}:
        return (
            Finding("future-with-actor", "agreement", subject=doer, at=index)
            if doer and scene.operative
            else None
        )
    if base in verbs.NOT_DUTIES and not (scene.operative and doer and base == "have"):
        return None
    if reported:
        if (
            doer
            and base in verbs.work_bases()
            and (tokens[index].plain == "would" or scene.operative)
        ):
            return Finding("reported-future", "agreement", subject=doer, at=index)
        return None
    if doer:
        return Finding("future-with-actor", "agreement", subject=doer, at=index)
    if scene.operative and scene.item and base in verbs.work_bases():
        return Finding("future-in-list", "agreement", at=index)
    return None


def _passive(
    tokens: Sequence[Token],
    be: int,
    doer: Range | None,
    scene: Scene,
    *,
    event: bool,
    reported: bool,
) -> Finding | None:
    """ "Will be circulated (by the Secretariat)", "is to be invited"; "shall be responsible for"."""
    for after in range(be + 1, min(be + 4, len(tokens))):
        word = tokens[after].plain
        if (
            word in {"responsible", "charged", "tasked", "asked", "requested", "instructed"}
            and doer
        ):
            return Finding("in-charge", "agreement", subject=doer, at=be)
        if word in verbs.work_participles() and word not in verbs.EVENT_PARTICIPLES:
            agent = _agent(tokens, after)
            if scene.operative or agent or not event:
                return (
                    Finding("passive-future", "agreement", agent=agent, at=be)
                    if not reported or agent or scene.operative
                    else None
                )
    if scene.operative and scene.item and not event and not reported:
        return Finding("passive-future", "agreement", at=be)
    return None


def _agent(tokens: Sequence[Token], start: int) -> Range | None:
    for index in range(start, min(start + 14, len(tokens) - 1)):
        if tokens[index].plain == "by":
            end = index + 1
            while (
                end < len(tokens)
                and end < index + 10
                and tokens[end].is_word
                and tokens[end].plain not in {"by", "to", "in", "before", "on", "with", "at"}
            ):
                end += 1
            span = (index + 1, max(end, index + 2))
            return span if read_subject(tokens, *span, "en").actor else None
    return None


def _to_do(tokens: Sequence[Token], first: int, index: int, scene: Scene) -> Finding | None:
    """ "Secretary to circulate the draft": a name, "to" and work, with no other verb."""
    if (
        tokens[index].plain != "to"
        or index == first
        or index - first > 12
        or not is_base(tokens, index + 1)
    ):
        return None
    if not (scene.operative or scene.record):
        return None
    if any(tokens[place].text in {"(", '"'} for place in range(first, index)):
        return None
    subject = read_subject(tokens, first, index, "en")
    if plain(tokens, index - 1) in BE | {"also"} or plain(tokens, first) in {"moved", "motion"}:
        return None
    if not subject.actor or subject.span[0] != first:
        return None
    return Finding("name-to-do", "agreement", subject=subject.span, at=index)
