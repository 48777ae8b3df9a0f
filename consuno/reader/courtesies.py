"""Duties that hide behind a courtesy: in thanks, in what is noted or welcomed, in a relative clause.

"Agradecer a Canadá su ofrecimiento de costear …", "Toman nota del informe y le encargan que …",
"To take note of the concerns, to which the Chair shall reply …".
"""

from __future__ import annotations

import re

from consuno.reader.acts import complete
from consuno.reader.blocks import Block
from consuno.reader.context import Paper
from consuno.reader.cutting import Cut
from consuno.reader.drafts import Draft, Section
from consuno.reader.model import Kind, Party
from consuno.reader.parties import known_bodies, name_parties
from consuno.reader.text import fold
from consuno.reader.tokens import tokenize

_WILL_ES = r"(?:ofrecimiento|oferta|disposicion|disponibilidad|compromiso|voluntad|anuncio|promesa)"
_WILL_EN = r"(?:offer|readiness|willingness|commitment|undertaking|pledge|promise|agreement)"
_NAME = r"(?P<who>[^,;:.]{2,80}?)"
#: Somebody is thanked or praised for what they will do, which then is their offer.
_OFFERS = (
    re.compile(
        rf"\b(?:agradec|reconoc|felicit|acog|salud|valor)\w+ (?:mucho |profundamente )?(?:a |al ){_NAME},? (?:por )?"
        rf"(?:su|sus) (?:generos[oa] |amable )?{_WILL_ES} (?:de|a|para) (?=\w+[aei]r(?:l[aeo]s?|se)?\b)"
    ),
    re.compile(
        rf"\b(?:agradec|acog|salud)\w+ (?:con \w+ )?(?:el|la) {_WILL_ES} de {_NAME} (?:de|a|para) (?=\w+[aei]r\b)"
    ),
    re.compile(
        rf"\b(?:thank|congratulat|commend|gratitude to|appreciation to|grateful to|indebted to)\w* {_NAME},? for "
        rf"(?:[^;]{{0,160}}?\bfor )?(?:its|their|his|her)(?: kind| generous)? {_WILL_EN} to "
    ),
    re.compile(
        rf"\b(?:welcom|accept|appreciat|not)\w+ (?:with \w+ )?(?:the )?(?:kind |generous )?{_WILL_EN} (?:of|by) "
        rf"{_NAME} to "
    ),
)
#: Something is noted, and in the same breath somebody is told to do more.
_ASKS = (
    re.compile(
        r"\by (?:le|les) (?:encarg|encomiend|encomend|pid|solicit|instruy|instruir)\w* (?:que |a )?"
    ),
    re.compile(
        rf"\by (?:encarg|encomend|encomiend|solicit|ped|pid|instru|invit|exhort|inst)\w* (?:a |al ){_NAME} "
        r"(?:que |a |el |la |un )"
    ),
    re.compile(r"\by (?:la|lo|las|los) (?:invit|exhort|inst|alient)\w* a "),
    re.compile(
        rf"\band (?:to )?(?:instruct|request|ask|invite|direct|urge|task|encourage|call on|call upon)\w* {_NAME} to "
    ),
)
_COURTESY = re.compile(
    r"^\W*(?:to )?(?:agradec|reconoc|felicit|acog|salud|valor|tom\w+ (?:debida )?nota|da\w* por recibid"
    r"|da\w* las gracias|expres|thank|congratulat|commend|tak\w+ note|note|welcom|express|appreciat|acknowledg"
    r"|accept|recogni)"
)
#: "…, to which the Chair shall reply": who owes stands behind the relative.
_RELATIVE = re.compile(
    r"(?:,| -) (?:(?:to|on|for|of|with|about) )?(?:which|whom|whose [\w ]{2,40}?) (?P<who>(?:the |an? )?[\w' ]{2,50}?)"
    r" (?:will|shall|must|is to|are to) "
)


def hidden(block: Block, cut: Cut, paper: Paper, section: Section) -> Draft | None:
    """The duty behind the courtesy that a sentence opens with, or None."""
    text = block.text[cut.start : cut.end]
    folded = fold(text)
    if not _COURTESY.match(folded):
        return None
    for patterns, kind in ((_OFFERS, "offer"), (_ASKS, "request")):
        for pattern in patterns:
            found = pattern.search(folded)
            if found:
                return _draft(block, cut, found, kind, paper, section)  # type: ignore[arg-type]
    return None


def _draft(
    block: Block, cut: Cut, found: re.Match[str], kind: Kind, paper: Paper, section: Section
) -> Draft:
    text = block.text[cut.start : cut.end]
    draft = Draft(block, [(cut.start, cut.end)], kind, "hidden-duty", section)
    complete(draft, text[found.end() :], paper)
    if "who" in found.re.groupindex:
        draft.responsible = _named(text[found.start("who") : found.end("who")], paper)
    else:
        draft.responsible = _last_named(text[: found.start()], paper)
    return draft


def owner_behind(text: str, paper: Paper) -> tuple[Party, ...]:
    """Whom a relative clause binds in a sentence that opens with a courtesy."""
    folded = fold(text)
    found = _RELATIVE.search(folded) if _COURTESY.match(folded) else None
    return _named(text[found.start("who") : found.end("who")], paper) if found else ()


def _named(words: str, paper: Paper) -> tuple[Party, ...]:
    tokens = tokenize(words)
    return name_parties(words, tokens, (0, len(tokens)), paper.memory) if tokens else ()


def _last_named(words: str, paper: Paper) -> tuple[Party, ...]:
    """ "… del informe de la Secretaría Técnica y le encargan": the body named last."""
    tokens = tokenize(words)
    for mention in reversed(known_bodies(tokens, paper.memory)):
        name = words[tokens[mention.first].start : tokens[mention.last].end]
        return (Party(mention.code, name, "anaphora"),)
    return ()
