"""Scorecards: drafted, signed off, published for everybody."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from consuno.core.acting import attempt
from consuno.core.middleware import person
from consuno.core.policy import allowed
from consuno.directory.standing import SECRETARIATS
from consuno.monitoring import actions, policies
from consuno.monitoring.models import Cycle, Scorecard
from consuno.monitoring.queries import scorecards as queries


def published(request: HttpRequest) -> HttpResponse:
    """All that was published, the newest first."""
    found = Scorecard.objects.select_related("cycle").defer("content")
    return render(request, "monitoring/scorecards.html", {"scorecards": found})


def hashes(request: HttpRequest) -> HttpResponse:
    """The public list of hashes, as `sha256sum` writes it."""
    found = Scorecard.objects.select_related("cycle").defer("content").order_by("pk")
    lines = [f"{each.sha256}  boletin-{each.cycle.code}-{each.number}.json\n" for each in found]
    return HttpResponse("".join(lines), content_type="text/plain; charset=utf-8")


def _found(code: str, number: int) -> Scorecard:
    return get_object_or_404(
        Scorecard.objects.select_related("cycle"), cycle__code=code, number=number
    )


def scorecard(request: HttpRequest, code: str, number: int) -> HttpResponse:
    """What was published, as a page."""
    found = _found(code, number)
    newer = found.cycle.scorecards.filter(number__gt=number).order_by("-number").first()
    context = {"scorecard": found, "content": _content(found.read), "newer": newer}
    return render(request, "monitoring/scorecard.html", context)


def download(request: HttpRequest, code: str, number: int) -> HttpResponse:
    """The very text whose hash is public."""
    response = HttpResponse(_found(code, number).content, content_type="application/json")
    name = f"boletin-{code}-{number}.json"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def _content(read: dict[str, Any]) -> dict[str, Any]:
    # In a template `content.items` would be the method of the dictionary.
    counts = [(name, read["distribution"].get(name, 0)) for name in queries.LEVELS]
    return {**read, "items_of": read["items"], "counts": counts}


def draft(request: HttpRequest, code: str) -> HttpResponse:
    """The draft; a Secretariat signs it off here."""
    by = person(request)
    cycle = get_object_or_404(Cycle, code=code)
    policies.may_read_draft(by, cycle)
    problem = ""
    if request.method == "POST":
        sha256 = request.POST.get("sha256", "")
        done = attempt(actions.sign_off, cycle=cycle, sha256=sha256, by=by)
        if done and done.result is not None:
            messages.success(request, _("Publicado: ambas Secretarías firmaron el mismo texto."))
            return redirect(done.result)
        if done:
            messages.success(request, _("Firmado en nombre de su Secretaría. Falta la otra."))
            return redirect("monitoring:draft_scorecard", code)
        problem = done.refusal
    text = queries.draft(cycle)
    signed = dict(cycle.sign_offs.values_list("secretariat__code", "sha256"))
    context = {
        "cycle": cycle,
        "draft": text,
        "content": _content(text.content),
        "words": [(each, signed.get(each) == text.sha256) for each in SECRETARIATS],
        "may_sign": allowed(policies.may_sign_off, by, cycle),
        "problem": problem,
    }
    return render(request, "monitoring/scorecard_draft.html", context)
