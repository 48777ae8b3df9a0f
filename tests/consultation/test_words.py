"""Which word of a country counts, whatever the order in which things were said and confirmed."""

import datetime

from hypothesis import given
from hypothesis import strategies as st

from consuno.consultation.models import Position
from consuno.consultation.policies import word_of

CONFIRMED = datetime.datetime(2026, 11, 1, tzinfo=datetime.UTC)
KINDS = st.sampled_from(Position.Kind)


def said(kind: str, *, confirmed: bool) -> Position:
    return Position(kind=kind, confirmed_at=CONFIRMED if confirmed else None)


POSITIONS = st.lists(st.builds(lambda kind, yes: said(kind, confirmed=yes), KINDS, st.booleans()))


@given(POSITIONS)
def test_the_last_confirmed_counts_and_only_what_came_after_it_waits(
    positions: list[Position],
) -> None:
    word = word_of(positions)
    confirmed = [each for each in positions if each.confirmed_at]
    assert word.last is (confirmed[-1] if confirmed else None)
    after = positions[positions.index(confirmed[-1]) + 1 :] if confirmed else positions
    assert word.waiting == after
    assert all(each.confirmed_at is None for each in after)


@given(POSITIONS, KINDS.filter(lambda kind: kind != Position.Kind.OBJECTION))
def test_an_objection_holds_until_another_word_is_confirmed(
    positions: list[Position], kind: str
) -> None:
    objection = said(Position.Kind.OBJECTION, confirmed=False)
    assert word_of([*positions, objection]).objects
    assert word_of([*positions, objection, said(kind, confirmed=False)]).objects
    assert not word_of([*positions, objection, said(kind, confirmed=True)]).objects


def test_an_objection_said_again_stands_from_the_first_time() -> None:
    consent = said(Position.Kind.CONSENT, confirmed=True)
    first, again = (said(Position.Kind.OBJECTION, confirmed=True) for _ in range(2))
    assert word_of([consent, first, again]).objection == [first, again]
    assert word_of([first, consent, again]).objection == [again]
    assert word_of([first, again, consent]).objection == []
