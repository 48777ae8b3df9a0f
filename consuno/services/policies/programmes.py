"""What a programme must be. Who keeps the services of an institution keeps its programmes."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from consuno.core.bilingual import Bilingual
from consuno.core.policy import Denied
from consuno.directory.models import Body
from consuno.services.models import Programme

#: How many an institution may have: more is an import gone wrong.
MOST_PROGRAMMES = 100


def must_be_a_programme(body: Body, name: Bilingual, programme: Programme | None) -> None:
    """It has a name that no other of its institution has."""
    if not name.es:
        raise Denied(_("Escriba cómo se llama el programa."))
    others = body.programmes.exclude(pk=programme.pk if programme else 0)
    if any(each.name.es.casefold() == name.es.casefold() for each in others):
        raise Denied(_("Esa institución ya tiene un programa con ese nombre."))
    if programme is None and others.count() >= MOST_PROGRAMMES:
        raise Denied(_("Son demasiados programas: retire los que ya no hay."))


def must_be_its_own(programme: Programme | None, body: Body) -> None:
    """A service is of a programme of its own institution, or of none."""
    if programme is not None and programme.body_id != body.pk:
        raise Denied(_("Ese programa es de otra institución."))
