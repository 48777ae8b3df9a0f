"""Records of the kernel."""

from consuno.core.models.user import User

__all__ = ["User"]
