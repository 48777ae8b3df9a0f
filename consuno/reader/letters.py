"""Letters as they are read: one form for what files write in several, line by line the same paper."""

from __future__ import annotations

import re
import unicodedata

#: Letters that only look otherwise: ligatures, hyphens that never break, blanks of another width.
_SAME = {
    **{code: unicodedata.normalize("NFKC", chr(code)) for code in range(0xFB00, 0xFB07)},
    **dict.fromkeys((0x2010, 0x2011, 0xFE63, 0xFF0D), "-"),
    **dict.fromkeys((0xA0, 0x2007, 0x202F, 0x2002, 0x2003, 0x2009, 0x3000), " "),
    # Marks that show nothing: where a word may break, which way it is written, that the file is UTF-8.
    **dict.fromkeys((0xAD, 0x200B, 0x200E, 0x200F, 0x2060, 0xFEFF), None),
}
_BROKEN = re.compile("\u00ad(?=[ \t]*(?:\r\n|\n|\r))")


def normalise(text: str) -> str:
    """Return the text with composed accents (NFC), plain hyphens and blanks, and no invisible marks.

    Its lines are the same lines: a word that a soft hyphen breaks at their end is broken by a hyphen.
    """
    return unicodedata.normalize("NFC", _BROKEN.sub("-", text).translate(_SAME))
