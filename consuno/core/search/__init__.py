"""Search over what rooms register, in both languages, alike on both databases."""

from consuno.core.search.documents import Document, Kind, kinds, said
from consuno.core.search.find import Found, Result, Wanted, find
from consuno.core.search.indexing import (
    forget,
    index,
    paused,
    rebuild,
    rebuild_search,
    register,
)

__all__ = [
    "Document", "Found", "Kind", "Result", "Wanted", "find", "forget", "index", "kinds", "paused", "rebuild",
    "rebuild_search", "register", "said",
]  # fmt: skip
