"""Where each country stands on a version."""

from __future__ import annotations

from dataclasses import dataclass, replace

from consuno.consultation.consensus import (
    SPOKEN,
    Standing,
    State,
    reached,
    reached_without_absent,
    sentence,
)
from consuno.consultation.models import AbsenceRule, Position, Proposal, Version
from consuno.consultation.policies import word_of
from consuno.consultation.queries.absence import absent, rule_of
from consuno.core import clock
from consuno.directory.models import Body


@dataclass(frozen=True, slots=True)
class Row:
    """A country: its last word that counts, where it stands by it, and a later one not yet confirmed."""

    body: Body
    position: Position | None
    standing: Standing
    waits: Position | None

    @property
    def silent(self) -> bool:
        """Whether nothing of it counts for this text, nor waits for its validator to count."""
        return self.waits is None and self.standing.state in {State.MISSING, State.AGAIN}

    @property
    def spoke(self) -> bool:
        """Whether it has spoken and does not stand in the way; of any other, silence is not consent."""
        return self.standing.state in SPOKEN


def rows(version: Version) -> list[Row]:
    """Every country, in order; absent by the rule of its day. Six queries and one more under a
    rule, however many positions there are.
    """
    return _rows(version, rule_of(version))


def _rows(version: Version, rule: AbsenceRule | None) -> list[Row]:
    said: dict[int, list[Position]] = {}
    listed = Position.objects.filter(
        version__proposal=version.proposal, version__number__lte=version.number
    ).select_related("version", "body", "by").prefetch_related("provisions")  # fmt: skip
    for each in listed:
        said.setdefault(each.body_id, []).append(each)
    changed = _changed_since(version, {p.version_id for each in said.values() for p in each})
    place = {uid: at for at, uid in enumerate(version.clauses.values_list("uid", flat=True), 1)}
    bodies = Body.objects.states().select_related("country")
    found = [_row(body, said.get(body.pk, []), version, changed, place) for body in bodies]
    away = absent(version, [row.body.pk for row in found if row.silent], rule)
    return [
        replace(row, standing=Standing(row.standing.country, State.ABSENT))
        if row.body.pk in away
        else row
        for row in found
    ]


@dataclass(frozen=True, slots=True)
class Agreement:
    """Where a version stands: every country, whether all agree or all but the absent, and the sentence."""

    rows: list[Row]
    rule: AbsenceRule | None
    reached: bool
    reached_without_absent: bool
    sentence: str

    @property
    def agreed(self) -> bool:
        """Whether the Presidency may declare it, as the sentence says it."""
        return self.reached or self.reached_without_absent


def agreement(version: Version) -> Agreement:
    """Work it out, in the reader's language."""
    rule = rule_of(version)
    found = _rows(version, rule)
    least = rule.least if rule else 0
    standings = [row.standing for row in found]
    return Agreement(
        found,
        rule,
        reached(standings),
        reached_without_absent(standings, least),
        sentence(standings, least),
    )


def _changed_since(version: Version, others: set[int]) -> dict[int, bool]:
    """Whether anything of the text differs from each of these versions."""
    digests = dict(Version.objects.filter(pk__in=others).values_list("pk", "sha256"))
    return {pk: digest != version.sha256 for pk, digest in digests.items()}


def row_of(body: Body, said: list[Position], version: Version) -> Row:
    """One country, from all it said of the proposal (with versions), oldest first."""
    changed = {each.version_id: each.version.sha256 != version.sha256 for each in said}
    return _row(body, said, version, changed, {})


def _row(
    body: Body, said: list[Position], version: Version, changed: dict[int, bool],
    place: dict[int, int],
) -> Row:  # fmt: skip
    word = word_of(said)
    last, waits = word.last, word.waits
    name = str(body)
    objects = last is not None and last.kind == Position.Kind.OBJECTION
    if last is None or (waits and not objects):  # what waits for its validator may be an objection
        return Row(body, last, Standing(name, State.MISSING), waits)
    return Row(body, last, _standing(name, last, place, changed=changed[last.version_id]), waits)


def _standing(name: str, last: Position, place: dict[int, int], *, changed: bool) -> Standing:
    """An objection stands whatever changed; all else is said again where the text is another."""
    if last.kind == Position.Kind.OBJECTION:
        places = tuple(sorted(place[uid] for uid in last.clauses if uid in place))
        return Standing(name, State.OBJECTION, places=places, basis=_basis(last))
    if changed:
        return Standing(name, State.AGAIN)
    if last.until is not None and last.until < clock.today():
        return Standing(name, State.MISSING)
    return Standing(name, State(last.kind), until=last.until)


def _basis(position: Position) -> str:
    laws = [each.citation for each in position.provisions.all()]
    return "; ".join([*laws, *([position.basis] if position.basis else [])])


def last_circulated(proposal: Proposal) -> Version | None:
    """The version on which positions are taken: the last one fixed, of a text that seeks consensus."""
    if proposal.purpose != Proposal.Purpose.CONSENSUS:
        return None
    found = proposal.versions.exclude(frozen_at=None).first()
    if found is not None:
        found.proposal = proposal
    return found


def sentence_of(version: Version) -> str:
    """What is missing for consensus on a version, in the reader's language."""
    return agreement(version).sentence


def history(version: Version) -> list[Position]:
    """Everything that was said of the proposal, the newest first. Two queries."""
    found = Position.objects.filter(version__proposal=version.proposal)
    return list(found.select_related("body", "version", "by").order_by("-pk"))
