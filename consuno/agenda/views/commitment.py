"""The page of one item."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from consuno.agenda import actions, policies
from consuno.agenda.forms.dates import DateForm
from consuno.agenda.models import Candidate, Commitment, Party
from consuno.agenda.queries.commitment import find
from consuno.agenda.views.story import Told
from consuno.core import audit
from consuno.core.acting import submit
from consuno.core.interrupted_forms import resumable
from consuno.core.middleware import person
from consuno.core.policy import allowed
from consuno.core.registry import links_about
from consuno.directory.standing import secretariat_of


def _found(request: HttpRequest, meeting: str, ref: str) -> Commitment:
    item = find(meeting=meeting, ref=ref)
    if item is None:
        raise Http404
    policies.may_read_commitment(request.user, item)
    return item


def commitment(request: HttpRequest, meeting: str, ref: str) -> HttpResponse:
    """The sentence, its line, who, when, per country, what hangs on it, and its history."""
    return _page(request, _found(request, meeting, ref), DateForm())


def _page(request: HttpRequest, item: Commitment, dating: DateForm) -> HttpResponse:
    parties = item.everyone
    context = {
        "item": item,
        "dating": dating,
        "shares": list(item.instances.all()),
        "by_role": [
            (role, [party for party in parties if party.role == role]) for role in Party.Role
        ],
        "links": _links(item),
        "elsewhere": links_about(item, request.user),
        "paper_url": _paper_url(request, item),
        "corrigenda": list(item.corrigenda.select_related("body")),
        "corrects": allowed(policies.may_work_as_secretariat, request.user),
        "may_correct": allowed(policies.may_propose_corrigendum, request.user, item),
        "my_body": secretariat_of(request.user),
        "may_date": allowed(policies.may_set_date, request.user, item),
        "sets_dates": policies.sets_dates(request.user),
        "may_promote": allowed(policies.may_promote, request.user, item),
        "story": [Told.of(entry) for entry in audit.story(item)],
    }
    return render(request, "agenda/commitment.html", context)


def _paper_url(request: HttpRequest, item: Commitment) -> str:
    """Where the paper shows the sentence, for those who may open the paper."""
    if not allowed(policies.may_work_as_secretariat, request.user):
        return ""
    candidate = Candidate.objects.filter(commitment=item).first()
    if candidate is None:
        return ""
    line = f"#l{candidate.lines[0]}" if candidate.lines else ""
    return f"{reverse('agenda:review', args=[candidate.minutes_id])}?n={candidate.number}{line}"


def _links(item: Commitment) -> list[tuple[str, list[Commitment]]]:
    """What this item hangs on, and what hangs on it."""
    return [
        (_("Forma parte de"), [item.parent] if item.parent else []),
        (_("Comprende"), list(item.parts.all())),
        (_("Depende de"), list(item.depends_on.all())),
        (_("Lo esperan"), list(item.awaited_by.all())),
    ]


@require_POST
def promote(request: HttpRequest, meeting: str, ref: str) -> HttpResponse:
    """One Secretariat wants this priority to be a commitment."""
    item = _found(request, meeting, ref)
    if actions.promote(commitment=item, by=person(request)):
        messages.success(request, _("Ya es un compromiso: ambas Secretarías lo quisieron."))
    else:
        messages.success(request, _("Anotado. Falta que la otra Secretaría también lo quiera."))
    return redirect(item)


@resumable
@require_POST
def set_date(request: HttpRequest, meeting: str, ref: str) -> HttpResponse:
    """The Presidency sets the date that the paper left to be defined."""
    item, by = _found(request, meeting, ref), person(request)
    policies.may_set_date(by, item)
    form = DateForm(request.POST)
    done = submit(form, actions.set_date, commitment=item, by=by)
    if done:
        messages.success(request, _("Fijada. Se avisó a las Secretarías y a quien responde."))
        return redirect(item)
    return _page(request, item, form)
