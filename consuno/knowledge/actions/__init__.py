"""Writes of the library."""

from consuno.knowledge.actions.assessments import (
    begin_assessment,
    give_assessment,
    save_assessment,
    speak_beside,
)
from consuno.knowledge.actions.entries import (
    give_view,
    load_entries,
    tell_replication,
    withdraw_entry,
    write_entry,
)
from consuno.knowledge.actions.instruments import (
    add_edition,
    add_instrument,
    add_text,
    load_instruments,
    write_adoption,
)
from consuno.knowledge.actions.law import ask_country, load_law, note_provision, write_provision

__all__ = [
    "add_edition",
    "add_instrument",
    "add_text",
    "ask_country",
    "begin_assessment",
    "give_assessment",
    "give_view",
    "load_entries",
    "load_instruments",
    "load_law",
    "note_provision",
    "save_assessment",
    "speak_beside",
    "tell_replication",
    "withdraw_entry",
    "write_adoption",
    "write_entry",
    "write_provision",
]
