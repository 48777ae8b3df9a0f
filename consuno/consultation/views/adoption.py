"""A text is adopted: the Presidency declares it, the Technical Secretariat certifies and publishes it."""

from __future__ import annotations

from functools import partial

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from consuno.consultation import actions, policies
from consuno.consultation.forms import AdoptionForm
from consuno.consultation.models import Adoption
from consuno.consultation.views.positions import version_sought
from consuno.consultation.views.shared import proposal_of, written
from consuno.core.acting import press
from consuno.core.interrupted_forms import resumable
from consuno.core.middleware import person


@resumable
def declare(request: HttpRequest, pk: int) -> HttpResponse:
    """Declare that the last text that circulated was adopted."""
    by = person(request)
    version = version_sought(request, pk)
    policies.may_declare(by, version)
    form = AdoptionForm(request.POST or None)
    return written(
        request, form, partial(actions.declare_adoption, version=version, by=by),
        {"title": _("Declarar que se adoptó"), "version": version,
         "lead": _("Solo por consenso. El texto y lo que cada uno declaró quedan como están hoy.")},
        version.proposal,
    )  # fmt: skip


@require_POST
def certify(request: HttpRequest, pk: int) -> HttpResponse:
    """Certify the text and publish it."""
    proposal = proposal_of(request, pk)
    found = get_object_or_404(
        Adoption.objects.select_related("version"), version__proposal=proposal
    )
    found.version.proposal = proposal
    by = person(request)
    press(
        request,
        _("Certificado y publicado en la biblioteca."),
        actions.certify_adoption,
        adoption=found,
        by=by,
    )
    return redirect(proposal)


@require_POST
def elevate(request: HttpRequest, pk: int) -> HttpResponse:
    """Put it on the agenda of the Regional Consultation Group."""
    version, by = version_sought(request, pk), person(request)
    press(
        request,
        _("Elevado: espera en la agenda del GRCM."),
        actions.elevate_proposal,
        version=version,
        by=by,
    )
    return redirect(version.proposal)
