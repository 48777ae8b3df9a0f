"""How much may be checked at once."""

from django.utils.translation import gettext_lazy as _

from consuno.core.policy import Denied

#: Longest text that a page checks, in letters; files of any length: `consuno check_terms`.
LONGEST = 100_000


def must_be_short(text: str) -> None:
    """Not a whole book."""
    if len(text) > LONGEST:
        raise Denied(_("Son más de 100 000 letras: revíselo por partes."))
