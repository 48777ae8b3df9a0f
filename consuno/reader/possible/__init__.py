"""The second tier: where rules found nothing, a small trained scorer says where else to look.

Rules say what is certain, and why; this only orders the sentences that are left, so that a person
reads first those that look like the ones in which people found duties (docs/adr/0002, 0019).
"""

from consuno.reader.possible.looking import look

__all__ = ["look"]
