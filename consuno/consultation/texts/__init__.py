"""Texts and their versions, as pure functions: which clause is which, what changed, where a remark
belongs. Nothing here knows of the database.
"""

from consuno.consultation.texts.alignment import align
from consuno.consultation.texts.anchors import Anchor, Carried, carry
from consuno.consultation.texts.redline import Change, Line, redline, words_changed

__all__ = ["Anchor", "Carried", "Change", "Line", "align", "carry", "redline", "words_changed"]
