"""Writes of monitoring."""

from consuno.monitoring.actions.answering import name_bodies, settle_plain

__all__ = ["name_bodies", "settle_plain"]
