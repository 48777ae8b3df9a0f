"""What the library tells people of."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext as _

from consuno.core.models import User
from consuno.core.notices import Line, notice
from consuno.core.policy import allowed
from consuno.knowledge import policies
from consuno.knowledge.elements import elements
from consuno.knowledge.models import Asked


@notice(lambda: Asked.objects.select_related("country"))
def law_asked(reader: User, found: Asked) -> Line | None:
    """Somebody asks what the law of one's country says of an element."""
    if not allowed(policies.may_write_law, reader, found.country_id):
        return None
    words = _("Preguntan qué dice la ley de %(country)s: %(what)s") % {
        "country": found.country, "what": elements()[found.element],
    }  # fmt: skip
    address = reverse("knowledge:write_provision", args=[found.country_id, found.element])
    return Line(words, address)
