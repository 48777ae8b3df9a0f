"""Who writes an entry of the library, gives a view of it, and says that they did the same."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _

from consuno.core.bilingual import Bilingual
from consuno.core.policy import Denied
from consuno.directory.models import Body
from consuno.directory.policies.facts import KEEPING
from consuno.directory.standing import memberships, secretariat_of
from consuno.knowledge.entries import Kind
from consuno.knowledge.models import Entry, Review
from consuno.knowledge.policies.instruments import must_be_a_date


def may_write_entry(user: Any, country: str | None) -> None:
    """Institutions and organisations of the country, for theirs; the Secretariats, for any."""
    mine = any(
        held.role in KEEPING and country and held.body.country_id == country
        for held in memberships(user)
    )
    if not mine and secretariat_of(user) is None:
        raise Denied(
            _("La escriben las instituciones y organizaciones de su país, o una Secretaría."),
            stranger=not memberships(user),
        )


def must_be_told(kind: Kind, title: Bilingual, said: Mapping[str, Any], source: str) -> None:
    """With a title, what its kind needs, and a source; in one language at least."""
    if not title or not source.strip():
        raise Denied(_("Escriba el título y la fuente."))
    missing = [part for part in kind.parts if part.required and not any(said.get(part.slug, {}).values())]  # fmt: skip
    if missing:
        raise Denied(_("Falta: %s.") % ", ".join(str(part.name) for part in missing))


def may_give_view(user: Any, entry: Entry, body: Body) -> None:
    """Another institution than the one whose entry it is, of kinds that are reviewed."""
    _may_act(user, entry, body)
    if entry.body_id == body.pk:
        raise Denied(_("Sobre lo propio no se opina."))


def may_tell_replication(user: Any, entry: Entry, body: Body) -> None:
    """Whoever did the same."""
    _may_act(user, entry, body)


def may_act_on(user: Any, entry: Entry) -> None:
    """Whoever keeps the facts of some body may open the page where one gives a view."""
    if not any(held.role in KEEPING for held in memberships(user)):
        raise Denied(_("Opinan las instituciones."), stranger=not memberships(user))
    if not entry.what.reviewed:
        raise Denied(_("Sobre esto no se opina."))


def _may_act(user: Any, entry: Entry, body: Body) -> None:
    may_act_on(user, entry)
    if not any(held.body_id == body.pk and held.role in KEEPING for held in memberships(user)):
        raise Denied(_("Elija una de sus instituciones."))


def must_be_a_view(verdict: str, text: str) -> None:
    """With its reason."""
    if verdict not in Review.Verdict.values or not text.strip():
        raise Denied(_("Elija una respuesta y diga por qué."))


def must_be_a_replication(since: str, text: str) -> None:
    """Since when, and how it went."""
    if not since or not text.strip():
        raise Denied(_("Diga desde cuándo y cómo les fue."))
    must_be_a_date(since)
