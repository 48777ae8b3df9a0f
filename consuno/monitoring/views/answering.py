"""Who answers for each commitment."""

from __future__ import annotations

from collections.abc import Sequence

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from consuno.agenda.models import Commitment
from consuno.core.acting import submit
from consuno.core.interrupted_forms import resumable
from consuno.core.middleware import person
from consuno.core.pages import page_of
from consuno.directory.models import Body
from consuno.directory.standing import SECRETARIATS, secretariat_of
from consuno.monitoring import actions, policies
from consuno.monitoring.forms import BodiesForm
from consuno.monitoring.queries.answering import Answering, answering, owed_keys


def who_answers(request: HttpRequest) -> HttpResponse:
    """Everything that is owed, with who answers, what each Secretariat said and what is proposed."""
    policies.may_enter(request.user)
    page = page_of(owed_keys(reader=request.user), request.GET.get("pagina"), fetch=rows_of)
    said = {code for row in page for codes in row.said.values() for code in codes}
    wanted = Body.objects.filter(code__in={*said, *SECRETARIATS})
    names = {body.code: body for body in wanted.only("code", "name", "short", "listed", "parent")}
    context = {"page": page, "names": names, "secretariat": secretariat_of(request.user)}
    return render(request, "monitoring/who_answers.html", context)


def rows_of(keys: Sequence[int]) -> list[Answering]:
    """Who answers for the commitments of these keys, in this order."""
    found = {each.commitment.pk: each for each in answering(Commitment.objects.filter(pk__in=keys))}
    return [found[pk] for pk in keys]


@resumable
def name_bodies(request: HttpRequest, pk: int) -> HttpResponse:
    """Say who answers for one commitment."""
    by = person(request)
    policies.may_work_as_secretariat(by)
    item = get_object_or_404(Commitment, pk=pk)
    (row,) = answering(Commitment.objects.filter(pk=item.pk))
    form = BodiesForm(row, secretariat_of(by), request.POST if request.method == "POST" else None)
    done = submit(form, actions.name_bodies, commitment=item, by=by)
    if done:
        messages.success(request, _done(agreed=done.result))
        return redirect(f"{reverse('monitoring:who_answers')}#c{item.pk}")
    return render(request, "monitoring/name_bodies.html", {"row": row, "form": form})


def _done(*, agreed: bool) -> str:
    if agreed:
        return _("Ambas Secretarías dicen lo mismo: ya se sabe quién responde.")
    return _("Anotado en nombre de su Secretaría. Falta que la otra diga lo mismo.")
