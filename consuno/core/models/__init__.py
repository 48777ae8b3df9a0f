"""Records of the kernel."""

from consuno.core.models.audit import AppendOnlyError, AuditEntry, AuditSeal
from consuno.core.models.job import QueuedJob
from consuno.core.models.notice import Notice
from consuno.core.models.searching import SearchEntry, SearchWord
from consuno.core.models.session import Session
from consuno.core.models.user import User

__all__ = [
    "AppendOnlyError", "AuditEntry", "AuditSeal", "Notice", "QueuedJob", "SearchEntry",
    "SearchWord", "Session", "User",
]  # fmt: skip
