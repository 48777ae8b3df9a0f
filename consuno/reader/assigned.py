"""Records of decisions: what is to be done, and in a bracket at its end who does it, and until when.

"Written comments to be sent to the Chair. [Immigration; Labour, 5 Nov 2021]"
"""

from __future__ import annotations

import re

from consuno.reader.acts import complete
from consuno.reader.blocks import NAMED_LINE, Block
from consuno.reader.deadlines import read_date_cell
from consuno.reader.drafts import Draft
from consuno.reader.english_verbs import work_bases
from consuno.reader.model import Deadline, Party
from consuno.reader.parties import Memory, doers, known_bodies, name_parties
from consuno.reader.spanish_verbs import is_infinitive
from consuno.reader.state import State
from consuno.reader.tokens import tokenize

_BRACKET = re.compile(
    r"\[(?P<who>[A-ZÁÉÍÓÚÑ][^\[\]\d]{1,60}?)(?:, ?(?P<when>[^\[\],]{2,40}))?\]\s*\.?\s*$",
    re.MULTILINE,
)
_ADDRESSED = re.compile(
    r"^\W*(?:recomendaciones|propuestas|solicitudes|peticiones|tareas|acciones|encargos|recommendations"
    r"|proposals|requests|actions|tasks) (?:para|a|dirigid[ao]s a|for|to) (?P<who>[^:]+?)\s*:?\s*$",
    re.IGNORECASE,
)
_ATTRIBUTED = re.compile(
    r"(?<=[\w.;,)]) (?:Responsables?|Encargad[oa]s?|Responsible|Owners?|Lead): (?P<who>[^.;:]{2,80})"
    r"(?:[.;] (?:Plazo|Fecha(?: límite)?|Deadline|Due|When): (?P<when>[^.;]{2,60}))?\.?$"
)
_PARTS = re.compile(r"[;/,]|\s(?:y|and|e)\s")
#: One bracket may be a remark; a paper that ends several items so names who does them.
_FEWEST = 2
_LONGEST_NAME = 6


def assigned(state: State, block: Block) -> Draft | None:
    """The item of a block that ends in a bracket with names, in a record that ends others so; or None."""
    found = _BRACKET.search(block.text)
    if found is None or block.marker is None or not _may_assign(state):
        return None
    names = [name.strip(" .") for name in _PARTS.split(found["who"])]
    when, deadline = found["when"] or "", None
    if when:
        deadline = read_date_cell(when, state.paper.anchor, state.paper.language)
        if deadline.kind == "none" and not _says_none(when):
            names, deadline = [*names, when], None
    if not _are_names(names):
        return None
    return _draft(state, block, found.start(), names, deadline)


def _may_assign(state: State) -> bool:
    """Whether brackets name owners here: not of those present ("Ana [Guatemala]") nor of challenges."""
    if not state.paper.genre.record or state.heading.mode in {"closed", "challenge"}:
        return False
    if state.assigns is None:
        state.assigns = len(_BRACKET.findall(state.paper.source)) >= _FEWEST
    return state.assigns


def named(state: State, block: Block) -> Draft | None:
    """ "Honduras - mandar el padrón": the item of a line that puts who before what, among others; or None."""
    found = NAMED_LINE.match(block.text)
    if (
        found is None
        or block.marker is not None
        or not _is_work(found["what"], state.paper.language)
    ):
        return None
    if state.names is None:
        lines = state.paper.source.split("\n")
        state.names = sum(bool(NAMED_LINE.match(line.strip())) for line in lines) >= _FEWEST
    if not state.names or not state.paper.genre.lists:
        return None
    draft = Draft(block, [(0, len(block.text))], "agreement", "named-line", state.section)
    complete(draft, block.text[found.start("what") :], state.paper)
    draft.theme = state.theme
    draft.responsible = doers(found["who"], state.paper.memory)
    return draft


def attributed(state: State, block: Block) -> Draft | None:
    """ "Diseñar un cartel. Responsable: UNICEF. Plazo: marzo": an item that says who and until when; or None."""
    found = _ATTRIBUTED.search(block.text)
    if found is None or block.marker is None or not state.paper.genre.lists:
        return None
    draft = Draft(block, [(0, len(block.text))], "agreement", "attributed", state.section)
    complete(draft, block.text[: found.start()], state.paper)
    if found["when"]:
        draft.deadline = read_date_cell(found["when"], state.paper.anchor, state.paper.language)
    draft.theme = state.theme
    draft.responsible = doers(found["who"].strip(), state.paper.memory)
    return draft


def addressed(heading: str, memory: Memory) -> tuple[Party, ...]:
    """ "Recomendaciones para los gobiernos:": those whom a heading puts its list to."""
    found = _ADDRESSED.search(heading)
    if found is None or len(found["who"].split()) > _LONGEST_NAME:
        return ()
    tokens = tokenize(found["who"])
    return name_parties(found["who"], tokens, (0, len(tokens)), memory)


def _is_work(word: str, language: str) -> bool:
    return is_infinitive(word) if language == "es" else word in work_bases()


def _says_none(when: str) -> bool:
    """ "no date set": what stands where the day would."""
    return when.split(" ", 1)[0].lower() in {"no", "sin"}


def _are_names(names: list[str]) -> bool:
    return all(name[:1].isupper() and len(name.split()) <= _LONGEST_NAME for name in names if name)


def _draft(
    state: State, block: Block, end: int, names: list[str], deadline: Deadline | None
) -> Draft:
    draft = Draft(block, [(0, len(block.text))], "agreement", "assigned", state.section)
    complete(draft, block.text[:end], state.paper)
    if deadline is not None and deadline.kind != "none":
        draft.deadline = deadline
    draft.theme = state.theme
    draft.responsible = tuple(party for name in names if name for party in _parties(state, name))
    return draft


def _parties(state: State, name: str) -> tuple[Party, ...]:
    tokens = tokenize(name)
    if known_bodies(tokens, state.paper.memory):
        return name_parties(name, tokens, (0, len(tokens)), state.paper.memory)
    return (Party(None, name, "explicit"),)
