"""Writes of the agenda."""

from consuno.agenda.actions.answers import answer
from consuno.agenda.actions.commitment import (
    add_commitment,
    close_commitment,
    hear,
    promote,
    promote_chosen,
    resolve_event,
)
from consuno.agenda.actions.correction import Correction, correct_minutes
from consuno.agenda.actions.corrigenda import (
    agree_corrigendum,
    propose_corrigendum,
    withdraw_corrigendum,
)
from consuno.agenda.actions.dates import set_date
from consuno.agenda.actions.domain import load_agenda
from consuno.agenda.actions.minutes import pass_on, record_minutes, withdraw_minutes
from consuno.agenda.actions.possible import dismiss_possible, reopen_possible, take_possible
from consuno.agenda.actions.reshape import merge, split, undo
from consuno.agenda.actions.review import (
    accept,
    add_candidate,
    edit,
    reconsider,
    reject,
)
from consuno.agenda.actions.rows import Listed, record_rows
from consuno.agenda.actions.sameness import is_another, is_another_paper, same_as_agenda
from consuno.agenda.actions.saved import forget_filter, save_filter

__all__ = [
    "Correction",
    "Listed",
    "accept",
    "add_candidate",
    "add_commitment",
    "agree_corrigendum",
    "answer",
    "close_commitment",
    "correct_minutes",
    "dismiss_possible",
    "edit",
    "forget_filter",
    "hear",
    "is_another",
    "is_another_paper",
    "load_agenda",
    "merge",
    "pass_on",
    "promote",
    "promote_chosen",
    "propose_corrigendum",
    "reconsider",
    "record_minutes",
    "record_rows",
    "reject",
    "reopen_possible",
    "resolve_event",
    "same_as_agenda",
    "save_filter",
    "set_date",
    "split",
    "take_possible",
    "undo",
    "withdraw_corrigendum",
    "withdraw_minutes",
]
