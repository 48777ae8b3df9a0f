"""The text of a draft, clause by clause or whole."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import transaction
from django.db.models import F, Max

from consuno.agenda.models import Commitment
from consuno.consultation import policies
from consuno.consultation.models import Clause, Coverage, Proposal, Version, digest
from consuno.consultation.texts import align
from consuno.core import audit
from consuno.core.models import User
from consuno.core.text import one_line


def _draft(version: Version, by: User) -> None:
    policies.may_draft(by, version.proposal)
    policies.must_be_a_draft(version)


def next_uid(proposal: Proposal) -> int:
    """A number no clause of any version has had."""
    last = Clause.objects.filter(version__proposal=proposal).aggregate(last=Max("uid"))["last"]
    return int(last or 0) + 1


def _other(authentic: str) -> str:
    return "en" if authentic == "es" else "es"


def _mark(clause: Clause, authentic: str) -> None:
    """Whoever writes the translation has read the authentic text as it stands."""
    clause.checked = "" if authentic == "both" else digest(getattr(clause, authentic))


@transaction.atomic
def write_clause(
    *, clause: Clause, es: str, en: str, by: User, heading: bool = False, translated: bool = False
) -> Clause:
    """Write a clause in both languages. `translated`: the translation was looked at again, though it
    stays word for word. Raises Denied.
    """
    version = clause.version
    _draft(version, by)
    policies.must_fit([es, en])
    authentic = version.proposal.authentic
    texts = {"es": _clean(es), "en": _clean(en)}
    changed = authentic != "both" and texts[_other(authentic)] != getattr(clause, _other(authentic))
    clause.es, clause.en, clause.heading = texts["es"], texts["en"], heading
    if changed or translated:
        _mark(clause, authentic)
    clause.save()
    audit.record("write_clause", version, by=by, uid=clause.uid)
    return clause


def _clean(text: str) -> str:
    return "\n".join(one_line(line) for line in text.strip().splitlines())


@transaction.atomic
def add_clause(
    *, version: Version, after: int, es: str, en: str, by: User, heading: bool = False
) -> Clause:
    """Put a new clause after the one of this number (0: at the top). Raises Denied."""
    _draft(version, by)
    policies.must_fit([es, en], kept=version.clauses.count())
    before = version.clauses.filter(uid=after).first()
    order = before.order + 1 if before else 0
    version.clauses.filter(order__gte=order).update(order=F("order") + 1)
    made = Clause(
        version=version, uid=next_uid(version.proposal), order=order, heading=heading,
        es=_clean(es), en=_clean(en),
    )  # fmt: skip
    _mark(made, version.proposal.authentic)
    made.save()
    audit.record("add_clause", version, by=by, uid=made.uid)
    return made


@transaction.atomic
def remove_clause(*, clause: Clause, by: User) -> None:
    """Take a clause out of a draft; earlier versions keep it. Raises Denied."""
    _draft(clause.version, by)
    audit.record("remove_clause", clause.version, by=by, uid=clause.uid)
    clause.delete()


@transaction.atomic
def move_clause(*, clause: Clause, up: bool, by: User) -> None:
    """Change places with the clause above or below; at the edge nothing happens. Raises Denied."""
    _draft(clause.version, by)
    rows = list(clause.version.clauses.all())
    at = next(place for place, row in enumerate(rows) if row.pk == clause.pk)
    to = at - 1 if up else at + 1
    if not 0 <= to < len(rows):
        return
    rows[at], rows[to] = rows[to], rows[at]
    for place, row in enumerate(rows):
        row.order = place
    Clause.objects.bulk_update(rows, ["order"])
    audit.record("move_clause", clause.version, by=by, uid=clause.uid)


@transaction.atomic
def take_in(*, version: Version, language: str, paragraphs: Sequence[str], by: User) -> int:
    """Take a whole text in a language in place of the draft's; returns how many clauses are new.

    Each paragraph that continues a clause keeps its number and its text in the other language, which
    is stale where the authentic text changed. A translation goes paragraph by paragraph beside the text
    it translates. Raises Denied.
    """
    _draft(version, by)
    texts = [text for text in (_clean(each) for each in paragraphs) if text]
    policies.must_fit(texts)
    rows = {clause.uid: clause for clause in version.clauses.all()}
    numbers = _numbers(version.proposal, language, list(rows.values()), texts)
    fresh = next_uid(version.proposal)
    made: list[Clause] = []
    for order, (number, text) in enumerate(zip(numbers, texts, strict=True)):
        row = rows.get(number) if number is not None else None
        if row is None:
            row = Clause(uid=fresh)
            fresh += 1
        changed = getattr(row, language) != text
        setattr(row, language, text)
        row.pk, row.version, row.order = None, version, order
        if changed and version.proposal.authentic == _other(language):
            _mark(row, version.proposal.authentic)
        made.append(row)
    version.clauses.all().delete()
    Clause.objects.bulk_create(made)
    audit.record("take_in", version, by=by, language=language, clauses=len(made))
    return sum(number is None for number in numbers)


def _numbers(
    proposal: Proposal, language: str, rows: list[Clause], texts: list[str]
) -> list[int | None]:
    """Which clause each paragraph is, by its words or, for a first translation, by its place."""
    written = any(getattr(row, language) for row in rows)
    leads = proposal.authentic == language or (proposal.authentic == "both" and written)
    if leads or not rows:
        return align([(row.uid, getattr(row, language)) for row in rows], texts)
    policies.must_match(len(texts), len(rows))
    return [row.uid for row in rows]


@transaction.atomic
def cover(*, proposal: Proposal, uid: int, topics: Sequence[Commitment], by: User) -> None:
    """Say with which topics of the minutes a clause deals, in place of what was said. Raises Denied."""
    policies.may_draft(by, proposal)
    Coverage.objects.filter(proposal=proposal, uid=uid).delete()
    Coverage.objects.bulk_create(
        Coverage(proposal=proposal, uid=uid, topic=topic) for topic in set(topics)
    )
    audit.record("cover", proposal, by=by, uid=uid, topics=len(topics))
