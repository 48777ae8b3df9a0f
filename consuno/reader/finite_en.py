"""English verbs in their place: which use is the main verb, and which word only looks like one."""

from __future__ import annotations

from collections.abc import Sequence

from consuno.reader import english_verbs as verbs
from consuno.reader.frames import Scene, plain
from consuno.reader.subjects import DETERMINERS
from consuno.reader.tokens import Token
from consuno.reader.verbs import Use

RELATIVES = frozenset("which who that whom whose where when as if than because while".split())
BE = frozenset("is are was were be been being has have had".split())
PAST_BE = frozenset("was were has have is are been be".split())
ADVERBS = frozenset(
    "unanimously also then further hereby kindly formally now therefore not jointly strongly"
    " accordingly nevertheless already subsequently agree agreed henceforth in principle".split()
)


def is_relative(tokens: Sequence[Token], first: int, index: int) -> bool:
    """Whether the word before opens a relative clause ("the State which …")."""
    before = index - 1
    while before > first and plain(tokens, before) in ADVERBS:
        before -= 1
    return before >= first and plain(tokens, before) in RELATIVES


def is_finite(tokens: Sequence[Token], first: int, index: int, use: Use, scene: Scene) -> bool:
    """Whether the use is a main verb here."""
    before = index - 1
    while before >= first and plain(tokens, before) in ADVERBS:
        before -= 1
    previous = plain(tokens, before) if before >= first else ""
    opening = before < first
    if use.form == "inf":
        return (
            (opening and scene.item)
            or (previous == "to" and before == first and scene.item)
            or previous in {"we", "they", "i", "ministers", "parties"}
            or (previous == "to" and plain(tokens, before - 1) in {"agreed", "resolved", "decided"})
        )
    if use.form == "ger":
        return previous.endswith("'re") or previous in {"are", "am"}
    if use.form == "pres":
        return not is_relative(tokens, first, index) and previous not in DETERMINERS | frozenset(
            "of to for and".split()
        )
    if use.form == "part" and previous == "be" and plain(tokens, before - 1) == "to":
        return False  # "on a date to be confirmed"
    if use.form == "part" and previous in PAST_BE:
        return not is_relative(tokens, first, before) or plain(tokens, before - 1) == "that"
    if use.form == "past":
        if previous in DETERMINERS | BE | {"of", "to", "as", "not", "be", "in", "for", "by"} or (
            opening and not scene.item
        ):
            return opening and tokens[index].text.isupper()
        return not is_relative(tokens, first, index) and plain(tokens, index + 1) not in frozenset(
            "by upon in at".split()
        )
    return False


def fits(tokens: Sequence[Token], index: int, use: Use, *, passive: bool) -> bool:
    """Weed out homonyms: "asked whether", "moved to Lima", "called at", "concluded at nine"."""
    after, second = plain(tokens, index + 1), plain(tokens, index + 2)
    opening = after in {"to", "that"} or second in {"to", "that"}
    people = infinitive_ahead(tokens, index + 1)
    if use.family == "request":
        if passive:
            return (after in {"to", "that", "by", "with"} or people) and use.lemma not in frozenset(
                "call order".split()
            )
        return after == "that" or people or (use.lemma == "call" and after in {"upon", "on"})
    checks = {
        "agree": after not in {"with", "on", "upon"} or use.form != "part",
        "offer": not passive,
        "commit": opening or plain(tokens, index + 1) in {"itself", "themselves"},
        "move": (after in {"that", ",", "to", "by"} and second not in {"the", "a"}) or after == "that",
        "advise": False,
        "conclude": after == "that",
        "determine": opening,
        "establish": not passive or use.form != "pres",
        "set": not passive and after not in {"up", "out", "aside"},
        "fix": opening or use.form == "past",
        "vote": opening or after in {"against", "in"},
        "confirm": not opening,
        "grant": use.form != "pres",
        "suggest": passive or opening or use.form != "past",
        "propose": passive or opening or use.form != "past",
        "recommend": passive or opening or use.form != "past",
        "order": opening,
    }  # fmt: skip
    if passive and use.family == "decide" and after in {"in", "on", "by"}:
        return False
    return checks.get(use.lemma, True)


def infinitive_ahead(tokens: Sequence[Token], start: int) -> bool:
    """ "… the Secretariat to prepare …"."""
    for index in range(start, min(start + 14, len(tokens) - 1)):
        if tokens[index].text in {";", "."}:
            return False
        if tokens[index].plain == "to" and index + 1 < len(tokens):
            following = tokens[index + 1]
            plain_verb = following.is_word and not following.is_capital
            ending = following.plain.endswith(("ing", "tion", "ed"))
            return is_base(tokens, index + 1) or (
                plain_verb and following.plain not in DETERMINERS and not ending
            )
    return False


def is_base(tokens: Sequence[Token], index: int) -> bool:
    """Whether a base form of work, or of a listed verb, stands at ``index``."""
    word = plain(tokens, index)
    if word in {"also", "not", "further", "jointly", "then", "please"}:
        word = plain(tokens, index + 1)
    return (
        word in verbs.work_bases()
        or word in {"be", "ensure", "have"}
        or any(use.form == "inf" for use in verbs.english_forms().get(word, ()))
    )
