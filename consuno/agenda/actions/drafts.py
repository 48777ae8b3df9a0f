"""What the reader found in a paper, as candidates of it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import Any

from consuno.agenda.commitment_fields import found_of
from consuno.agenda.deadlines import fields_of
from consuno.agenda.models import Candidate, Minutes, Population, Theme
from consuno.agenda.populations import named_in, text_of
from consuno.core.text import fold
from consuno.reader import Extraction, Item, Party


def candidates_of(minutes: Minutes, found: Extraction) -> list[Candidate]:
    """Return what was found as candidates of this paper, in its order; not saved yet."""
    themes, populations = list(Theme.objects.all()), list(Population.objects.all())
    drafts = [_item(item, themes) for item in found.items if item.kind != "note"]
    drafts += [
        Candidate(
            ref=challenge.ref, kind=Candidate.Kind.CHALLENGE, theme=theme_for(challenge.theme, themes),
            quote=challenge.text, lines=list(challenge.lines), rule="challenge",
            spans=[[span.start, span.end] for span in challenge.spans],
        )
        for challenge in found.challenges
    ]  # fmt: skip
    _share_themes(drafts)
    drafts.sort(key=lambda draft: (draft.lines, draft.spans))
    seen: set[str] = set()
    for number, draft in enumerate(drafts, start=1):
        draft.minutes, draft.number, draft.statement = minutes, number, draft.quote
        draft.populations = populations_in(draft, populations)
        if draft.ref in seen:  # a paper may number two things alike
            draft.ref = f"{draft.ref[:30]}~{number}"
        seen.add(draft.ref)
    return drafts


def populations_in(candidate: Candidate, known: Sequence[Population]) -> list[str]:
    """Return the keys of the populations that a candidate's words and parties name."""
    names = (row["name"] for row in candidate.parties)
    return [each.pk for each in named_in(text_of(candidate.statement, names), known)]


def _share_themes(drafts: list[Candidate]) -> None:
    """An item whose own words name no theme is of the theme of its section ("1.P3", "1.A.a")."""
    sections: dict[str, Counter[Theme]] = defaultdict(Counter)
    for draft in drafts:
        if draft.theme is not None:
            sections[draft.ref.partition(".")[0]][draft.theme] += 1
    for draft in drafts:
        found = sections.get(draft.ref.partition(".")[0])
        if draft.theme is None and found:
            draft.theme = found.most_common(1)[0][0]


def _item(item: Item, themes: list[Theme]) -> Candidate:
    return Candidate(
        ref=item.ref[:40], rule=item.rule, theme=theme_for(item.theme, themes),
        parent_ref=(item.parent or "")[:40],
        parties=[
            *(party_row("responsible", party) for party in item.responsible),
            *(party_row("requester", party) for party in item.requester),
            *({"role": "beneficiary", "body": None, "name": name, "basis": "explicit"}
              for name in item.beneficiaries),
        ],
        **found_of(item), **fields_of(item.deadline),
    )  # fmt: skip


def party_row(role: str, party: Party) -> dict[str, Any]:
    """Return a party of the reader as a candidate keeps it."""
    return {"role": role, "body": party.body, "name": party.name[:200], "basis": party.basis}


def theme_for(heading: str | None, themes: list[Theme]) -> Theme | None:
    """The theme that a heading of a paper speaks of, by the beginnings of its words."""
    words = fold(heading or "").split()
    for theme in themes:
        if any(word.startswith(tuple(theme.keywords)) for word in words):
            return theme
    return None
