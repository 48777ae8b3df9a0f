"""Cycles: drafted, confirmed, and how far they are."""

from __future__ import annotations

from functools import partial

from django.contrib import messages
from django.core.paginator import Page
from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from consuno.agenda.models import Commitment
from consuno.core.acting import attempt, revision_read, submit
from consuno.core.interrupted_forms import resumable
from consuno.core.memo import version
from consuno.core.middleware import person
from consuno.core.models import User
from consuno.core.pages import page_of
from consuno.core.policy import allowed
from consuno.directory.models import Body
from consuno.directory.standing import SECRETARIATS, secretariat_of
from consuno.monitoring import actions, policies
from consuno.monitoring.forms import CycleForm
from consuno.monitoring.models import Cycle, Report
from consuno.monitoring.queries.answering import AGENDA, Answering
from consuno.monitoring.queries.cycles import asked, lines, lines_of
from consuno.monitoring.views.answering import rows_of


def cycle(request: HttpRequest, code: str) -> HttpResponse:
    """Its days, who confirmed it, and body by body what was asked and given."""
    policies.may_enter(request.user)
    found = get_object_or_404(Cycle, code=code)
    return _page(request, found)


def _page(request: HttpRequest, found: Cycle, problem: str = "") -> HttpResponse:
    state = version()
    rows = asked(found, state=state) if found.open else []
    asked_for = request.GET.get("cuerpo", "").replace("\x00", "")[:40]
    # An organisation that hides its name is not known by its code either.
    shown = {row.body.code: row for row in rows if row.body.shown}
    one = shown.get(asked_for)
    words = {each.secretariat.code: each for each in found.words.select_related("secretariat")}
    context = {
        "cycle": found,
        "problem": problem,
        "words": [(code, _current(found, words.get(code))) for code in SECRETARIATS],
        "rows": rows if not asked_for else [one] if one else [],
        "page": _lines(request, found, one.body, state) if one else _covered(request, found),
        "covers": _counts(found),
        "only": asked_for,
        "given": sum(row.given for row in rows),
        "total": sum(row.total for row in rows),
        "may_confirm": allowed(policies.may_confirm_cycle, request.user, found),
        "scorecards": list(found.scorecards.defer("content")),
        "fills": one and policies.reports_for(request.user, one.body),
        "mine": secretariat_of(request.user),
    }
    return render(request, "monitoring/cycle.html", context)


def _lines(request: HttpRequest, found: Cycle, body: Body, state: str) -> Page[Report]:
    keys = lines_of(found, body, state=state)
    return page_of(keys, request.GET.get("pagina"), fetch=partial(lines, request.user, body))


def _counts(found: Cycle) -> dict[str, int]:
    """How many things it covers, and how many of them are priorities."""
    priorities = Count("pk", filter=Q(kind=Commitment.Kind.PRIORITY))
    return found.covers.order_by().aggregate(n=Count("pk"), priorities=priorities)


def _covered(request: HttpRequest, found: Cycle) -> Page[Answering] | None:
    """What a draft covers with who would answer, for whoever is to confirm it."""
    if found.open:
        return None
    keys = list(found.covers.order_by(*AGENDA).values_list("pk", flat=True))
    return page_of(keys, request.GET.get("pagina"), fetch=rows_of)


def _current(found: Cycle, word: object) -> object:
    return word if word and word.revision == found.revision else None  # type: ignore[attr-defined]


@resumable
def draft(request: HttpRequest, code: str = "") -> HttpResponse:
    """Draft a cycle, or change one that is not open."""
    by = person(request)
    policies.may_work_as_secretariat(by)
    found = get_object_or_404(Cycle, code=code, opened_on=None) if code else None
    form = CycleForm(found, request.POST if request.method == "POST" else None)
    done = submit(form, actions.draft_cycle, cycle=found, by=by)
    if done:
        messages.success(request, _("Propuesto. Se abre cuando la otra Secretaría lo confirme."))
        return redirect(done.result)
    made_already = _made_already(form, by) if form.is_bound and not found else None
    if made_already:
        return redirect(made_already)
    return render(request, "monitoring/cycle_draft.html", {"form": form, "cycle": found})


def _made_already(form: CycleForm, by: User) -> Cycle | None:
    """What the first of two presses made: its name is taken by the very same."""
    drafts = Cycle.objects.filter(opened_on=None, drafted_by=secretariat_of(by))
    made = drafts.filter(code=form.data.get("code", "")[:20]).first()
    sent = {name: form.cleaned_data.get(name) for name in form.fields if name != "code"}
    same = made is not None and all(getattr(made, name) == sent[name] for name in sent)
    return made if made and same and set(made.covers.all()) == set(form.covering.chosen()) else None


@require_POST
def confirm(request: HttpRequest, code: str) -> HttpResponse:
    """Confirm the days; with both words, the institutions are asked."""
    by = person(request)
    policies.may_work_as_secretariat(by)
    found = get_object_or_404(Cycle, code=code)
    done = attempt(actions.confirm_cycle, cycle=found, revision=revision_read(request), by=by)
    if not done:
        return _page(request, found, done.refusal)
    if done.result:
        messages.success(
            request, _("El ciclo está abierto: se pidió su informe a cada institución.")
        )
    else:
        messages.success(request, _("Confirmado. Falta la otra Secretaría."))
    return redirect(found)
