"""Who keeps services, who confirms them, who reads them. Refusals say why."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from consuno.core import areas
from consuno.core.policy import Denied, allowed
from consuno.core.vocabularies import words
from consuno.directory.models import Body
from consuno.directory.policies import may_keep_fact as may_keep_fact
from consuno.directory.policies import must_be_ahead as must_be_ahead
from consuno.directory.policies.facts import KEEPING
from consuno.directory.standing import memberships, secretariat_of
from consuno.services.models import Asking, Bringing, Service
from consuno.services.policies.channels import CHANNEL_VALID_FOR as CHANNEL_VALID_FOR
from consuno.services.policies.channels import may_read_channel as may_read_channel
from consuno.services.policies.channels import may_validate_channel as may_validate_channel
from consuno.services.policies.channels import may_write_channel as may_write_channel
from consuno.services.policies.channels import must_be_a_channel as must_be_a_channel
from consuno.services.policies.channels import must_be_a_trial as must_be_a_trial
from consuno.services.policies.channels import tries_for as tries_for
from consuno.services.policies.programmes import must_be_a_programme as must_be_a_programme
from consuno.services.policies.programmes import must_be_its_own as must_be_its_own

#: Vocabularies whose words a service may have; `areas` are ISO 3166-2 codes.
LISTS = ("needs", "populations", "languages", "areas")


def may_read_service(reader: Any, service: Service) -> None:
    """Everybody; of an organisation that hides its name, those who may know it."""
    if not service.body.shown:
        raise Denied("", stranger=True)


def may_enter(user: Any) -> None:
    """Those who act for a body."""
    if not memberships(user):
        raise Denied(_("Los servicios los escriben las instituciones."), stranger=True)


def may_keep_service(user: Any, body: Body) -> None:
    """Its own people, its country's institutions for those of the State, its Secretariat."""
    may_keep_fact(user, body)


def must_fit(body: Body, fields: dict[str, Any], traits: dict[str, list[str]]) -> None:
    """What it says of itself holds together: a name, a need, a place, ages in order."""
    if not fields["name"]:
        raise Denied(_("Escriba cómo se llama el servicio."))
    if not traits.get("needs"):
        raise Denied(_("Elija al menos una cosa para la que sirve."))
    least, most = fields.get("minimum_age"), fields.get("maximum_age")
    if least is not None and most is not None and least > most:
        raise Denied(_("La edad mínima es mayor que la máxima."))
    free, places = fields.get("free_places"), fields.get("places")
    if free is not None and places is not None and free > places:
        raise Denied(_("Hay más plazas libres que plazas."))
    if body.country_id is not None and fields["country"].pk != body.country_id:
        raise Denied(_("El servicio está en otro país que su institución."))
    must_hide(fields)
    _must_be_words(fields, traits)


def must_hide(fields: dict[str, Any]) -> None:
    """A safe place keeps no address: whoever sends a person there asks by telephone."""
    if fields.get("safe") and fields.get("address"):
        raise Denied(
            _("De un lugar seguro no se escribe la dirección, ni aquí: borre la dirección.")
        )


def _must_be_words(fields: dict[str, Any], traits: dict[str, list[str]]) -> None:
    code = fields["country"].pk
    known = {each.code for each in areas.areas(code)}
    wanted = {*traits.get("areas", []), *([fields["area"]] if fields.get("area") else [])}
    if wanted - known:
        raise Denied(_("Esa zona no es de ese país."))
    for vocabulary in LISTS[:3]:
        if set(traits.get(vocabulary, [])) - set(words(vocabulary)):
            raise Denied(_("Elija palabras de la lista."))


def may_confirm(user: Any, body: Body) -> None:
    """Those who speak for the institution that runs it: nobody confirms for another."""
    if not any(held.body_id == body.pk and held.role in KEEPING for held in memberships(user)):
        raise Denied(_("Lo confirma la institución que lo presta."), stranger=not memberships(user))


def may_use(asking: Asking | None) -> Asking:
    """Return what a link of a letter opens while it is good; it works once."""
    if asking is None or not asking.good or not allowed(may_confirm, asking.user, asking.body):
        raise Denied(
            _("Este enlace ya se usó o venció. Entre con su cuenta, o espere la próxima carta.")
        )
    return asking


def must_be_a_status(status: str) -> None:
    """One of those of the standard."""
    if status not in Service.Status.values:
        raise Denied(_("Elija cómo está el servicio."))


def must_hold(service: Service, free: int | None) -> None:
    """No more places are free than there are."""
    if free is not None and service.places is not None and free > service.places:
        raise Denied(_("Hay más plazas libres que plazas."))


def may_bring(user: Any, body: Body) -> None:
    """Whoever writes the services of an institution of a country."""
    may_keep_service(user, body)
    if body.country_id is None or body.closed_on:
        raise Denied(_("Se traen los servicios de una institución de un país."))


def may_finish(user: Any, bringing: Bringing) -> None:
    """Whoever might have begun it, once."""
    may_bring(user, bringing.body)
    if bringing.done_at is not None:
        raise Denied(_("Esa tabla ya se trajo."))


def may_bring_pcodes(user: Any) -> None:
    """A Secretariat: the codes are of everybody's data."""
    if secretariat_of(user) is None:
        raise Denied(_("Los códigos los traen las Secretarías."), stranger=not memberships(user))


def must_have_codes(found: dict[str, str], source: str) -> None:
    """There is a code at least, and the list says whose it is."""
    if not found:
        raise Denied(_("Ningún nombre de la lista es de una zona de ese país."))
    if not source.strip():
        raise Denied(_("Escriba de dónde es la lista, con su fecha."))
