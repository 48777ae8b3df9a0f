"""Which of the dates in a sentence is the deadline, if any.

A date counts when a cue before it says so: strongly ("a más tardar", "by"), or weakly ("el",
"in") where nothing shows it to be the date of a paper, a period of data or a past act. Beside
dates there are deadlines without one: to be defined, recurrent, an event, "then".
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from consuno.reader.cues import ENGLISH_CUES, SPANISH_CUES, Cues
from consuno.reader.dates import SHORT, Pattern, When, read_dates
from consuno.reader.dates_en import ENGLISH_DATES
from consuno.reader.dates_es import SPANISH_DATES
from consuno.reader.model import NO_DEADLINE, Deadline
from consuno.reader.periods import Anchor, Period
from consuno.reader.text import fold, squeeze

_TAIL = 70
_LIMIT = 2500
_SOON_DAYS = 185
_OWN_CUE = ("el ", "del ", "de ", "este ", "from ", "between ", "entre ")
_OF = re.compile(r"\w (?:de|del|of|of the) $")
_PAPER = re.compile(
    r"\b(?:acta|carta|nota|oficio|ley|decreto|resolucion|acuerdo|informe|circular|letter|report|minutes|act"
    r"|memorandum|resolution|decision|dictamen|escrito|telegrama|mes|month|since) (?:de|del|of|of the) $"
)
_MONTH_OF = re.compile(r"(?<= )(?:el |del )?(?:mes de|month of) $")


@dataclass(frozen=True, slots=True)
class _Candidate:
    when: When
    strong: bool
    start: int


def language_dates(language: str) -> tuple[Pattern, ...]:
    """Date patterns of a language."""
    return SPANISH_DATES if language == "es" else ENGLISH_DATES


def language_cues(language: str) -> Cues:
    """Deadline cues of a language."""
    return SPANISH_CUES if language == "es" else ENGLISH_CUES


def find_deadline(sentence: str, anchor: Anchor, language: str) -> Deadline:
    """The deadline of one sentence; kind ``none`` where it has none."""
    text = sentence[:_LIMIT]
    folded = fold(text)
    cues = language_cues(language)
    whens = list(read_dates(folded, anchor, language_dates(language)))
    candidates = [
        candidate for when in whens if (candidate := _weigh(folded, when, cues, anchor)) is not None
    ]
    strong = [candidate for candidate in candidates if candidate.strong]
    open_date = cues.tbd.search(folded)
    spans = [each for each in candidates if each.when.period.kind in {"quarter", "range", "month"}]
    if open_date and not (strong or spans):
        return Deadline("tbd", squeeze(text[open_date.start() : open_date.end()]), precision="tbd")
    event = _event(text, folded, cues, anchor, candidates) or _monthly(text, folded, whens, anchor)
    if event is not None and (event.resolved is not None or not (strong or candidates)):
        return event
    regular = cues.recurrent.search(folded)
    if regular and not strong:
        return Deadline("recurrent", text[regular.start() : regular.end()], precision="recurrent")
    if candidates:
        return _as_deadline(text, (strong or candidates)[0], anchor)
    return event or _loose(text, folded, cues)


def read_date_cell(cell: str, anchor: Anchor, language: str) -> Deadline:
    """The deadline in the date column of a table, where no cue is needed."""
    folded = fold(cell)
    cues = language_cues(language)
    whens = read_dates(folded, anchor, language_dates(language))
    regular = cues.recurrent.search(folded)
    if regular:
        return Deadline("recurrent", squeeze(cell), precision="recurrent")
    if whens:
        return _as_deadline(cell, _Candidate(whens[-1], strong=True, start=whens[-1].start), anchor)
    open_words = {"pendiente", "pending", "tbd", "tbc", "tba", "?", "por definir", "n/d", "abierto"}
    if cues.tbd.search(folded) or folded.strip(" .") in open_words:
        return Deadline("tbd", squeeze(cell), precision="tbd")
    deadline = find_deadline("(" + cell + ")", anchor, language)
    return replace(deadline, text=squeeze(cell)) if deadline.kind != "none" else deadline


def _weigh(folded: str, when: When, cues: Cues, anchor: Anchor) -> _Candidate | None:
    """Whether a date is a deadline; None when what stands before it says no."""
    tail = _MONTH_OF.sub("", folded[max(0, when.start - _TAIL) : when.start])
    strong = cues.strong.search(tail)
    bare_year = (
        when.period.precision == "year"
        and when.period.edtf == folded[when.start : when.end].removeprefix("ano ").strip()
    )
    if strong and not (bare_year and tail.rstrip().endswith("(")):
        return _Candidate(when, strong=True, start=when.start - len(tail) + strong.start())
    if bare_year or when.period.precision == SHORT or _before_meeting(when.period, anchor):
        return None
    at_start = not tail.strip(" ,.-–")
    if when.period.kind == "relative" and not at_start:
        return _relative(folded, tail, when, cues)
    weak = cues.weak.search(tail)
    named_day = when.period.relative_to is not None or folded.startswith(_OWN_CUE, when.start)
    if not (weak or at_start or named_day):
        return None
    if _past_act(tail, cues) or _HELD.search(tail):
        return None
    ranged = when.period.kind == "range" and tail.endswith("from ")
    refused = cues.refused.search(tail) and not (ranged or cues.sure.search(tail))
    if refused and not _attribute_soon(tail, when, anchor):
        return None
    start = when.start - len(tail) + weak.start() if weak else when.start
    return _Candidate(when, strong=False, start=start)


#: "… que terminó el viernes", "the meeting that ended on Friday": a day that is over.
_HELD = re.compile(
    r"\b(?:termino|terminaron|concluyo|concluyeron|finalizo|inicio|comenzo|empezo|tuvo lugar|se celebro|se realizo"
    r"|se reunio|se reunieron|decidieron|acordaron|convinieron|resolvieron|se comprometieron|agreed|decided"
    r"|ended|took place|began|started|opened|closed|concluded|met)\s+(?:el|on|este|this|last)?\s*$"
)


def _attribute_soon(tail: str, when: When, anchor: Anchor) -> bool:
    """ "La limpia del 8 de septiembre": a day named without year, within half a year."""
    period = when.period
    if not period.last or not anchor.meeting or "year inferred" not in period.precision:
        return False
    plain = _OF.search(tail) and not _PAPER.search(tail)
    return bool(plain) and period.kind == "day" and (period.last - anchor.meeting).days < _SOON_DAYS


def _relative(folded: str, tail: str, when: When, cues: Cues) -> _Candidate | None:
    """ "En 15 días" and "in two weeks" are deadlines; "durante 15 días" says how long."""
    words = tail.split()
    opening = words[-1] if words else ""
    if opening in {"los", "las", "the"} and len(words) > 1:
        opening = words[-2]
    if opening.startswith(("proxim", "siguient", "next", "following", "coming")) and len(words) > 2:
        opening = words[-3] if words[-2] in {"los", "las", "the"} else words[-2]
    week = folded[when.start : when.end].startswith(
        (
            "proxima sem",
            "siguiente sem",
            "semana",
            "esta sem",
            "next week",
            "this week",
            "end of next",
            "manana mismo",
            "hoy mismo",
            "dia de manana",
        )
    )
    fits = (
        week
        or opening in {"en", "in", "a", "within"}
        or folded[when.start : when.end].endswith(("time", "siguientes"))
    )
    if when.period.relative_to not in {None, "meeting"}:
        fits = fits or opening not in {"de", "por", "durante", "of", "for", "during"}
    return _Candidate(when, strong=False, start=when.start) if fits else None


def _past_act(tail: str, cues: Cues) -> bool:
    match = cues.past.search(tail)
    return bool(match) and not cues.passive.search(tail[: match.end()] if match else "")


def _before_meeting(period: Period, anchor: Anchor) -> bool:
    return bool(period.last and anchor.meeting and period.last < anchor.meeting)


def _as_deadline(text: str, candidate: _Candidate, anchor: Anchor) -> Deadline:
    period = candidate.when.period
    precision = period.precision
    if _before_meeting(period, anchor):
        precision += "; before the meeting"
    return Deadline(
        period.kind,
        squeeze(text[candidate.start : candidate.when.end].lstrip(" ,(:|-–")),
        period.edtf,
        period.last,
        precision,
        period.relative_to,
    )


def _event(
    text: str, folded: str, cues: Cues, anchor: Anchor, candidates: list[_Candidate]
) -> Deadline | None:
    """A meeting as the deadline; a date said of it ("to be held in June") resolves it."""
    for match in cues.event.finditer(folded):
        words = match.group()
        if not match["next"] and not _is_coming(words):
            continue
        name = squeeze(text[match.start("next" if match["next"] else "noun") : match.end()])
        dated = [
            candidate
            for candidate in candidates
            if candidate.when.start >= match.start()
            and cues.held.search(folded[match.start() : candidate.when.start])
        ]
        if dated:
            period = dated[0].when.period
            whole = squeeze(text[match.start() : dated[0].when.end])
            return Deadline("event", whole, period.edtf, period.last, period.precision, name)
        resolved = anchor.next_meeting if match["next"] and not match["tail"].strip() else None
        edtf = resolved.isoformat() if resolved else None
        return Deadline(
            "event", squeeze(text[match.start() : match.end()]), edtf, resolved, "event", name
        )
    return None


_MEETING_OF = re.compile(
    r"\b(?:en|durante|para|antes de) (?:la|el) (?:\w+ )?(?:reunion|sesion|asamblea|junta|encuentro|foro)"
    r"(?: \w+)? (?:de|del mes de) $|\b(?:at|in|by|before) the (?:\w+ )?$"
)
_MEETING_AFTER = re.compile(r" (?:meeting|session|assembly|conference|workshop)\b")


def _monthly(text: str, folded: str, whens: list[When], anchor: Anchor) -> Deadline | None:
    """ "En la asamblea de diciembre", "at the December meeting": the month of a coming meeting."""
    for when in whens:
        period = when.period
        if not period.precision.startswith("month") or _before_meeting(period, anchor):
            continue
        before = _MEETING_OF.search(folded[: when.start])
        english = before is not None and before.group().endswith("the ")
        after = _MEETING_AFTER.match(folded, when.end)
        if before and (after or not english):
            whole = squeeze(text[before.start() : after.end() if after else when.end])
            return Deadline("event", whole, period.edtf, period.last, period.precision, whole)
    return None


def _is_coming(words: str) -> bool:
    """ "En la asamblea ordinaria" is still to come; "en esta reunión" is now."""
    refused = (" esta", " este", " presente", " this", " last", " pasad", " ultim", " anterior")
    if any(word in words for word in refused):
        return False
    tokens = words.split()
    return tokens[0] in {"antes", "before", "prior", "previo", "until", "hasta", "ahead"} or any(
        mark in words
        for mark in ("ordinaria", "annual", "general", "anual", "agm", "night", "proxim")
    )


def _loose(text: str, folded: str, cues: Cues) -> Deadline:
    """Deadlines that hang on something else: "y después …", "de inmediato", "once …"."""
    sequel = cues.sequel.search(folded)
    if sequel:
        word = squeeze(text[sequel.start() : sequel.end()]).split()[-1]
        return Deadline("relative", word, precision="relative", relative_to="previous item")
    soon = cues.soon.search(folded)
    if soon:
        words = squeeze(text[soon.start() : soon.end()])
        return Deadline("relative", words, precision="relative", relative_to=words)
    return NO_DEADLINE
