"""Documents made of blocks: the same blocks as PDF (typst) and as Word (python-docx). Pure."""

from consuno.meetings.printing.blocks import Block, Paper, heading, para, table

__all__ = ["Block", "Paper", "heading", "para", "table"]
