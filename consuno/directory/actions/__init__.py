"""Writes of the directory."""

from consuno.directory.actions.bodies import load_bodies
from consuno.directory.actions.doubts import doubt, settle_doubt
from consuno.directory.actions.facts import (
    attach_basis,
    end_competence,
    load_jurisdictions,
    name_competent,
    validate,
)
from consuno.directory.actions.institutions import (
    add_body,
    close_body,
    list_body,
    merge_body,
    record_mandate,
    rename_body,
)
from consuno.directory.actions.invitations import (
    accept_invitation,
    invite,
    send_again,
    withdraw_invitation,
)
from consuno.directory.actions.keys import (
    ask_recovery,
    begin_vault,
    change_passphrase,
    endorse_key,
    entrust_keys,
    found_keys,
    give_key,
    give_part,
    renew_due,
    rotate_keys,
    take_key,
    take_keys_back,
)
from consuno.directory.actions.network import charge, show_civil_society, write_contact
from consuno.directory.actions.people import (
    appoint,
    end_membership,
    end_sessions,
    remove_second_factor,
    see_off,
)
from consuno.directory.actions.seats import attend, correct_seat, end_seat, fill_seat, write_seat

__all__ = [
    "accept_invitation",
    "add_body",
    "appoint",
    "ask_recovery",
    "attach_basis",
    "attend",
    "begin_vault",
    "change_passphrase",
    "charge",
    "close_body",
    "correct_seat",
    "doubt",
    "end_competence",
    "end_membership",
    "end_seat",
    "end_sessions",
    "endorse_key",
    "entrust_keys",
    "fill_seat",
    "found_keys",
    "give_key",
    "give_part",
    "invite",
    "list_body",
    "load_bodies",
    "load_jurisdictions",
    "merge_body",
    "name_competent",
    "record_mandate",
    "remove_second_factor",
    "rename_body",
    "renew_due",
    "rotate_keys",
    "see_off",
    "send_again",
    "settle_doubt",
    "show_civil_society",
    "take_key",
    "take_keys_back",
    "validate",
    "withdraw_invitation",
    "write_contact",
    "write_seat",
]
