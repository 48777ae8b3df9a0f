"""Two things read as one are split, one read as two is merged; and the last change is undone."""

from __future__ import annotations

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from consuno.agenda import policies
from consuno.agenda.actions.review import locked
from consuno.agenda.actions.versions import keep_version, put_back
from consuno.agenda.deadlines import resolved
from consuno.agenda.models import Candidate, CandidateVersion
from consuno.agenda.sameness import key, nearly_same
from consuno.core import audit
from consuno.core.models import User
from consuno.core.policy import ConflictError, Denied
from consuno.directory.standing import secretariat_of

#: Into how many things one sentence may be split.
MOST = 12


@transaction.atomic
def split(*, candidate: Candidate, revision: int, parts: list[str], by: User) -> list[Candidate]:
    """Make one candidate of each part; the first stays where the whole was.

    All keep its place in the paper, its theme and who owes it; each deadline is read again in its
    own words. Raises Denied (fewer than two parts) or ConflictError.
    """
    candidate = locked(candidate, revision)
    policies.may_review(by, candidate)
    parts = [" ".join(part.split()) for part in parts if part.strip()]
    if not 2 <= len(parts) <= MOST:
        raise Denied(_("Escriba cada parte en su propio renglón: de dos a doce."))
    keep_version(candidate=candidate, by=by)
    made = [_part(candidate, part, number) for number, part in enumerate(parts[1:], start=2)]
    _say(candidate, parts[0])
    candidate.revision += 1
    candidate.save()
    _record("candidate_split", candidate, by, into=[each.ref for each in made])
    return [candidate, *made]


def _part(whole: Candidate, words: str, number: int) -> Candidate:
    others = Candidate.objects.filter(minutes_id=whole.minutes_id)
    top = others.aggregate(top=Max("number"))["top"] or 0
    taken = set(others.values_list("ref", flat=True))
    refs = (f"{whole.ref[:34]}.{n}" for n in range(number, number + len(taken) + 1))
    made = Candidate(
        minutes=whole.minutes, number=top + 1, ref=next(ref for ref in refs if ref not in taken),
        kind=whole.kind, quote=whole.quote, lines=whole.lines, spans=whole.spans, rule=whole.rule,
        theme=whole.theme, populations=whole.populations, parent_ref=whole.parent_ref,
            facet=whole.facet, parties=whole.parties,
        distributive=whole.distributive, actionable=whole.actionable,
    )  # fmt: skip
    _say(made, words)
    made.save()
    return made


def _say(candidate: Candidate, words: str) -> None:
    candidate.statement = words
    for name, value in resolved(words, candidate.minutes.meeting).items():
        setattr(candidate, name, value)


@transaction.atomic
def merge(*, candidate: Candidate, revision: int, other: Candidate, by: User) -> Candidate:
    """Take another candidate's words in; it leaves the list. Raises Denied or ConflictError."""
    candidate = locked(candidate, revision)
    other = Candidate.objects.select_for_update(of=("self",)).get(pk=other.pk)
    policies.may_review(by, candidate)
    policies.may_merge(by, candidate, other)
    keep_version(candidate=candidate, by=by, absorbed=other)
    first, second = sorted((candidate, other), key=lambda each: (each.spans, each.number))
    # What was said twice is said once.
    twice = nearly_same(second.statement, [key(first.statement)]) is not None
    candidate.statement = first.statement if twice else f"{first.statement} {second.statement}"
    if first.quote != second.quote:
        candidate.quote = f"{first.quote} {second.quote}"
    candidate.lines = sorted({*first.lines, *second.lines})
    candidate.spans = sorted(
        [*first.spans, *(span for span in second.spans if span not in first.spans)]
    )
    candidate.parties = [
        *first.parties,
        *(row for row in second.parties if row not in first.parties),
    ]
    candidate.populations = sorted({*first.populations, *second.populations})
    if candidate.due_on is None:
        for name in ("deadline_kind", "deadline_text", "deadline_edtf", "due_on"):
            setattr(candidate, name, getattr(other, name))
    candidate.revision += 1
    candidate.save()
    other.merged_into = candidate
    other.save(update_fields=["merged_into"])
    _record("candidate_merged", candidate, by, with_=other.ref)
    return candidate


@transaction.atomic
def undo(*, candidate: Candidate, revision: int, by: User) -> Candidate:
    """Let the candidate say what it said before the last change; what it took in comes back.

    It is a new revision: both Secretariats answer again. Raises Denied when there is nothing to
    undo, or ConflictError.
    """
    candidate = locked(candidate, revision)
    policies.may_review(by, candidate)
    last = CandidateVersion.objects.filter(candidate=candidate, undone=False).first()
    if last is None:
        raise Denied(_("No hay ningún cambio que deshacer."))
    if last.absorbed is not None and last.absorbed.merged_into_id != candidate.pk:
        raise ConflictError(_("Alguien cambió este elemento mientras usted lo leía."))
    put_back(candidate, last.content)
    candidate.revision += 1
    candidate.save()
    if last.absorbed is not None:
        last.absorbed.merged_into = None
        last.absorbed.save(update_fields=["merged_into"])
    last.undone = True
    last.save(update_fields=["undone"])
    _record("candidate_undone", candidate, by)
    return candidate


def _record(verb: str, candidate: Candidate, by: User, **detail: object) -> None:
    body = secretariat_of(by)
    audit.record(
        verb, candidate, by=by, on_behalf_of=body,
        revision=candidate.revision, **detail,
    )  # fmt: skip
