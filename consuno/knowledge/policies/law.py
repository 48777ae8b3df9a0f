"""Who writes the law of a country into the matrix, and who compares it with Palermo."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from consuno.core.bilingual import Bilingual
from consuno.core.policy import Denied
from consuno.directory.models import Country
from consuno.directory.policies.facts import KEEPING
from consuno.directory.standing import memberships, secretariat_of
from consuno.knowledge.elements import elements


def may_write_law(user: Any, country: str) -> None:
    """The State's institutions of the country, and the Technical Secretariat of the Conference."""
    mine = any(
        held.body.country_id == country and not held.body.civil_society and held.role in KEEPING
        for held in memberships(user)
    )
    secretariat = secretariat_of(user)
    if not mine and (secretariat is None or secretariat.civil_society):
        raise Denied(
            _("La ley de un país la escriben sus instituciones y la Secretaría de la CRM."),
            stranger=not memberships(user),
        )


def must_be_an_answer(element: str, value: str) -> None:
    """An answer that fits an element of the matrix."""
    found = elements().get(element)
    if found is None or value not in found.values:
        raise Denied(_("Elija una respuesta de la lista."))


def must_be_a_provision(element: str, value: str, law: str, source: str, text: Bilingual) -> None:
    """Of an element of the matrix, with an answer that fits, the law's name and its source."""
    must_be_an_answer(element, value)
    if not law.strip() or not source.strip():
        raise Denied(_("Escriba la ley y la fuente: el diario oficial o la página, con su fecha."))
    if max(len(text.es), len(text.en)) > 1000:
        raise Denied(_("Hasta 1 000 letras."))


def must_be_cited(element: str, value: str, law: str) -> None:
    """Of an element of the matrix, with an answer that fits and the law's name."""
    must_be_an_answer(element, value)
    if not law.strip():
        raise Denied(_("Escriba qué norma es, con su artículo."))


def must_be_unknown(*, known: bool) -> None:
    """What the library knows is cited from it."""
    if known:
        raise Denied(_("La biblioteca ya tiene esa norma: elíjala de la lista, o corríjala allí."))


def must_be_an_element(element: str) -> None:
    """One of the matrix."""
    if element not in elements():
        raise Denied(_("Elija un elemento de la lista."))


def may_ask(user: Any, *, known: bool) -> None:
    """Those who act for a body, of what is not known."""
    if not memberships(user):
        raise Denied(_("Preguntan las instituciones."), stranger=True)
    if known:
        raise Denied(_("Eso ya se sabe, o ya se preguntó."))


def may_see_palermo(reader: Any, country: Country) -> None:
    """Members: what a State would have to change is talked of among them."""
    if not memberships(reader):
        raise Denied(_("Esa lista la leen las instituciones."), stranger=True)
