"""A version as a file: PDF, and DOCX with what changed as tracked changes."""

from consuno.consultation.printing.paper import printed
from consuno.consultation.printing.tracked import Paragraph, paragraphs, tracked

__all__ = ["Paragraph", "paragraphs", "printed", "tracked"]
