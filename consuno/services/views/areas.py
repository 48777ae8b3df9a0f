"""The first-level areas of the countries, with their codes."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from consuno.core import areas, sheets
from consuno.core.acting import attempt
from consuno.core.middleware import person
from consuno.core.policy import allowed
from consuno.directory.models import Country
from consuno.services import actions, hxl, policies
from consuno.services.forms import PcodesForm
from consuno.services.models import Pcode


def listed(request: HttpRequest) -> HttpResponse:
    """Departments, provinces and states: ISO code, name, P-code."""
    countries = list(Country.objects.all())
    known = {each.code: each for each in countries}
    country = known.get(request.GET.get("pais", ""), countries[0] if countries else None)
    brings = allowed(policies.may_bring_pcodes, request.user)
    posted = request.method == "POST"
    form = PcodesForm(*(request.POST, request.FILES) if posted else ())
    if posted and country is not None:
        policies.may_bring_pcodes(person(request))
        if form.is_valid() and _bring(request, form, country):
            return redirect(f"{reverse('services:areas')}?pais={country.code}")
    codes = {each.area: each for each in Pcode.objects.all()}
    found = areas.areas(country.code) if country else ()
    context = {
        "countries": countries, "country": country, "brings": brings, "form": form,
        "rows": [(each, codes.get(each.code)) for each in found],
    }  # fmt: skip
    return render(request, "services/areas.html", context)


def _bring(request: HttpRequest, form: PcodesForm, country: Country) -> bool:
    try:
        rows = sheets.read(form.cleaned_data["file"].read())[0].rows
        codes = hxl.read(rows, country.code)
    except (sheets.SheetError, hxl.HxlError) as error:
        form.add_error("file", str(error))
        return False
    source = form.cleaned_data["source"]
    done = attempt(
        actions.bring_pcodes, country=country, codes=codes, source=source, by=person(request)
    )
    if not done:
        form.add_error(None, done.refusal)
        return False
    messages.success(request, _("Códigos traídos: %(n)s.") % {"n": done.result})
    if codes.unknown:
        names = ", ".join(codes.unknown[:10])
        messages.warning(request, _("No son zonas de ese país: %(names)s.") % {"names": names})
    return True
