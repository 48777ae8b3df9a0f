"""Reads of the directory."""

from consuno.directory.queries.bodies import (
    ANSWERING,
    BodyNames,
    Gazetteer,
    acting_for,
    bodies,
    bodies_of,
    closed,
    members,
    open_invitations,
    organs_of,
    people_of,
)
from consuno.directory.queries.doubts import doubts_of, secretariat_for, waiting_doubts
from consuno.directory.queries.jurisdictions import competent, jurisdictions, matrix
from consuno.directory.queries.keys import (
    Holder,
    Keyring,
    current_keys,
    keyed_bodies,
    keyring,
)
from consuno.directory.queries.network import POSTS, Side, network, seats_of, side_of

__all__ = [
    "ANSWERING",
    "POSTS",
    "BodyNames",
    "Gazetteer",
    "Holder",
    "Keyring",
    "Side",
    "acting_for",
    "bodies",
    "bodies_of",
    "closed",
    "competent",
    "current_keys",
    "doubts_of",
    "jurisdictions",
    "keyed_bodies",
    "keyring",
    "matrix",
    "members",
    "network",
    "open_invitations",
    "organs_of",
    "people_of",
    "seats_of",
    "secretariat_for",
    "side_of",
    "waiting_doubts",
]
