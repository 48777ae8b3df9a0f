"""The present tense as a duty: "INM revisa el texto" under a heading that announces tasks."""

from __future__ import annotations

from consuno.reader import spanish_verbs
from consuno.reader.acts import complete
from consuno.reader.blocks import Block
from consuno.reader.cutting import Cut
from consuno.reader.drafts import Draft
from consuno.reader.parties import name_parties
from consuno.reader.state import State
from consuno.reader.subjects import DETERMINERS, is_actor
from consuno.reader.tokens import tokenize

#: Work that minutes assign in the present and that has no passive future of its own.
_MORE_WORK = frozenset(
    "mandar confirmar llamar subir pasar ordenar cargar reservar anotar averiguar".split()
)
#: "Grupo de Consulta", "la visita": after these it is a noun.
_BEFORE_NOUNS = DETERMINERS | frozenset(
    "de del en a al por para con sin sobre y e o que se no ya".split()
)
_REACH = 8


def present(state: State, block: Block, cut: Cut) -> Draft | None:
    """The task of a sentence in which a body does some work in the present, or None."""
    if state.paper.language != "es":
        return None
    text = block.text[cut.start : cut.end]
    tokens = tokenize(text)
    for index, token in enumerate(tokens[1 : _REACH + 1], start=1):
        if not token.is_word or _lemma(token.plain) is None:
            continue
        if tokens[index - 1].plain in _BEFORE_NOUNS or not is_actor(tokens, (0, index), "es"):
            return None
        draft = Draft(
            block,
            [(cut.start, cut.end)],
            state.heading.kind or "agreement",
            "present-task",
            state.section,
        )
        complete(draft, text, state.paper)
        draft.responsible = name_parties(text, tokens, (0, index), state.paper.memory)
        return draft if draft.responsible else None
    return None


def _lemma(word: str) -> str | None:
    """The infinitive of the work whose third person of the present this is."""
    stem = word.removesuffix("n")
    endings = {"a": ("ar",), "e": ("er", "ir")}.get(stem[-1:], ())
    known = spanish_verbs.WORK | _MORE_WORK
    return next((stem[:-1] + end for end in endings if stem[:-1] + end in known), None)
