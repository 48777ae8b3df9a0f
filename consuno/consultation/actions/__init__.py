"""Writes of consultation."""

from consuno.consultation.actions.clauses import (
    add_clause,
    cover,
    move_clause,
    remove_clause,
    take_in,
    write_clause,
)
from consuno.consultation.actions.proposals import (
    add_artefact,
    begin_version,
    describe_version,
    freeze,
    propose,
    remove_artefact,
    withdraw_proposal,
)

__all__ = [
    "add_artefact",
    "add_clause",
    "begin_version",
    "cover",
    "describe_version",
    "freeze",
    "move_clause",
    "propose",
    "remove_artefact",
    "remove_clause",
    "take_in",
    "withdraw_proposal",
    "write_clause",
]
