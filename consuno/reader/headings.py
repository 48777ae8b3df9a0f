"""Headings and list openers, and the kind of item they announce.

"Asimismo, se acordó lo siguiente:", "ACTION ITEMS", "Desafíos", "Orden del día": the words of a
heading set the force of all that follows until the next one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from consuno.reader.blocks import Block
from consuno.reader.model import Kind
from consuno.reader.text import fold, squeeze

Mode = Literal["list", "challenge", "closed", "prose", "final"]
_TITLE_WORDS = 8
_OPEN_ENDS = ("que:", "to:", "that:", " a:")
_WORDS = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Heading:
    """What a heading announces. ``opener`` introduces a list and ends with it."""

    mode: Mode
    kind: Kind | None = None
    theme: str | None = None
    opener: bool = False
    action: bool = False


#: Under no heading of ours: running text.
PROSE = Heading("prose")


_CLOSED = re.compile(
    r"\b(?:orden del dia|agenda|temario|programa|asistentes?|asistencia|presentes?|ausentes?|excus\w+"
    r"|participantes|lista de|apologies|attendance|attendees|present|absent|in attendance|participants"
    r"|order of (?:the day|business)|programme|bibliografia|references|referencias|anexos?|annex(?:es)?"
    r"|appendix|glosario|glossary|distribution|acuerdos anteriores|(?:reunion|sesion) anterior"
    r"|previous (?:meeting|minutes|action|decision)\w*|last meeting|acta anterior|ingredientes?"
    r"|ingredients|preparacion|antecedentes|background|considerandos?|quorum)\b"
)
_HISTORY = re.compile(
    r"anterior|previous|last meeting|pasad[oa]s?\b|cumplid[oa]s|carried forward|completed"
)
_PERFORMATIVE: tuple[tuple[re.Pattern[str], Kind], ...] = (
    (re.compile(r"\bprioriz\w+|\bprioriti[sz]ed"), "priority"),
    (re.compile(r"\b(?:se )?(?:acuerd|acord)(?:a|an|o|aron|amos|ado|ados|aba)\b|\bconvin\w+|\bconviene[n]?\b"
                r"|\bconclu(?:yo|yeron|ye|yen)\b(?= lo siguiente| que|:)|\bcame to (?:these|the following)\b"
                r"|\bcomprometi\w+|\bcomprometen?\b|\bagreed?\b|\bagrees\b"), "agreement"),
    (re.compile(r"\bresuelv\w+|\bresolvi\w+|\bdecid\w+|\bdispus\w+|\bdispone\b|\bresolve[ds]?\b"
                r"|\bdecides?\b"), "decision"),
    (re.compile(r"\b(?:solicit|encarg|encomiend|encomend|exhort|inst|invit)(?:a|an|o|aron|amos)\b|\bpid(?:e|en|io|ieron)\b"
                r"|\brequest(?:s|ed)?\b|\bcalls? (?:up)?on\b|\burge[sd]?\b|\binvite[sd]?\b|\basked\b"
                r"|\binstruct(?:s|ed)\b"), "request"),
    (re.compile(r"\brecomiend\w+|\brecomend(?:o|aron|amos)\b|\bpropus\w+|\bpropone[n]?\b|\bsugi\w+"
                r"|\brecommend(?:s|ed)\b|\bpropose[sd]?\b"), "proposal"),
)  # fmt: skip
_TOPIC: tuple[tuple[re.Pattern[str], Kind], ...] = (
    (re.compile(r"\bprioridad\w*|\bpriorit\w+|\bpriority\b|\bpriorities\b"), "priority"),
    (re.compile(r"\bacciones?\b|\btareas?\b|\bpendientes\b|\bproximos pasos\b|\bsiguientes pasos\b"
                r"|\baction\w*\b|\bnext steps\b|\btasks?\b|\bfollow[- ]?up\b|^to[- ]do\b|\bresponsab\w+"
                r"|\bplan de (?:accion|trabajo)\b|\bseguimiento\b"), "agreement"),
    (re.compile(r"\bacuerdos?\b|\bcompromisos?\b|\bconclusiones y acuerdos\b|\bagreements?\b|\bcommitments?\b"
                r"|\bundertakings?\b|\bagreed\b|\boutcomes?\b"), "agreement"),
    (re.compile(r"\bdecision(?:es|s)?\b|\bresoluci\w+|\bresolutivos?\b|\bresolutions?\b"), "decision"),
    (re.compile(r"\bsolicitud\w*|\bpeticion\w*|\brequests?\b|\bencargos\b"), "request"),
    (re.compile(r"\brecomendacion\w*|\bpropuestas?\b|\brecommendations?\b|\bproposals?\b|\bmociones\b"), "proposal"),
    (re.compile(r"\bofrecimientos?\b|\boffers?\b|\bpledges?\b"), "offer"),
)  # fmt: skip
_CHALLENGE = re.compile(
    r"\bdesafios?\b|\bretos?\b|\bproblemas? (?:identificad|detectad|plantead|senalad)\w*|\bdificultades\b"
    r"|\bobstaculos\b|\bchallenges?\b|\bobstacles\b|\bdifficulties\b|\bproblems (?:identified|raised)\b"
)
_FINAL = re.compile(
    r"\bconsideraciones finales\b|\bconclusiones?\b|\bconclusions?\b|\bfinal (?:considerations|remarks)\b"
)
_FOLLOWING = re.compile(
    r"\blo siguiente|\blos? siguientes?|\blas? siguientes?|\bthe following|\bas follows"
)
_THEME = re.compile(
    r"\b(?:(?:(?:sobre|en|a|con|de) )?(?:el|los) temas? de(?:l| la| los)?|en materia de|respecto (?:a|de)|sobre"
    r"|en relacion con"
    r"|on the (?:theme|topic|subject|issue) of|with (?:regard|respect) to|regarding|concerning)\s+"
    r"(?P<theme>.+?)(?=\s+se\s+\w+|,|\.|:|;|\s+it was\b|\s+the following\b|$)"
)


def join_titles(blocks: list[Block]) -> list[Block]:
    """A short bulleted title and the line that explains it, when sub-items follow, are one."""
    joined: list[Block] = []
    for index, block in enumerate(blocks):
        before = joined[-1] if joined else None
        after = blocks[index + 1] if index + 1 < len(blocks) else None
        if before and after and _explains(before, block, after):
            before.join(block)
        else:
            joined.append(block)
    return joined


def _explains(before: Block, block: Block, after: Block) -> bool:
    if (
        not (before.marker and after.marker)
        or before.marker.style != "bullet"
        or block.marker
        or block.gap_before
        or block.row
    ):
        return False
    if not block.text.endswith(":") or len(before.text.split()) > _TITLE_WORDS:
        return False
    return after.marker.family != before.marker.family and read_heading(block, in_list=True) is None


def read_heading(block: Block, *, in_list: bool) -> Heading | None:
    """What the block announces as a heading, or None when it is text."""
    text = squeeze(block.text)
    if not text:
        return None
    folded = fold(text)
    words = _WORDS.findall(text)
    if text.endswith(":") and len(words) <= 60:
        return _opener(text, folded, words)
    if block.atx or _looks_like_heading(block, text, words, in_list=in_list):
        return _title(text, folded)
    return None


def read_opener(sentence: str) -> Heading | None:
    """The list opener that ends a paragraph ("… Se acordó lo siguiente:"), or None."""
    text = squeeze(sentence)
    if not text.endswith(":"):
        return None
    found = _opener(text, fold(text), _WORDS.findall(text))
    return found if found and found.opener else None


def _looks_like_heading(block: Block, text: str, words: list[str], *, in_list: bool) -> bool:
    if not words or len(words) > 16:
        return False
    letters = [char for char in text if char.isalpha()]
    capitals = sum(map(str.isupper, letters))
    if len(letters) > 3 and capitals >= 0.85 * len(letters):
        return not text.endswith((".", ";")) or len(words) <= 6
    if text.endswith((".", ";", ",", "?", "!", "]")):
        return False
    if len(words) > 9 or not letters:
        return False
    bullet = block.marker is not None and block.marker.style == "bullet"
    if block.marker is not None:
        return not in_list and not bullet and text[0].isupper()
    return block.gap_before and text[0].isupper() and not in_list


def _opener(text: str, folded: str, words: list[str]) -> Heading | None:
    """A line that ends with a colon. None for an item with sub-items or an unknown lead."""
    theme = read_theme(text)
    if _CLOSED.search(folded) and len(words) <= 8 and not _is_act_of_those_present(folded):
        return Heading("closed")
    if _CHALLENGE.search(folded) and not _last_kind(folded, _PERFORMATIVE):
        return Heading("challenge", theme=theme, opener=True)
    kind = _last_kind(folded, _PERFORMATIVE)
    listed = bool(_FOLLOWING.search(folded))
    closing = _last_kind(" ".join(folded.rstrip(" :").split()[-4:]), _PERFORMATIVE) is not None
    if kind and (listed or closing or len(words) <= 25 or folded.endswith(_OPEN_ENDS)):
        return Heading("list", kind, theme, opener=True)
    if len(words) <= 12 and _FINAL.search(folded) and not _last_kind(folded, _TOPIC):
        return Heading("final", "agreement", theme, opener=True)
    topic = _last_kind(folded, _TOPIC)
    if topic and (listed or len(words) <= 6):
        return Heading("list", topic, theme, opener=True, action=_is_action(folded))
    return None


def _is_act_of_those_present(folded: str) -> bool:
    """ "Los participantes acuerdan:": what those named do now, not who they are."""
    return _last_kind(folded, _PERFORMATIVE) is not None and not _HISTORY.search(folded)


def _title(text: str, folded: str) -> Heading:
    if _HISTORY.search(folded) or _CLOSED.search(folded):
        return Heading("closed", theme=text)
    if _CHALLENGE.search(folded):
        return Heading("challenge")
    kind = _last_kind(folded, _TOPIC)
    if kind is None:
        kind = _last_kind(folded, _PERFORMATIVE)
    if kind:
        return Heading("list", kind, action=_is_action(folded))
    if _FINAL.search(folded):
        return Heading("final", "agreement")
    return Heading("prose", theme=text)


def _is_action(folded: str) -> bool:
    return bool(_TOPIC[1][0].search(folded))


def _last_kind(folded: str, table: tuple[tuple[re.Pattern[str], Kind], ...]) -> Kind | None:
    best: tuple[int, Kind] | None = None
    for pattern, kind in table:
        for match in pattern.finditer(folded):
            if best is None or match.start() > best[0]:
                best = (match.start(), kind)
    return best[1] if best else None


def read_theme(text: str) -> str | None:
    """The subject a sentence says it is about, cut of what merely qualifies a pair of themes."""
    match = _THEME.search(fold(text))
    if match is None:
        return None
    theme = text[match.start("theme") : match.end("theme")].strip(" :.,")
    if "temas de" in match.group() and re.search(r" y | e ", theme):
        theme = re.split(r" de (?:los|las|la|el)\b| del ", theme, maxsplit=1)[0]
    return theme[:120] if theme else None
