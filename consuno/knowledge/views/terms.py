"""The right word: the list, and the check of a text."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from consuno.core.acting import attempt
from consuno.knowledge import policies
from consuno.knowledge.terms import found
from consuno.knowledge.wording import check


def terms(request: HttpRequest) -> HttpResponse:
    """The terms in both languages."""
    words = request.GET.get("q", "")[:100]
    return render(request, "knowledge/terms.html", {"words": words, "terms": found(words)})


def wording(request: HttpRequest) -> HttpResponse:
    """Check a text; where somebody is writing, only what is to be changed comes back.

    Nothing of it is kept.
    """
    name = request.headers.get("HX-Trigger-Name", "") or "text"
    text = request.POST.get(name, "").replace("\r\n", "\n")
    short = attempt(policies.must_be_short, text)
    marks = check(text) if short else []
    if request.headers.get("HX-Request"):
        return render(request, "knowledge/_wording.html", {"marks": marks[:20]})
    context = {
        "text": text, "marks": marks, "problem": short.refusal, "checked": request.method == "POST",
    }  # fmt: skip
    return render(request, "knowledge/wording.html", context)
