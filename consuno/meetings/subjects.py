"""What other rooms send up to a meeting, known here by a key such as "proposal:12" only.

A room says how its records are told of; a meeting's agenda reads their words from it each time.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable

from consuno.core.text import whole_number

#: (primary keys, whether everybody will read it) → the words of each and its page.
Teller = Callable[[Collection[int], bool], dict[int, tuple[str, str]]]

_TELLERS: dict[str, Teller] = {}


def register(kind: str, teller: Teller) -> None:
    """Say how records of a kind are told of; called by a room once, when it is ready."""
    _TELLERS[kind] = teller


def told(keys: Iterable[str], *, public: bool) -> dict[str, tuple[str, str]]:
    """The words and the page of each key; what is not known any more is left out."""
    kinds: dict[str, set[int]] = defaultdict(set)
    for key in keys:
        kind, _colon, number = key.partition(":")
        if (pk := whole_number(number)) is not None:
            kinds[kind].add(pk)
    return {
        f"{kind}:{pk}": said
        for kind, pks in kinds.items() if kind in _TELLERS
        for pk, said in _TELLERS[kind](pks, public).items()
    }  # fmt: skip
