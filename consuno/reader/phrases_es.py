"""Pieces of a Spanish sentence: clauses, who stands where, forms of verbs."""

from __future__ import annotations

from collections.abc import Sequence

from consuno.reader import spanish_verbs as verbs
from consuno.reader.frames import Finding, Range, low, plain
from consuno.reader.subjects import DETERMINERS, TITLES, read_subject
from consuno.reader.tokens import Token

RELATIVES = frozenset(
    "que quien quienes cual cuales cuyo cuya cuyos cuyas donde cuando como si segun".split()
)


CLITICS = frozenset("se le les nos lo".split())


IRREGULAR_PARTICIPLES = {
    "hecho": "hacer", "puesto": "poner", "propuesto": "proponer", "escrito": "redactar",
    "impreso": "imprimir", "abierto": "abrir", "resuelto": "resolver", "visto": "revisar",
    "devuelto": "enviar", "suscrito": "suscribir", "inscrito": "inscribir", "dispuesto": "disponer",
}  # fmt: skip


def future_of(token: Token, *, bare: bool) -> str | None:
    """Infinitive of a future form."""
    lemma = verbs.future_lemma(token.low)
    if lemma is None and (bare or token.text.isupper()) and token.plain.endswith(("ra", "ran")):
        lemma = verbs.future_lemma(token.plain.removesuffix("a").removesuffix("an") + "á")
    return lemma


def is_relative(tokens: Sequence[Token], first: int, index: int) -> bool:
    """Whether the verb at ``index`` stands in a relative clause."""
    before = index - 1
    while before > first and plain(tokens, before) in (CLITICS | {"no", "ya", "tambien"}):
        before -= 1
    return before >= first and plain(tokens, before) in RELATIVES


def hidden_duty(tokens: Sequence[Token], first: int, index: int) -> Finding:
    """ "El Foro agradece a la Red, que hará llegar …": counts when it is dated."""
    who = antecedent(tokens, first, index)
    return Finding("hidden-duty", "agreement", subject=who, needs_date=True, at=index)


def antecedent(tokens: Sequence[Token], first: int, index: int) -> Range | None:
    """ "… la Red de Pastorales, que hará llegar …": the range of "la Red de Pastorales"."""
    end = index
    while end > first and plain(tokens, end) not in RELATIVES:
        end -= 1
    while end > first and not tokens[end - 1].is_word:
        end -= 1
    begin = end - 1
    while begin > first and plain(tokens, begin) not in {"el", "la", "los", "las"}:
        begin -= 1
    if end - begin < 2 or plain(tokens, begin) not in {"el", "la", "los", "las"}:
        return None
    subject = read_subject(tokens, begin, end, "es")
    return subject.span if subject.actor else None


def dative(tokens: Sequence[Token], start: int) -> Range | None:
    """ "… a los países la información …": the range of "los países"."""
    for index in range(start, min(start + 14, len(tokens))):
        word = tokens[index].plain
        if word == "que" or (index > start and tokens[index].text in {".", ";", ":"}):
            return None
        following = low(tokens, index + 1)
        if (
            word in {"a", "al"}
            and not verbs.is_infinitive(following)
            and plain(tokens, index + 1)
            not in {"fin", "traves", "efecto", "efectos", "partir", "favor", "cabo", "fines", "mas"}
        ):
            end = phrase_end(tokens, index + 1)
            while plain(tokens, end) in {"y", "e"} and plain(tokens, end + 1) in {"a", "al"}:
                end = phrase_end(tokens, end + 2)  # "a la OIM y a ACNUR"
            return (index + 1, end)
    return None


def phrase_end(tokens: Sequence[Token], start: int) -> int:
    """End of a noun phrase: before a second article, a verb, "que", "para" or punctuation."""
    index = start
    while index < len(tokens) and index < start + 16:
        word = tokens[index]
        titled = word.text == "." and plain(tokens, index - 1) in TITLES
        if not word.is_word and not titled and word.text not in {"-", "&"}:
            break
        opens = word.plain in {
            "que",
            "quien",
            "para",
            "a",
            "en",
            "no",
            "sobre",
            "con",
            "por",
            "se",
            "informacion",
        }
        article = (
            word.plain in {"el", "la", "los", "las", "un", "una", "su", "sus"} and index > start
        )
        linked = plain(tokens, index - 1) in {"de", "y", "e", "a"}
        if opens or (article and not linked) or (index > start and verbs.is_infinitive(word.low)):
            break
        if index > start and word.low.endswith(("e", "en")) and subjunctive(tokens, start, index):
            break
        index += 1
    return max(index, start + 1)


def subjunctive(tokens: Sequence[Token], start: int, index: int) -> bool:
    """A lower-case word in -e(n) after a name, not linked by "de": likely "prepare", "envíen"."""
    word, before = tokens[index], tokens[index - 1].plain
    if (
        word.is_capital
        or len(word.text) < 4
        or before in {"de", "del", "y", "e", "la", "el", "los", "las"}
    ):
        return False
    return before not in DETERMINERS and not word.plain.endswith(("mente", "nte", "ntes"))
