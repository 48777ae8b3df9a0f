"""The public pages of complaint: without account, without scripts, and with nothing of it in any address."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

import qrcode
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.safestring import mark_safe
from django.utils.translation import get_language, gettext_noop
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST
from qrcode.image.svg import SvgPathImage

from consuno.cases import actions, queries
from consuno.cases.forms import ComplaintForm, MessageForm, ReceiptForm
from consuno.cases.models import Complaint, HandOver
from consuno.core import limits
from consuno.core.acting import attempt, submit
from consuno.core.counters import Count
from consuno.core.interrupted_forms import Gate
from consuno.core.policy import Denied
from consuno.core.vault import receipts, visit
from consuno.core.vault.receipts import Receipt
from consuno.directory.models import Country

#: Asks for the receipt where it closed in this browser while somebody wrote.
GATE = Gate("receipt", "receipt_again", "cases/again.html")
NOT_FOUND = gettext_noop(
    "Con eso no encontramos nada. Revise cada palabra, o pruebe con el código."
)
#: In an hour, from one network (a class of thirty behind one address gets through) and from all who come through
#: the onion service together: reports begun, receipts typed.
BEGUN, BEGUN_SHARED = 60, 600
TYPED, TYPED_SHARED = 120, 1200
#: Where somebody who leaves in a hurry is sent.
ELSEWHERE = "https://www.wikipedia.org/"


def page(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """A page of which no browser or proxy keeps a copy, and whose address nobody is told."""

    @wraps(view)
    def inner(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        answer = view(request, *args, **kwargs)
        # Not "no-referrer": browsers then send forms with the origin "null", which is refused.
        answer.headers["Referrer-Policy"] = "same-origin"
        answer.headers["Cache-Control"] = "no-store, private"
        visit.put(request, answer)
        return answer

    return never_cache(sensitive_post_parameters()(inner))


def with_receipt(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Give a view the receipt open in this browser and what it leads to; else ask for it.

    What was being sent when it closed is not lost: it waits in the page that asks. A rule that says no gives its
    reason: nobody who reports is sent to sign in.
    """

    @page
    @wraps(view)
    def inner(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        held = visit.receipt(request)
        found = queries.complaint_of(held) if held else None
        if held is None or found is None:
            # Only of a form of ours: another site must not open its own receipt in this browser.
            ours = getattr(request, "csrf_processing_done", False)
            if request.method != "POST" or not ours:
                return redirect("cases:come_back")
            held = _given_again(request)
            found = queries.complaint_of(held) if held else None
            if held is None or found is None:
                return _ask_again(request)
            visit.keep(request, held)
        try:
            return view(request, held, found, *args, **kwargs)
        except Denied as denied:
            return render(request, "cases/denied.html", {"reason": denied.reason}, status=403)

    return inner


def _given_again(request: HttpRequest) -> Receipt | None:
    """The receipt that was asked for in between."""
    if not GATE.passed(request) or _typed_too_often(request):
        return None
    return receipts.read(request.POST.get("receipt", ""))


def _typed_too_often(request: HttpRequest) -> Count | None:
    return limits.too_many(request, "receipt", each=TYPED, shared=TYPED_SHARED)


def _too_many(request: HttpRequest, over: Count) -> HttpResponse:
    """When to come back; what else one may do now."""
    answer = render(request, "cases/too_many.html", {"over": over}, status=429)
    answer.headers["Retry-After"] = str(over.left)
    return answer


def _ask_again(request: HttpRequest) -> HttpResponse:
    """The page that asks, holding what was typed; the server keeps nothing of it."""
    form = ReceiptForm()
    if GATE.passed(request):
        form.errors["receipt"] = form.error_class([_(NOT_FOUND)])
    return GATE.ask(request, form)


@page
def complain(request: HttpRequest) -> HttpResponse:
    """What happens if one tells; then one's country, and who there may read it."""
    code = request.GET.get("pais", "")
    chosen = Country.objects.filter(code=code).first()
    context = {"countries": Country.objects.all(), "chosen": chosen}
    if chosen:
        context |= queries.choice_in(chosen)
    return render(request, "cases/complain.html", context)


@require_POST
@page
def begin(request: HttpRequest) -> HttpResponse:
    """Begin a draft, and give its receipt."""
    country = get_object_or_404(Country, code=request.POST.get("country", ""))
    if over := limits.too_many(request, "complaint", each=BEGUN, shared=BEGUN_SHARED):
        return _too_many(request, over)
    made = receipts.new()
    codes = request.POST.getlist("body")
    done = attempt(actions.begin_complaint, country=country.code, codes=codes, by=made)
    if not done:
        context = {"countries": Country.objects.all(), "chosen": country, "refusal": done.refusal}
        context |= queries.choice_in(country)
        return render(request, "cases/complain.html", context, status=400)
    visit.keep(request, made)
    return redirect("cases:receipt")


@with_receipt
def receipt(request: HttpRequest, held: Receipt, found: Complaint) -> HttpResponse:
    """The receipt in its three forms."""
    # Of chance, no mask is better than another: trying all eight would only cost time.
    drawn = qrcode.make(held.code, image_factory=SvgPathImage, box_size=8, border=2, mask_pattern=3)
    language = (get_language() or "es")[:2]
    context = {
        "words": held.words(language), "code": held.code, "complaint": found,
        "qr": mark_safe(drawn.to_string().decode()),  # noqa: S308 (drawn here, from figures only)
    }  # fmt: skip
    return render(request, "cases/receipt.html", context)


@with_receipt
def write(request: HttpRequest, held: Receipt, found: Complaint) -> HttpResponse:
    """What happened; kept at each press, sealed."""
    if found.status != Complaint.Status.DRAFT:
        return redirect("cases:mine")
    posted = request.method == "POST"
    form = ComplaintForm(
        request.POST if posted else None, initial={} if posted else queries.written(found, held),
        for_another=request.user.is_authenticated,
    )  # fmt: skip
    if posted and form.is_valid():
        actions.save_draft(**form.values(), by=held)
        if "later" in request.POST:
            return redirect("cases:receipt")
        if form.cleaned_data["what"].strip():
            return redirect("cases:review")
        form.add_error("what", _("Cuente qué pasó: aunque sea una frase."))
    return render(request, "cases/write.html", {"form": form, "complaint": found})


@with_receipt
def review(request: HttpRequest, held: Receipt, found: Complaint) -> HttpResponse:
    """Who will read it, and what they are obliged to; then it is sent."""
    if request.method == "POST":
        done = attempt(actions.send_complaint, by=held)
        if done:
            return redirect("cases:mine")
        context = _review(held, found, done.refusal)
        return render(request, "cases/review.html", context, status=400)
    if found.status != Complaint.Status.DRAFT:
        return redirect("cases:mine")
    return render(request, "cases/review.html", _review(held, found))


def _review(held: Receipt, found: Complaint, refusal: str = "") -> dict[str, Any]:
    chosen = [each.body for each in found.recipients.select_related("body__country")]
    return {
        "complaint": found, "chosen": chosen, "refusal": refusal,
        "enclosed": queries.enclosed(found, held),
        "said": queries.shown(found, held), "duty": queries.duty_in(found.country),
    }  # fmt: skip


@with_receipt
def change_readers(request: HttpRequest, held: Receipt, found: Complaint) -> HttpResponse:
    """Choose anew who reads a draft."""
    refusal = ""
    if request.method == "POST":
        done = attempt(actions.choose_recipients, codes=request.POST.getlist("body"), by=held)
        if done:
            return redirect("cases:review")
        refusal = done.refusal
    chosen = set(found.recipients.values_list("body__code", flat=True))
    context = queries.choice_in(found.country) | {"chosen": chosen, "refusal": refusal}
    return render(request, "cases/readers.html", context, status=400 if refusal else 200)


@with_receipt
def mine(request: HttpRequest, held: Receipt, found: Complaint) -> HttpResponse:
    """How it stands, what was said, and room to say more."""
    recipients = list(found.recipients.select_related("body").order_by("pk"))
    form = MessageForm(request.POST or None, recipients=recipients)
    done = submit(form, actions.add_message, by=held)
    if done:
        return redirect("cases:mine")
    context = {
        "complaint": found, "form": form, "threads": queries.conversations(found, held),
        "proposals": queries.proposals(found, held), "enclosed": queries.enclosed(found, held),
        "recipients": recipients, "said": queries.shown(found, held),
    }  # fmt: skip
    return render(request, "cases/mine.html", context)


@with_receipt
def answer_handover(
    request: HttpRequest, held: Receipt, found: Complaint, name: str
) -> HttpResponse:
    """Say yes or no to a proposal that another organisation reads it."""
    handover = get_object_or_404(found.handovers, name=name)
    answer = request.POST.get("answer", "")
    if request.method == "POST" and answer in HandOver.Answer.values:
        actions.answer_handover(handover=handover, answer=answer, by=held)
    return redirect("cases:mine")


@with_receipt
def withdraw(request: HttpRequest, held: Receipt, found: Complaint) -> HttpResponse:
    """What is erased and what is kept; then it is withdrawn."""
    if request.method == "POST":
        was_draft = found.status == Complaint.Status.DRAFT
        actions.withdraw_complaint(by=held)
        if was_draft:
            visit.leave(request)
            return redirect("cases:complain")
        return redirect("cases:mine")
    recipients = found.recipients.select_related("body")
    return render(request, "cases/withdraw.html", {"complaint": found, "recipients": recipients})


@require_POST
@page
def hand_over(request: HttpRequest) -> HttpResponse:
    """Whoever wrote it down for somebody else has handed the receipt over: it stays no longer here."""
    visit.leave(request)
    return redirect("cases:desk" if request.user.is_authenticated else "cases:complain")


@page
def come_back(request: HttpRequest) -> HttpResponse:
    """Come back with the receipt. A wrong one and an unknown one get the same answer."""
    form = ReceiptForm(request.POST or None)
    if request.method == "POST" and (over := _typed_too_often(request)):
        return _too_many(request, over)
    if request.method == "POST" and form.is_valid():
        typed = receipts.read(form.cleaned_data["receipt"])
        if typed is not None and queries.complaint_of(typed):
            visit.keep(request, typed)
            actions.renew_mine(by=typed)
            return redirect("cases:mine")
        form = ReceiptForm()  # what was typed is not shown again
        form.errors["receipt"] = form.error_class([_(NOT_FOUND)])
    return render(request, "cases/come_back.html", {"form": form})


@csrf_exempt  # whoever is afraid must not be asked for a token; another site could only close what can be opened again
@require_POST
@page
def leave(request: HttpRequest) -> HttpResponse:
    """Leave at once: nothing of it stays in the browser, and the page that follows is another's."""
    visit.leave(request)
    answer = HttpResponse(status=303, headers={"Location": ELSEWHERE})
    answer.headers["Clear-Site-Data"] = '"cache", "cookies", "storage"'
    return answer
