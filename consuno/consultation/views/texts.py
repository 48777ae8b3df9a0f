"""The text of a version: read, written clause by clause or whole, and compared."""

from __future__ import annotations

from functools import partial

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from consuno.agenda.paper_notes import sentences
from consuno.agenda.papers import PaperError, read_pasted, read_upload
from consuno.consultation import actions, policies
from consuno.consultation.forms import ArtefactForm, ClauseForm, DescribeForm, SplitForm, WholeForm
from consuno.consultation.models import Artefact, Coverage, Round, Version
from consuno.consultation.printing import paragraphs, printed, tracked
from consuno.consultation.queries import rounds, texts
from consuno.consultation.views.shared import clause_of, proposal_of, version_of, written
from consuno.core.acting import attempt, press
from consuno.core.downloads import attachment
from consuno.core.interrupted_forms import resumable
from consuno.core.middleware import person
from consuno.core.policy import allowed
from consuno.core.text import whole_number

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def version(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """The whole text, both languages; a draft with what may be done to each clause."""
    found = version_of(request, pk, number)
    writes = found.frozen_at is None and allowed(policies.may_draft, request.user, found.proposal)
    freezes = writes and allowed(policies.may_freeze, request.user, found.proposal)
    others = found.proposal.versions.exclude(pk=found.pk)
    running = rounds.open_round(found)
    if running is not None:
        actions.note_opened(version=found, by=person(request))
    many = rounds.counts(found) if found.frozen_at else {}
    actions.note_reading(version=found, by=person(request))
    context = {
        "version": found, "proposal": found.proposal, "rows": texts.rows(found, many), "writes": writes,
        "stuck": policies.stuck(found) if freezes else set(), "freezes": freezes,
        "round": running, "round_path": _round_path(found, running),
        "observes": running is not None and bool(rounds.mine(running, request.user)),
        "opens": allowed(policies.may_open_round, request.user, found),
        "artefacts": found.artefacts.defer("content"),
        "others": [v for v in others if allowed(policies.may_read_version, request.user, v)],
    }  # fmt: skip
    return render(request, "consultation/version.html", context)


def _round_path(found: Version, running: Round | None) -> str:
    """Where what was observed of a version is read: its round, or the last one."""
    last = running or Round.objects.filter(version=found).first()
    return last.get_absolute_url() if last else found.proposal.get_absolute_url()


def compare(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """What changed since another version, word by word."""
    new = version_of(request, pk, number)
    old, language = _since(request, new)
    lines = texts.changes(old, new, language)
    only = request.GET.get("solo") == "cambios"
    changed = [each for each in lines if each.line.kind != "same" or each.line.moved]
    context = {
        "new": new, "old": old, "proposal": new.proposal, "language": language, "only": only,
        "files": texts.file_changes(old, new),
        "lines": changed if only else lines, "changed": len(changed),
        "versions": new.proposal.versions.exclude(frozen_at=None).exclude(pk=new.pk),
    }  # fmt: skip
    return render(request, "consultation/compare.html", context)


def _since(request: HttpRequest, new: Version) -> tuple[Version, str]:
    """The version to compare with, and the language."""
    earlier = request.GET.get("desde", "")
    number = whole_number(earlier) or new.number - 1
    return version_of(request, new.proposal_id, number), _language(request)


def _language(request: HttpRequest) -> str:
    asked = request.GET.get("idioma", get_language() or "es")[:2]
    return asked if asked in {"es", "en"} else "es"


def printed_text(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """The text as PDF, in a language."""
    found = version_of(request, pk, number)
    language = _language(request)
    content = printed(found, language)
    return attachment(content, f"propuesta-{pk}-v{number}-{language}.pdf", kind="application/pdf")


def tracked_text(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """What changed as a Word file with tracked changes."""
    new = version_of(request, pk, number)
    old, language = _since(request, new)
    found = paragraphs(*texts.pairs(old, new, language), texts.headings(new))
    at = new.frozen_at or new.at
    content = tracked(f"{new.proposal} {old.number}-{new.number}", language, found, at)
    return attachment(content, f"propuesta-{pk}-v{old.number}-v{number}-{language}.docx", kind=WORD)


@resumable
def clause(request: HttpRequest, pk: int, number: int, uid: int) -> HttpResponse:
    """Write a clause of a draft."""
    by = person(request)
    found = clause_of(_draft(request, pk, number), uid)
    form = ClauseForm(found, request.POST or None)
    return written(
        request, form, partial(actions.write_clause, clause=found, by=by),
        {"title": _("Cláusula %s") % found.uid, "version": found.version, "sides": True},
        f"{found.version.get_absolute_url()}#c{found.uid}",
    )  # fmt: skip


@resumable
def add(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """Put in a new clause."""
    by = person(request)
    found = _draft(request, pk, number)
    after = request.GET.get("despues", "0")
    form = ClauseForm(None, request.POST or None)
    return written(
        request, form, partial(actions.add_clause, version=found, after=whole_number(after) or 0, by=by),
        {"title": _("Cláusula nueva"), "version": found, "sides": True},
        lambda made: f"{found.get_absolute_url()}#c{made.uid}",
    )  # fmt: skip


def _draft(request: HttpRequest, pk: int, number: int) -> Version:
    found = version_of(request, pk, number)
    policies.may_draft(request.user, found.proposal)
    policies.must_be_a_draft(found)
    return found


@require_POST
def place(request: HttpRequest, pk: int, number: int, uid: int) -> HttpResponse:
    """Move a clause up or down, take it out, or put it in brackets."""
    by = person(request)
    found = clause_of(version_of(request, pk, number), uid)
    word = request.POST.get("word", "")
    if word == "out":
        actions.remove_clause(clause=found, by=by)
        return redirect(found.version)
    if word in {"bracket", "unbracket"}:
        done = (
            _("Entre corchetes: no se adopta mientras siga así.")
            if word == "bracket"
            else _("Sin corchetes.")
        )
        press(request, done, actions.bracket_clause, clause=found, on=word == "bracket", by=by)
    else:
        actions.move_clause(clause=found, up=word == "up", by=by)
    return redirect(f"{found.version.get_absolute_url()}#c{uid}")


@resumable
def split(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """Take what is objected to into a proposal of its own."""
    by = person(request)
    found = _draft(request, pk, number)
    policies.may_freeze(by, found.proposal)
    form = SplitForm(found, policies.stuck(found), request.POST or None)
    return written(
        request, form, partial(actions.split_proposal, version=found, by=by),
        {"title": _("Separar lo que se objeta"), "version": found,
         "lead": _("Lo que se elija pasa a otra propuesta y lo demás sigue. La objeción no se borra: la retira "
                   "su país.")},
        lambda made: made,
    )  # fmt: skip


def whole(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """Take in a whole text, pasted or from a file."""
    by = person(request)
    found = _draft(request, pk, number)
    form = WholeForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        try:
            paper = read_upload(data["file"]) if data["file"] else read_pasted(data["text"])
        except PaperError as error:
            form.add_error(None, str(error))
        else:
            lines, language = paper.text.splitlines(), data["language"]
            done = attempt(
                actions.take_in, version=found, language=language, paragraphs=lines, by=by
            )
            if done:
                messages.success(request, _("Guardado. Cláusulas nuevas: %s.") % done.result)
                for note in sentences(paper.notes):
                    messages.warning(request, str(note.sentence))
                return redirect(found)
            form.add_error(None, done.refusal)
    context = {"form": form, "title": _("Traer el texto entero"), "version": found,
               "lead": _("Lo que sigue siendo la misma cláusula conserva su número.")}  # fmt: skip
    return render(request, "consultation/form.html", context)


@resumable
def describe(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """Say what changes in a version, or where its text is."""
    by = person(request)
    found = _draft(request, pk, number)
    form = DescribeForm(found, request.POST or None)
    return written(
        request, form, partial(actions.describe_version, version=found, by=by),
        {"title": _("Qué cambia en esta versión"), "version": found}, found,
    )  # fmt: skip


def add_artefact(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """Put a file beside the text."""
    by = person(request)
    found = _draft(request, pk, number)
    form = ArtefactForm(request.POST or None, request.FILES or None)
    act = partial(actions.add_artefact, version=found, by=by)
    return written(request, form, act, {"title": _("Añadir un archivo"), "version": found}, found)


def artefact(request: HttpRequest, pk: int, number: int, file: int) -> HttpResponse:
    """A file of a version, or its removal from a draft. Never shown in the browser."""
    found = get_object_or_404(Artefact, version=version_of(request, pk, number), pk=file)
    if request.method == "POST":
        actions.remove_artefact(artefact=found, by=person(request))
        return redirect(found.version)
    return attachment(bytes(found.content), found.file_name, otherwise=f"archivo-{found.pk}")


def topics(request: HttpRequest, pk: int) -> HttpResponse:
    """Which topics of the minutes each clause of the last version deals with, and which none does."""
    proposal = proposal_of(request, pk)
    drafts = allowed(policies.may_draft, request.user, proposal)
    found = proposal.versions.first() if drafts else proposal.versions.exclude(frozen_at=None).first()  # fmt: skip
    rows = texts.coverage(found) if found else []
    context = {
        "proposal": proposal, "version": found, "rows": rows, "drafts": drafts,
        "none": sum(not row.places for row in rows),
    }  # fmt: skip
    return render(request, "consultation/topics.html", context)


def cover(request: HttpRequest, pk: int, uid: int) -> HttpResponse:
    """Say with which topics a clause deals."""
    proposal = proposal_of(request, pk)
    policies.may_draft(person(request), proposal)
    last = proposal.versions.first()
    found = clause_of(last, uid) if last else None
    listed = texts.topics(proposal)
    if request.method == "POST":
        wanted = set(request.POST.getlist("topic"))
        actions.cover(
            proposal=proposal, uid=uid, by=person(request),
            topics=[each for each in listed if str(each.pk) in wanted],
        )  # fmt: skip
        messages.success(request, _("Guardado."))
        return redirect("consultation:topics", pk=pk)
    chosen = set(
        Coverage.objects.filter(proposal=proposal, uid=uid).values_list("topic", flat=True)
    )
    context = {"proposal": proposal, "clause": found, "topics": listed, "chosen": chosen}
    return render(request, "consultation/cover.html", context)
