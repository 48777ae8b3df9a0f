"""References of items: "1.P1.a", "2.A.3", "3.b.1", "F.2", from sections, markers and order."""

from __future__ import annotations

from collections import Counter

from consuno.reader.drafts import Draft

_FACET_LETTERS = {"topic": "t", "audience": "d"}


def number_drafts(drafts: list[Draft]) -> None:
    """Give every draft its ref; no two are alike."""
    per_block = Counter((id(draft.block), id(draft.parent)) for draft in drafts)
    counters: Counter[str] = Counter()
    taken: set[str] = set()
    for draft in drafts:
        shared = per_block[id(draft.block), id(draft.parent)] > 1
        base = _base(draft)
        ref = base + _label(draft, base, counters, shared=shared)
        unique, copy = ref, 2
        while unique in taken:
            unique, copy = f"{ref}-{copy}", copy + 1
        taken.add(unique)
        draft.ref = unique


def _base(draft: Draft) -> str:
    if draft.parent is not None:
        return draft.parent.ref + "."
    section = draft.section.label
    if section == "F":
        return "F."
    if not draft.priority_list:
        return f"{section}.A."
    return f"{section}." if draft.facet == "group" else f"{section}.P"


def _label(draft: Draft, base: str, counters: Counter[str], *, shared: bool) -> str:
    letter = _FACET_LETTERS.get(draft.facet or "", "")
    marker = draft.block.marker
    if marker is not None and marker.style in {"letter", "number", "roman"} and not letter:
        label = marker.label
        if shared:
            counters[base + label] += 1
            return f"{label}{counters[base + label]}"
        return label
    counters[base + letter] += 1
    return f"{letter}{counters[base + letter]}"
