"""Is this subject somebody who can owe something? And whom does a phrase name?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from consuno.reader import english_verbs, spanish_verbs
from consuno.reader.frames import Range
from consuno.reader.gazetteer import find_bodies, role_nouns
from consuno.reader.tokens import Token

DETERMINERS = frozenset(
    "el la los las un una unos unas su sus este esta estos estas dicho dicha dichos dichas cada"
    " todo toda todos todas ambos ambas nuestro nuestra otro otra mismo misma cualquier al del"
    " the a an this that these those its their our his her each every all both such said any"
    " no some dos tres cuatro cinco seis siete ocho nueve diez once doce two three four five six"
    " seven eight nine ten eleven twelve".split()
)
_PREPOSITIONS = frozenset(
    "de del en para por con sobre a ante entre contra hacia segun sin desde que quien quienes cual"
    " donde cuando si como of in for on at by with to from about between against under who which"
    " that whose if when as within into during".split()
)
_NEVER = frozenset(
    "it this that there these those what which who esto eso ello nada nadie algo nothing nobody"
    " something he-said here hoy ayer today yesterday lo asi tambien".split()
)
_ABSTRACT = (
    "cion", "sion", "dad", "miento", "ismo", "tion", "sion", "ment", "ity", "ness", "ing", "ism",
    "anza", "encia", "ance", "ence", "ure", "ura", "aje", "age",
)  # fmt: skip
TITLES = frozenset(
    "mr mrs ms miss dr prof sir sr sra srta don dona ing lic licda arq ab abg dra rev hon messrs"
    " lord lady señor señora senor senora compañero companero companera senorita capt col".split()
)
_TRADES_ES = (
    "dor",
    "dora",
    "sor",
    "sora",
    "tor",
    "tora",
    "ista",
    "ero",
    "era",
    "ario",
    "aria",
    "logo",
    "loga",
    "grafo",
    "ante",
    "iente",
)
_TRADES_EN = ("or", "er", "ist", "ian", "man", "men", "woman", "ee", "body", "bodies", "sman")
_NO_TRADE = frozenset(
    "paper letter number matter order other water winter summer weather river computer folder banner"
    " poster power layer charter chapter register newsletter answer offer power error factor sector"
    " motor door floor tenor color colour labour harbour behaviour favour dinero enero calendario"
    " horario formulario inventario escenario salario comentario diario sumario cartelera carretera"
    " cantera manera primera primero tercero tercera bandera madera barrera frontera sector factor"
    " motor valor error importante siguiente expediente presente corriente ambiente resto temporada"
    " mayoria cuestionario glosario aniversario ordinaria extraordinaria extraordinario ordinario"
    " everybody nobody anybody somebody somebodies antibody committee employee fee coffee degree".split()
)
_EACH = frozenset("cada each every everyone todos todas demas sendos everybody".split())
_PRONOUNS = frozenset(
    "he she they we i ellos ellas nosotros nosotras ella yo quien former latter".split()
)


@dataclass(frozen=True, slots=True)
class Subject:
    """What stands before the verb: the range of the phrase and what it is.

    ``likely`` is a noun that sounds like a trade ("el celador", "the surveyor"): a doer when the
    verb is work.
    """

    span: Range
    actor: bool
    event: bool
    likely: bool = False


def read_subject(tokens: Sequence[Token], first: int, last: int, language: str) -> Subject:
    """The noun phrase in ``tokens[first:last]`` that governs the verb at ``last``.

    A clause in commas between subject and verb ("Costa Rica, en su calidad de …, organizará") is
    skipped; an opening clause ("Al ser …, el Grupo decidió") gives way to what follows it.
    """
    first, last = _trim(tokens, first, last)
    for start in _starts(tokens, first, last):
        span = (start, last)
        if is_actor(tokens, span, language):
            return Subject(span, actor=True, event=False)
    return Subject(
        (first, last),
        actor=False,
        event=_is_event(tokens, first, last, language),
        likely=_is_trade(tokens, first, last, language),
    )


def _is_trade(tokens: Sequence[Token], first: int, last: int, language: str) -> bool:
    """A person by the ending of the noun: "celador", "revisora", "electricista", "surveyor"."""
    while first < last and tokens[first].plain in DETERMINERS:
        first += 1
    if first >= last:
        return False
    head = tokens[_head(tokens, first, last, language)].plain
    if head in _NO_TRADE or len(head) < 5:
        return False
    if language == "es":
        return head.removesuffix("s").removesuffix("e").endswith(_TRADES_ES)
    return head.removesuffix("s").endswith(_TRADES_EN)


def _trim(tokens: Sequence[Token], first: int, last: int) -> Range:
    clitics = {
        "se",
        "le",
        "les",
        "nos",
        "lo",
        "los",
        "las",
        "la",
        "no",
        "also",
        "tambien",
        "ya",
        "te",
    }
    while last > first and (
        tokens[last - 1].plain in clitics or not tokens[last - 1].text[0].isalnum()
    ):
        last -= 1
    while first < last and not tokens[first].text[0].isalnum():
        first += 1
    return first, last


def _starts(tokens: Sequence[Token], first: int, last: int) -> list[int]:
    """Where the subject may begin: at the front, or after a comma, nearest the verb last."""
    commas = [
        index + 1 for index in range(first, last) if tokens[index].text in {",", ":", "—", "–"}
    ]
    return [first, *reversed(commas[-4:])]


def is_actor(tokens: Sequence[Token], span: Range, language: str) -> bool:
    """Whether the phrase that begins the range names a person or body."""
    first, last = span
    if first < last and (tokens[first].plain in _EACH or _is_pronoun(tokens, first, last)):
        return True
    while first < last and tokens[first].plain in DETERMINERS and tokens[first].plain != "all":
        first += 1
    if first >= last or tokens[first].plain in _NEVER:
        return (
            first > span[0] and first >= last and tokens[span[0]].plain in {"all", "both", "ambos"}
        )
    if tokens[first].plain in _PRONOUNS or tokens[first].plain.rstrip(".") in TITLES:
        return True
    bodies = find_bodies(tokens[first : first + 12], crm=True)
    if bodies and bodies[0].first == 0:
        return True
    head = _head(tokens, first, last, language)
    if tokens[head].plain in role_nouns(language) or tokens[head].plain in role_nouns("both"):
        return True
    return _is_name(tokens, first, last)


def _is_pronoun(tokens: Sequence[Token], first: int, last: int) -> bool:
    """A demonstrative that stands alone: "ésta preparará", "aquéllos"."""
    alone = last - first == 1
    return alone and tokens[first].low in {
        "ésta",
        "éste",
        "éstos",
        "éstas",
        "él",
        "aquél",
        "aquélla",
        "aquellos",
        "aquéllos",
    }


def _head(tokens: Sequence[Token], first: int, last: int, language: str) -> int:
    """Index of the head noun: first in Spanish, last before a preposition in English."""
    if language == "es":
        adjectives = {
            "nuevo",
            "nueva",
            "citado",
            "citada",
            "referido",
            "honorable",
            "primer",
            "dos",
        }
        while first + 1 < last and tokens[first].plain in adjectives:
            first += 1
        return first
    head = first
    for index in range(first, min(last, first + 8)):
        word = tokens[index]
        if word.plain in _PREPOSITIONS or word.text in {",", "(", "and", "&"} or word.plain == "'s":
            break
        head = index
    return head


def _is_name(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Capitals throughout: "Ana Pérez", "J. Smith", "OIM", "Centro de Estudios"."""
    words = [
        token for token in tokens[first:last] if token.is_word and token.plain not in _PREPOSITIONS
    ]
    words = words[:5]
    if not words or not words[0].is_capital:
        return False
    if words[0].is_acronym:
        return True
    if words[0].plain.endswith(_ABSTRACT) or (words[0].plain.endswith("s") and len(words) == 1):
        return len(words) > 1 and all(word.is_capital for word in words[:2])
    return all(word.is_capital for word in words[:2])


def _is_event(tokens: Sequence[Token], first: int, last: int, language: str) -> bool:
    nouns = spanish_verbs.EVENT_NOUNS if language == "es" else english_verbs.EVENT_NOUNS
    return any(
        token.plain in nouns
        or token.plain.removesuffix("s") in nouns
        or token.plain.removesuffix("es") in nouns
        for token in tokens[first : min(last, first + 6)]
    )
