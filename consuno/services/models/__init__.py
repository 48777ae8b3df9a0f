"""The records of services."""

from consuno.services.models.asking import Asking
from consuno.services.models.bringing import Bringing
from consuno.services.models.channel import Channel, Trial
from consuno.services.models.pcode import Pcode
from consuno.services.models.service import Programme, Service, Trait

__all__ = ["Asking", "Bringing", "Channel", "Pcode", "Programme", "Service", "Trait", "Trial"]
