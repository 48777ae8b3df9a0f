"""What the grammar of each language hands to the shared engine."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from consuno.reader.model import Kind
from consuno.reader.tokens import Token

Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Scene:
    """Where a sentence stands.

    ``force`` is the kind its list or section announces, or None in running text; ``item`` says
    that it opens a list item; ``bare`` that the paper is typed without accents.
    """

    force: Kind | None = None
    item: bool = False
    bare: bool = False
    record: bool = False

    @property
    def operative(self) -> bool:
        """Whether the sentence binds somebody."""
        return self.force is not None


@dataclass(frozen=True, slots=True)
class Finding:
    """A sentence that binds: by which rule, and who stands where, as ranges of tokens.

    ``needs_date`` marks what only counts with a deadline (a duty told by somebody else, or
    inside thanks). ``subject`` is who acts, ``target`` who is asked, ``agent`` follows "por".
    """

    rule: str
    kind: Kind
    subject: Range | None = None
    target: Range | None = None
    agent: Range | None = None
    needs_date: bool = False
    actionable: bool = True
    at: int = 0


def skip(tokens: Sequence[Token], start: int, words: frozenset[str]) -> int:
    """First token from ``start`` that is neither punctuation nor one of ``words``."""
    while start < len(tokens) and (
        tokens[start].plain in words
        or not (tokens[start].is_word or tokens[start].text[0].isdecimal())
    ):
        start += 1
    return start


def low(tokens: Sequence[Token], index: int) -> str:
    """The word at ``index`` in lower case, or nothing outside the sentence."""
    return tokens[index].low if 0 <= index < len(tokens) else ""


def plain(tokens: Sequence[Token], index: int) -> str:
    """The word at ``index`` folded, or nothing outside the sentence."""
    return tokens[index].plain if 0 <= index < len(tokens) else ""
