"""What leaves the directory as a file: the network of focal points, a body a row."""

from __future__ import annotations

from collections.abc import Callable

from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from consuno.core.tables import Column
from consuno.directory.queries.network import POSTS, Line


def _holders(place: int) -> Callable[[Line], list[str] | str]:
    """Who holds a post; whoever may not read names reads whether somebody does."""

    def cell(line: Line) -> list[str] | str:
        post = line.posts[place]
        if post.names:
            return [each.user.name for each in post.held]
        return _now("cubierto") if post.held else ""

    return cell


NETWORK: tuple[Column[Line], ...] = (
    Column("country", lambda line: str(line.body.country), _("País")),
    Column("side", lambda line: str(line.side.label), _("Lado")),
    Column("body", lambda line: str(line.body), _("Institución"), 40),
    *(Column(role.value, _holders(at), role.label, 30) for at, role in enumerate(POSTS)),
    Column("email", lambda line: line.contact.email if line.contact else "", _("Correo"), 30),
    Column("phone", lambda line: line.contact.phone if line.contact else "", _("Teléfono")),
    Column("web", lambda line: line.contact.web if line.contact else "", _("Página"), 30),
)
