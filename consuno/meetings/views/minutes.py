"""The minutes of a meeting: written from its agenda, circulated, corrected, approved."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from consuno.core.acting import attempt, revision_read
from consuno.core.interrupted_forms import resumable
from consuno.core.middleware import person
from consuno.core.models import User
from consuno.core.policy import allowed
from consuno.directory.models import Body
from consuno.directory.standing import secretariat_of
from consuno.meetings import actions, policies
from consuno.meetings.models import AgendaItem, Agreement, Correction, Record, Sitting
from consuno.meetings.queries import minutes as queries
from consuno.meetings.views.sittings import found_for
from consuno.meetings.workflow import MINUTES


def _record(request: HttpRequest, slug: str) -> Record:
    found = found_for(request, slug)
    record = Record.objects.select_related("sitting").filter(sitting=found).first()
    if record is None:
        raise Http404
    record.sitting = found
    policies.may_read_minutes(request.user, record)
    return record


def minutes(request: HttpRequest, slug: str) -> HttpResponse:
    """Read them; for the Secretariats, write them."""
    found = found_for(request, slug)
    if not Record.objects.filter(sitting=found).exists():
        policies.may_write_minutes(person(request), found)
        return render(request, "meetings/minutes_begin.html", {"sitting": found})
    return _page(request, _record(request, slug))


def _page(request: HttpRequest, record: Record, **extra: Any) -> HttpResponse:
    sitting = record.sitting
    approved = getattr(sitting, "approved", None)
    writes = allowed(policies.may_write_minutes, request.user, sitting)
    text = None if approved else queries.compose(record)
    context = {
        "sitting": sitting, "record": record, "approved": approved, "writes": writes,
        "text": approved.text if approved else text.words if text else "",
        "sha256": approved.sha256 if approved else text.sha256 if text else "",
        "rows": _rows(record, text) if writes and text else [],
        "words": list(record.words.select_related("body")),
        "corrections": list(record.corrections.select_related("body")),
        "may": MINUTES.open_to(request.user, record),
        "own_leave": policies.gives_leave(request.user, record),
        "approving": _approving(request, record), "mine": secretariat_of(request.user), **extra,
    }  # fmt: skip
    return render(request, "meetings/minutes.html", context)


def _rows(record: Record, text: queries.Text) -> list[dict[str, Any]]:
    """Each item with its agreements and what the reader makes of them."""
    seen = queries.understood(record, text)
    return [
        {
            "item": item, "title": title,
            "agreements": [(each, seen.get(each.pk)) for each in item.agreements.all()],
        }
        for item, title in queries.titles(record).items()
    ]  # fmt: skip


def _approving(request: HttpRequest, record: Record) -> list[tuple[Body, bool]]:
    """The bodies for which this reader may approve now, and whether a note has to be named."""
    if not request.user.is_authenticated:
        return []
    codes = policies.approves_for(request.user, record)
    bodies = Body.objects.filter(code__in=codes)
    return [
        (body, not allowed(policies.may_approve_for, request.user, record, body, ""))
        for body in bodies
        if allowed(policies.may_approve_for, request.user, record, body, "-")
    ]


@require_POST
def begin(request: HttpRequest, slug: str) -> HttpResponse:
    """Begin to write, in the language the meeting speaks."""
    found = found_for(request, slug)
    language = "en" if request.POST.get("language") == "en" else "es"
    return redirect(actions.open_minutes(sitting=found, by=person(request), language=language))


@resumable
@require_POST
def write(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Keep what was said under an item, and an agreement if one was typed."""
    by = person(request)
    found = found_for(request, slug)
    policies.may_write_minutes(by, found)
    item = get_object_or_404(AgendaItem.objects.select_related("sitting"), sitting=found, pk=pk)
    said, agreed = request.POST.get("discussion", "")[:20_000], request.POST.get("agreement", "")
    done = attempt(_write, item, revision_read(request), said, agreed, by)
    record = _record(request, slug)
    if not done:
        typed = {"pk": item.pk, "discussion": said, "agreement": agreed}
        return _page(request, record, problem=done.refusal, typed=typed)
    return redirect(f"{record.get_absolute_url()}#p{item.pk}")


def _write(item: AgendaItem, revision: int, said: str, agreed: str, by: User) -> None:
    if said.strip().replace("\r\n", "\n") != item.discussion:
        actions.write_discussion(item=item, revision=revision, text=said, by=by)
    if agreed.strip():
        actions.take_agreement(item=item, text=agreed, by=by)


@require_POST
def strike(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Take an agreement out of the draft."""
    by = person(request)
    found = found_for(request, slug)
    policies.may_write_minutes(by, found)
    rows = Agreement.objects.select_related("item__sitting").filter(item__sitting=found)
    agreement = get_object_or_404(rows, pk=pk)
    actions.strike_agreement(agreement=agreement, by=by)
    return redirect(f"{_record(request, slug).get_absolute_url()}#p{agreement.item_id}")


@resumable
@require_POST
def act(request: HttpRequest, slug: str) -> HttpResponse:
    """Circulate, give leave, confirm or approve."""
    by = person(request)
    record = _record(request, slug)
    done = attempt(_do, request, record, by)
    if not done:
        return _page(request, record, problem=done.refusal, note=request.POST.get("note", ""))
    messages.success(request, done.result)
    return redirect(record)


def _do(request: HttpRequest, record: Record, by: Any) -> str:
    word, note = request.POST.get("word"), request.POST.get("note", "")
    sha256 = request.POST.get("sha256", "")
    if word == "circulate":
        done = actions.circulate(record=record, by=by)
        if done.state == Record.State.LEAVE:
            return _("Enviada a la Presidencia, que da su venia para que circule.")
        return _("El acta circula entre las instituciones invitadas.")
    if word in {"leave", "back"}:
        actions.give_leave(record=record, instrument=note, grants=word == "leave", by=by)
        return _("Anotado. Lo saben las dos Secretarías.")
    if word == "confirm":
        actions.confirm_agreements(record=record, sha256=sha256, by=by)
        return _("Acuerdos confirmados en nombre de su Secretaría, tal como se leen ahora.")
    body = get_object_or_404(Body, code=request.POST.get("body", "")[:40].replace("\x00", ""))
    done = actions.approve(record=record, body=body, sha256=sha256, instrument=note, by=by)
    if done.state == Record.State.APPROVED:
        return _("Acta aprobada: su texto ya no cambia, y lo que acordó está en la agenda.")
    return _("Aprobada por %(body)s. Falta la otra parte.") % {"body": body}


@resumable
@require_POST
def correct(request: HttpRequest, slug: str) -> HttpResponse:
    """A body that was invited asks for a correction."""
    by = person(request)
    record = _record(request, slug)
    text = request.POST.get("text", "")
    done = attempt(actions.ask_correction, record=record, text=text, by=by)
    if not done:
        return _page(request, record, problem=done.refusal, correction=text)
    messages.success(request, _("Pedida. Las Secretarías dirán si la recogen."))
    return redirect(record)


@resumable
@require_POST
def settle(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Say whether a correction was taken up."""
    by = person(request)
    record = _record(request, slug)
    rows = Correction.objects.select_related("record__sitting", "by").filter(record=record)
    taken, reason = request.POST.get("word") == "taken", request.POST.get("reason", "")
    asked = get_object_or_404(rows, pk=pk)
    done = attempt(actions.answer_correction, correction=asked, taken=taken, reason=reason, by=by)
    if not done:
        return _page(request, record, problem=done.refusal)
    messages.success(request, _("Respondida. Lo sabe quien la pidió."))
    return redirect(record)


def download(request: HttpRequest, slug: str) -> HttpResponse:
    """The approved text, byte for byte what its hash is of."""
    record = _record(request, slug)
    sitting: Sitting = record.sitting
    approved = getattr(sitting, "approved", None)
    if approved is None:
        raise Http404
    response = HttpResponse(approved.text.encode(), content_type="text/plain; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="acta-{sitting.slug}.txt"'
    return response
