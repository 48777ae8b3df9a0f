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
    people_of,
)
from consuno.directory.queries.doubts import doubts_of, secretariat_for, waiting_doubts
from consuno.directory.queries.jurisdictions import competent, jurisdictions, matrix
from consuno.directory.queries.network import POSTS, Side, network, seats_of, side_of

__all__ = [
    "ANSWERING",
    "POSTS",
    "BodyNames",
    "Gazetteer",
    "Side",
    "acting_for",
    "bodies",
    "bodies_of",
    "closed",
    "competent",
    "doubts_of",
    "jurisdictions",
    "matrix",
    "members",
    "network",
    "open_invitations",
    "people_of",
    "seats_of",
    "secretariat_for",
    "side_of",
    "waiting_doubts",
]
