"""The network of focal points, and the contacts of bodies."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from consuno.core import tables
from consuno.core.acting import press, submit
from consuno.core.export_guard import guard_export
from consuno.core.interrupted_forms import resumable
from consuno.core.middleware import person
from consuno.core.policy import allowed
from consuno.core.vocabularies import words
from consuno.directory import actions, policies, queries
from consuno.directory.forms import ContactForm
from consuno.directory.models import Contact, Country, Membership
from consuno.directory.queries.export import NETWORK
from consuno.directory.queries.network import Line


def _asked(request: HttpRequest) -> tuple[list[Line], dict[str, str]]:
    known = {
        "pais": set(Country.objects.values_list("code", flat=True)),
        "lado": set(queries.Side.values), "asunto": set(words("matters")), "vacantes": {"1"},
    }  # fmt: skip
    chosen = {
        name: value if (value := request.GET.get(name, "")) in those else ""
        for name, those in known.items()
    }
    lines = queries.network(
        reader=request.user, country=chosen["pais"], side=chosen["lado"],
        matter=chosen["asunto"], vacant=bool(chosen["vacantes"]),
    )  # fmt: skip
    return lines, chosen


def network(request: HttpRequest) -> HttpResponse:
    """Who speaks for each body: the public reads the posts, colleagues the people."""
    lines, chosen = _asked(request)
    context = {
        "lines": lines, "chosen": chosen, "countries": list(Country.objects.all()),
        "sides": queries.Side.choices, "matters": words("matters").values(),
        "vacant": sum(line.vacant for line in lines), "takes": allowed(policies.may_enter_doubts, request.user),
    }  # fmt: skip
    return render(request, "directory/network.html", context)


def export(request: HttpRequest, kind: str) -> HttpResponseBase:
    """The same as a file, for colleagues."""
    policies.may_enter_doubts(person(request))
    tables.must_be_a_format(kind)
    lines, _chosen = _asked(request)
    guard_export(request, "directory")
    return tables.file(kind, tables.Table("red", _("Red"), NETWORK), lines)


def contact(request: HttpRequest, code: str) -> HttpResponse:
    """Write where a body is reached."""
    by = person(request)
    body = get_object_or_404(queries.bodies(), code=code)
    policies.may_read_body(by, body)
    policies.may_keep_fact(by, body)
    now = Contact.objects.filter(body=body).first()
    initial = {name: getattr(now, name) for name in ContactForm.base_fields} if now else None
    form = ContactForm(request.POST if request.method == "POST" else None, initial=initial)
    if submit(form, actions.write_contact, body=body, by=by):
        messages.success(request, _("Guardado. Falta que su país lo valide."))
        return redirect("directory:body", code=code)
    return render(request, "directory/contact.html", {"body": body, "form": form})


@resumable
@require_POST
def charge(request: HttpRequest, pk: int) -> HttpResponse:
    """Say which special topic somebody has in charge."""
    by = person(request)
    held = get_object_or_404(Membership.objects.current().select_related("body"), pk=pk)
    actions.charge(membership=held, matter=request.POST.get("matter", ""), by=by)
    messages.success(request, _("Anotado."))
    return redirect("directory:people", code=held.body.code)


@require_POST
def show_civil_society(request: HttpRequest, code: str) -> HttpResponse:
    """Say to whom the contacts of a country's organisations are shown."""
    by = person(request)
    country = get_object_or_404(Country, code=code)
    policies.may_set_rule(by)
    rule = request.POST.get("rule", "")
    press(request, _("Anotado."), actions.show_civil_society, country=country, rule=rule, by=by)
    return redirect("directory:country", code=code)
