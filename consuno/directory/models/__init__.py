"""The records of the directory."""

from consuno.directory.models.body import Body, Country
from consuno.directory.models.invitation import Invitation
from consuno.directory.models.membership import Membership, Role

__all__ = ["Body", "Country", "Invitation", "Membership", "Role"]
