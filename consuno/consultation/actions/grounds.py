"""A provision that is cited and that the library does not have is noted there, unconfirmed."""

from __future__ import annotations

from collections.abc import Iterable

from consuno.core.models import User
from consuno.directory.models import Body
from consuno.knowledge import actions as library
from consuno.knowledge.models import Provision


def grounds(
    body: Body, provisions: Iterable[Provision], basis: str, adds: str, by: User
) -> tuple[list[Provision], str]:
    """The provisions that are cited, and what is left to say in words.

    `adds` is "element:answer" where what `basis` names is to be noted in the library. Raises Denied.
    """
    found = list(provisions)
    if not adds or body.country is None:
        return found, basis
    element, _colon, value = adds.partition(":")
    noted = library.note_provision(
        country=body.country, element=element, value=value, law=basis, by=by
    )
    return [*found, noted], ""
