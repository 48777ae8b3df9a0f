"""Running text: which of its sentences may bind, and which paragraphs stand as items all the same."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from consuno.agenda.extraction import frames_en, frames_es, press, spanish_verbs
from consuno.agenda.extraction.acts import complete, with_basis
from consuno.agenda.extraction.blocks import Block
from consuno.agenda.extraction.cutting import Cut, cut_block
from consuno.agenda.extraction.drafts import Draft
from consuno.agenda.extraction.text import fold
from consuno.agenda.extraction.tokens import tokenize

if TYPE_CHECKING:
    from consuno.agenda.extraction.reader import Reader

#: "The Network heard …", "La Red recordó …": told at the meeting, whatever list it stands in.
_TOLD = re.compile(
    r"^\W*+(?:[\w’'-]++\W++){1,7}?(?:heard|recalled|noted|stressed|observed|reported|informed|explained|said|thanked"
    r"|welcomed|reiterated|underlined|recordo|recordaron|escucho|escucharon|informo|informaron|senalo|senalaron"
    r"|destaco|destacaron|reitero|reiteraron|subrayo|subrayaron|explico|explicaron|expuso|expusieron|agradecio"
    r"|agradecieron|dio a conocer|guardo un minuto|tomo nota|tomaron nota)\b"
)

_PAST = re.compile(
    r"\b(?:se (?:informo|presento|reviso|discutio|comento|analizo|dio lectura|leyo|converso)|was presented|was discussed"
    r"|reported|presented|discussed|reviewed|informo|presento|none|ningun[oa]?|no hay|nil)\b"
)


def cuts_that_may_bind(reader: Reader, block: Block, start: int) -> list[Cut]:
    """All sentences of a record; of any other text, what it reports that parties agreed."""
    cuts = cut_block(block.text, reader.paper.language, item=block.marker is not None, start=start)
    if is_title(block.text):
        return []
    if reader.paper.genre.record:
        return cuts
    if not reader.news:
        return []
    return [cut for cut in cuts if press.reports_agreement(block.text[cut.start : cut.end])]


def is_title(text: str) -> bool:
    """Whether a line is printed in capitals, as titles are."""
    letters = [char for char in text[:80] if char.isalpha()]
    return len(letters) > 20 and sum(map(str.isupper, letters)) > len(letters) * 3 // 4


def goes_on(reader: Reader, block: Block) -> list[Draft]:
    """News: the sentence after a reported agreement may add to it, by the same parties."""
    before = reader.drafts[-1] if reader.drafts else None
    if not reader.news or before is None or not press.goes_on(block.text):
        return []
    end = block.text.find(". ") + 1 or len(block.text)
    draft = Draft(block, [(0, end)], before.kind, "reported-addition", reader.section)
    complete(draft, block.text[:end], reader.paper)
    draft.responsible = with_basis(before.responsible, "inherited")
    return [draft]


def is_numbered_task(reader: Reader, block: Block) -> bool:
    """ "5.1 Crear un grupo de trabajo …": a numbered paragraph of minutes that opens with a task."""
    if block.marker is None or block.marker.style != "multi" or not reader.paper.genre.record:
        return False
    tokens = tokenize(block.text[:80])
    verb = tokens[0].low if tokens else ""
    return (
        reader.paper.language == "es"
        and spanish_verbs.is_infinitive(verb)
        and verb in spanish_verbs.WORK
    )


_MATTERS = re.compile(
    r"^\W*(?:puntos? (?:tratados?|abordados?|discutidos?)|temas? (?:tratados?|abordados?|discutidos?)|asuntos tratados"
    r"|desarrollo(?: de la (?:reunion|sesion))?|desahogo[^:]*|deliberaciones|discusion|discussion|matters discussed"
    r"|proceedings|items discussed|points discussed)\W*$"
)


def is_next_title(reader: Reader, block: Block) -> bool:
    """A short line numbered on from the title that closed: "1. Present" … "2. Matters arising"."""
    if _MATTERS.match(fold(block.text[:80])):
        return True
    closing, here = reader.closed_by, block.marker
    if closing is None or here is None or here.style != closing.style:
        return False
    if here.label.isdecimal() and closing.label.isdecimal():
        later = int(here.label) > int(closing.label)
    else:
        later = here.label != closing.label
    return later and len(block.text.split()) <= 14 and not block.text.endswith((".", ";", ","))


def stands_as_item(reader: Reader, block: Block, parent: Draft | None) -> bool:
    """Whether a list member without a binding verb is an item all the same."""
    words = block.text.split()
    if block.marker is None or parent is not None or len(words) < 3 or block.text.endswith(":"):
        return False
    language = reader.paper.language
    tokens = tokenize(block.text)
    uses = (
        frames_es.uses_of(tokens[0], bare=True)
        if language == "es"
        else frames_en.uses_of(tokens[0])
    )
    if any(use.family in {"note", "report"} for use in uses):
        return False
    opening = fold(block.text[:200])
    return reader.heading.mode == "list" and not (_PAST.search(opening) or _TOLD.match(opening))


_SETTLES = re.compile(
    r"^\W*(?:que |to )?(?:aprobar|adoptar|ratificar|designar|nombrar|elegir|aceptar|rechazar|autorizar|declarar|fijar"
    r"|establecer que|mantener|determinar|disponer|decid\w*|resolv\w*|approv\w*|adopt\w*|ratif\w*|appoint\w*|elect\w*"
    r"|accept\w*|reject\w*|authori[sz]\w*|declar\w*|endors\w*|keep|maintain|fix)\b"
)


def weigh_decision(draft: Draft) -> None:
    """Under "DECIDEN:" an act still to be done is agreed; only what settles a matter is decided."""
    if draft.kind != "decision" or draft.rule not in {"infinitive-at-item", "listed-agreement"}:
        return
    if not _SETTLES.match(fold(draft.text[:80])):
        draft.kind, draft.actionable = "agreement", True
