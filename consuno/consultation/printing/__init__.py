"""A version as a file: PDF, DOCX with what changed as tracked changes, and a matrix to fill."""

from consuno.consultation.printing.matrix import filled_by_hand
from consuno.consultation.printing.paper import printed
from consuno.consultation.printing.tracked import Paragraph, paragraphs, tracked

__all__ = ["Paragraph", "filled_by_hand", "paragraphs", "printed", "tracked"]
