"""The text of minutes is corrected: it is read again, and what did not change keeps its review."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from django.db import transaction
from django.utils.translation import gettext as _

from consuno.agenda import notices, policies
from consuno.agenda.actions.drafts import candidates_of
from consuno.agenda.actions.possible import keep_possible
from consuno.agenda.actions.versions import keep_version
from consuno.agenda.commitment_fields import REREAD
from consuno.agenda.models import Candidate, CandidateVersion, Minutes, PaperVersion
from consuno.agenda.papers import Paper
from consuno.agenda.queries.learned import scorer_in_use
from consuno.agenda.relocation import Relocation, Spans, lines_of, uncovered
from consuno.core import audit, clock
from consuno.core.models import User
from consuno.core.policy import Denied
from consuno.core.text import fold
from consuno.directory.models import Role
from consuno.directory.queries import acting_for
from consuno.directory.standing import SECRETARIATS, secretariat_of
from consuno.reader import Extraction, extract

#: From this share of common words on, what is read now is what was read before, reworded.
ALIKE = 0.55


@dataclass(slots=True)
class Correction:
    """What a corrected text did to the candidates of a paper."""

    kept: list[Candidate] = field(default_factory=list)
    changed: list[Candidate] = field(default_factory=list)
    new: list[Candidate] = field(default_factory=list)
    gone: list[Candidate] = field(default_factory=list)


@transaction.atomic
def correct_minutes(*, minutes: Minutes, paper: Paper, reason: str, by: User) -> Correction:
    """Put a corrected text in the place of the one there was, which stays kept with its file.

    A candidate whose words are still there keeps its number, its wording and what each
    Secretariat said. One that reads otherwise is a new revision, so both answer again. One that
    is no longer there leaves the list, and comes back if a later text has it again. Nothing on
    the agenda changes by itself. Raises Denied (not a Secretariat, no reason, the same text, or
    a text in which nothing of this paper is found).
    """
    policies.may_correct_minutes(by, minutes, reason)
    # Read before anything is locked, as for a new paper.
    text = minutes.text
    found = _extract(minutes, paper.text)
    before, now = candidates_of(minutes, _extract(minutes, text)), candidates_of(minutes, found)
    minutes = Minutes.objects.select_for_update(of=("self",)).get(pk=minutes.pk)
    policies.may_correct_minutes(by, minutes, reason)
    if minutes.text == paper.text:
        raise Denied(_("Es el mismo texto que ya está."))
    if minutes.text != text:
        raise Denied(_("La otra Secretaría corrigió el texto mientras tanto. Léalo otra vez."))
    held = list(Candidate.objects.select_for_update(of=("self",)).filter(minutes=minutes))
    done = _settle(minutes, held, (before, now), paper.text, by)
    _replace(minutes, paper, reason, by)
    keep_possible(minutes=minutes, found=found)
    _record(minutes, done, by)
    return done


def _extract(minutes: Minutes, text: str) -> Extraction:
    meeting = minutes.meeting
    return extract(text, date=meeting.ends, language=meeting.language, scorer=scorer_in_use())


def _settle(
    minutes: Minutes,
    held: list[Candidate],
    readings: tuple[list[Candidate], list[Candidate]],
    text: str,
    by: User,
) -> Correction:
    before, drafts = readings
    versions = list(CandidateVersion.objects.filter(candidate__in=held, undone=False))
    spans = [*(each.spans for each in held), *(each.content["spans"] for each in versions)]
    relocation = Relocation(minutes.text, text, ((a, b) for each in spans for a, b in each))
    done = Correction()
    for each in held:
        # One that had left the paper is as it was when it reads as it was read.
        said = {" ".join(each.quote.split())} if each.left_at else _around(each, before)
        if _move(each, relocation, text) and _around(each, drafts) == said:
            done.kept.append(each)
    lost = [each for each in held if each not in done.kept]
    # What a draft was read from may belong to several candidates.
    taken = sorted(span for each in done.kept for span in each.spans)
    free = [draft for draft in drafts if not _within(draft.spans, taken)]
    _reword(lost, free, versions, done, by)
    if held and not done.kept and not done.changed:
        raise Denied(
            _("Nada de lo encontrado en esta acta está en ese texto. ¿Es la misma reunión?")
        )
    changed = {each.pk for each in done.changed}
    for version in versions:
        if version.candidate_id not in changed:
            _move_version(version, relocation, text)
    done.gone = [each for each in lost if each.pk not in changed]
    for each in done.gone:
        each.spans, each.lines, each.left_at = [], [], each.left_at or clock.now()
    _number(minutes, held, drafts, done, free)
    _save(held)
    return done


def _move(candidate: Candidate, relocation: Relocation, text: str) -> bool:
    """Put a candidate where its words are now; False where they are not there."""
    spans = relocation.moved(candidate.spans) if candidate.spans else None
    if candidate.left_at:  # it has no place in the text there was: its quote is looked for
        spans = Relocation(candidate.quote, text, [(0, len(candidate.quote))]).moved(
            [[0, len(candidate.quote)]]
        )
    if spans is None:
        return False
    candidate.spans, candidate.lines, candidate.left_at = spans, lines_of(text, spans), None
    return True


def _around(candidate: Candidate, drafts: list[Candidate]) -> set[str]:
    """What the reader finds where a candidate is: its words may stand in a longer sentence now."""
    return {
        " ".join(draft.quote.split())
        for draft in drafts
        if _near(draft.spans, candidate.spans)
        and (_within(draft.spans, candidate.spans) or _within(candidate.spans, draft.spans))
    }


def _near(spans: Spans, others: Spans) -> bool:
    """Whether two places can have anything in common; spares counting where they cannot."""
    if not spans or not others:
        return False
    return spans[0][0] < others[-1][1] and others[0][0] < spans[-1][1]


def _within(spans: Spans, others: Spans) -> bool:
    return bool(spans) and all(2 * uncovered(span, others) < span[1] - span[0] for span in spans)


def _reword(
    lost: list[Candidate],
    free: list[Candidate],
    versions: list[CandidateVersion],
    done: Correction,
    by: User,
) -> None:
    """Pair what is no longer there with what reads most like it; the pair is one, reworded."""
    touched = {version.candidate_id for version in versions}
    bags = [[Counter(fold(each.quote).split()) for each in side] for side in (lost, free)]
    pairs = sorted(
        ((_alike(bags[0][place], bags[1][at]), -abs(place - at), place, at)
         for place, old in enumerate(lost) if old.merged_into_id is None
         for at in range(len(free))),
        reverse=True,
    )  # fmt: skip
    taken_old: set[int] = set()
    taken_new: set[int] = set()
    for share, _near, place, at in pairs:
        if share < ALIKE:
            break
        if place not in taken_old and at not in taken_new:
            taken_old.add(place)
            taken_new.add(at)
            _take(lost[place], free[at], touched, by)
            done.changed.append(lost[place])
    done.changed.sort(key=lambda each: (each.spans, each.number))
    free[:] = [draft for at, draft in enumerate(free) if at not in taken_new]


def _take(old: Candidate, new: Candidate, touched: set[int], by: User) -> None:
    """Let a candidate say what the text says now; wording that people gave it stays theirs."""
    CandidateVersion.objects.filter(candidate=old, undone=False).update(undone=True)
    keep_version(candidate=old, by=by, undone=True)
    if old.pk in touched or old.confirmed:
        names: tuple[str, ...] = ("quote", "lines", "spans")
    else:
        names = REREAD
    for name in names:
        setattr(old, name, getattr(new, name))
    old.left_at = None
    old.revision += 1
    new.ref = old.ref  # others that hang on the draft hang on the candidate


def _alike(one: Counter[str], two: Counter[str]) -> float:
    """Share of words that two texts have in common (Dice), 0 to 1."""
    return 2 * (one & two).total() / max(one.total() + two.total(), 1)


def _move_version(version: CandidateVersion, relocation: Relocation, text: str) -> None:
    """What can be undone goes back to where the words are now, or is no longer undone."""
    spans = relocation.moved(version.content["spans"])
    if spans is None:
        version.undone = True
    else:
        version.content |= {"spans": spans, "lines": lines_of(text, spans)}
    version.save(update_fields=["content", "undone"])


def _number(
    minutes: Minutes,
    held: list[Candidate],
    drafts: list[Candidate],
    done: Correction,
    free: list[Candidate],
) -> None:
    """Give new candidates their number and reference, and tie them to what was there."""
    there = {str(each.spans): each.ref for each in done.kept}
    taken = {each.ref for each in held}
    refs = {draft.ref: there.get(str(draft.spans), "") for draft in drafts}
    top = max((each.number for each in held), default=0)
    for number, draft in enumerate(free, start=top + 1):
        before = draft.ref
        draft.number = number
        if draft.ref in taken:
            draft.ref = f"{draft.ref[:30]}~{number}"
        taken.add(draft.ref)
        refs[before] = draft.ref
    for draft in free:
        draft.parent_ref = refs.get(draft.parent_ref, "")
        draft.depends_on = [refs[ref] for ref in draft.depends_on if refs.get(ref)]
    done.new = Candidate.objects.bulk_create(free)


def _save(held: list[Candidate]) -> None:
    for each in held:
        each.save()
        kept = each.commitment or each.challenge
        if kept is not None and kept.lines != each.lines:
            kept.lines = each.lines
            kept.save(update_fields=["lines"])


def _replace(minutes: Minutes, paper: Paper, reason: str, by: User) -> None:
    same = (
        "text", "file_name", "content", "sha256", "pages", "notes", "recorded_by", "recorded_for",
        "recorded_at",
    )  # fmt: skip
    PaperVersion.objects.create(
        minutes=minutes, reason=reason.strip()[:500],
        **{name: getattr(minutes, name) for name in same},
    )  # fmt: skip
    minutes.text, minutes.content, minutes.file_name = paper.text, paper.content, paper.name
    minutes.sha256, minutes.pages, minutes.notes = (
        paper.sha256,
        list(paper.pages),
        list(paper.notes),
    )
    minutes.recorded_by, minutes.recorded_for = by, secretariat_of(by)
    minutes.recorded_at = clock.now()
    minutes.save()


def _record(minutes: Minutes, done: Correction, by: User) -> None:
    body = secretariat_of(by)
    code = body.code if body else ""
    audit.record(
        "correct_minutes", minutes, by=by, on_behalf_of=code, sha256=minutes.sha256,
        kept=len(done.kept), changed=len(done.changed), new=len(done.new), gone=len(done.gone),
    )  # fmt: skip
    for verb, each in (
        *(("candidate_reread", each) for each in done.changed),
        *(("candidate_found", each) for each in done.new),
        *(("candidate_left", each) for each in done.gone),
    ):
        audit.record(verb, each, by=by, on_behalf_of=code, revision=each.revision)
    officers = acting_for([each for each in SECRETARIATS if each != code], [Role.OFFICER])
    notices.text_corrected.tell(officers, about=minutes)
