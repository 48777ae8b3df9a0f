"""Records of monitoring."""

from consuno.monitoring.models.obligation import Naming, Obligation

__all__ = ["Naming", "Obligation"]
