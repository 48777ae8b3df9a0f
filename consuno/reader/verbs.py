"""Verb families shared by both languages: what a verb does in minutes.

A language module lists its verbs by family and conjugates only the forms that minutes use.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

Family = Literal["agree", "decide", "request", "offer", "propose", "note", "report"]
# inf: infinitive or base; pres: third person present; we: first person plural;
# past: preterite or simple past; part: participle; ger: gerund.
Form = Literal["inf", "pres", "we", "past", "part", "ger"]


class Use(NamedTuple):
    """A verb form found in a sentence."""

    family: Family
    lemma: str
    form: Form


FormTable = dict[str, tuple[Use, ...]]


def add_form(table: FormTable, word: str, use: Use) -> None:
    """Enter ``word``; one word may be several forms ("approved")."""
    if use not in table.get(word, ()):
        table[word] = (*table.get(word, ()), use)
