"""The records of the directory."""

from consuno.directory.models.body import Body, BodyChange, Country, Mandate
from consuno.directory.models.invitation import Invitation
from consuno.directory.models.membership import Membership, Role

__all__ = ["Body", "BodyChange", "Country", "Invitation", "Mandate", "Membership", "Role"]
