"""Minutes told speaker by speaker: who speaks in a sentence, and who is meant when nobody is named.

"La delegada de Honduras refirió … Se comprometió a enviar …": the delegate, who speaks for Honduras.
"El Salvador anunció que su país abrirá …": El Salvador.
"""

from __future__ import annotations

import re

from consuno.reader.blocks import Block
from consuno.reader.cutting import Cut
from consuno.reader.drafts import Draft
from consuno.reader.model import Party
from consuno.reader.parties import Memory, known_bodies
from consuno.reader.sentences import split_sentences
from consuno.reader.text import fold
from consuno.reader.tokens import tokenize

_SPOKE = re.compile(
    r"^\W*(?!se\b|que\b|preguntad|consultad|al\b|tras\b|luego\b|despues\b|asked\b|sobre\b|ante\b|en\b|on\b|in\b)"
    r"(?P<who>[^.;:]{2,90}?),?\s(?:(?:se )?(?:refirio|explico|informo|senalo|comento|dijo|lamento"
    r"|anuncio"
    r"|agrego|anadio|planteo|recordo|relato|conto|describio|indico|expuso|manifesto|transmitio|propuso|pidio"
    r"|agradecio|preciso|aclaro|menciono|insistio|presento|hablo|sugirio|disculpo|reitero|ofrecio|comprometio"
    r"|spoke|said|described|explained|reported|informed|regretted|noted|presented|recalled|thanked|stated"
    r"|indicated|gave|outlined|announced|asked|added|told|apologi[sz]ed))\b"
)
#: Who speaks for another: the country or body behind them owes what they say.
_ENVOY = re.compile(
    r"^\W*(?:el |la |los |las |the )?(?:delegad[oa]s?|representantes?|consul(?:es)?|embajador[ea]?s?|ministr[oa]s?"
    r"|viceministr[oa]s?|delegacion|director[ea]?s?|delegates?|representatives?|consuls?|delegation|ambassador"
    r"|minister)\b"
)
#: "su país", "her office": the speaker's own.
_OWN = re.compile(
    r"^(?:que )?(?:su|sus|his|her|its|their) (?:pais|gobierno|organizacion|oficina|institucion|delegacion|agencia"
    r"|country|government|organi[sz]ation|office|delegation|agency|institution)$"
)
_PRONOUN = frozenset({"el", "ella", "he", "she"})


def settle(draft: Draft, block: Block, cut: Cut, memory: Memory) -> None:
    """Put whoever speaks where the sentence names nobody, "su país" or "she"; or a whole clause."""
    own = [_needs_speaker(party) for party in draft.responsible]
    if draft.responsible and not any(own):
        return
    found = speaker_of(block.text, cut, memory)
    if found is None:
        return
    if not draft.responsible:
        draft.responsible = (found,) if draft.rule in _SPOKEN else ()
        return
    draft.responsible = tuple(
        found if needs else party for needs, party in zip(own, draft.responsible, strict=True)
    )


_SPOKEN = frozenset({"se-compromete", "in-charge", "offer", "undertakes", "readiness"})


def _needs_speaker(party: Party) -> bool:
    name = fold(party.name)
    if party.body is not None:
        return False
    return name in _PRONOUN or bool(_OWN.match(name)) or bool(_SPOKE.match(f"{name} "))


def speaker_of(text: str, cut: Cut, memory: Memory) -> Party | None:
    """Who spoke last in the paragraph, up to the sentence of ``cut``; None where nobody did."""
    for start, end in reversed(split_sentences(text, 0, cut.end)):
        if start > cut.start:
            continue
        found = _SPOKE.match(fold(text[start:end]))
        if found:
            return _party(
                text[start + found.start("who") : start + found.end("who")].strip(), memory
            )
    return None


def _party(words: str, memory: Memory) -> Party:
    tokens = tokenize(words)
    if _ENVOY.match(fold(words)):
        for mention in reversed(known_bodies(tokens, memory)):
            name = words[tokens[mention.first].start : tokens[mention.last].end]
            return Party(mention.code, name, "anaphora")
    known = known_bodies(tokens, memory)
    if known and known[0].first <= 1:
        return Party(known[0].code, words, "anaphora")
    return Party(None, words, "anaphora")
