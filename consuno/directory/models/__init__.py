"""The records of the directory."""

from consuno.directory.models.body import Body, BodyChange, Country, Mandate
from consuno.directory.models.contact import Contact
from consuno.directory.models.fact import VALID_FOR, Doubt, Fact, Look
from consuno.directory.models.invitation import Invitation
from consuno.directory.models.jurisdiction import Jurisdiction
from consuno.directory.models.membership import Membership, Role
from consuno.directory.models.seat import Attendance, Seat

__all__ = [
    "VALID_FOR", "Attendance", "Body", "BodyChange", "Contact", "Country", "Doubt", "Fact",
    "Invitation", "Jurisdiction",
    "Look", "Mandate", "Membership", "Role", "Seat",
]  # fmt: skip
