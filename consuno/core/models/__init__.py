"""Records of the kernel."""

from consuno.core.models.audit import AppendOnlyError, AuditEntry, AuditSeal
from consuno.core.models.counter import Counter
from consuno.core.models.job import QueuedJob
from consuno.core.models.notice import Notice
from consuno.core.models.searching import SearchEntry, SearchWord
from consuno.core.models.session import Session
from consuno.core.models.user import User
from consuno.core.models.vault import (
    Endorsement,
    FilePiece,
    Grant,
    Instance,
    Key,
    Lock,
    MemberWrap,
    OpenVault,
    Recovery,
    RecoveryShare,
    SealedFile,
    Section,
    Wrap,
)

__all__ = [
    "AppendOnlyError", "AuditEntry", "AuditSeal", "Counter", "Endorsement", "FilePiece", "Grant",
    "Instance", "Key", "Lock",
    "MemberWrap", "Notice", "OpenVault", "QueuedJob", "Recovery", "RecoveryShare", "SealedFile", "SearchEntry",
    "SearchWord", "Section", "Session", "User", "Wrap",
]  # fmt: skip
