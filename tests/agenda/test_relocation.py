"""Words found again in a text made from another."""

from hypothesis import given
from hypothesis import strategies as st

from consuno.agenda.relocation import Relocation, lines_of, uncovered

WORD = st.sampled_from(["plan", "guía", "se acuerda:", "El Salvador", "a", "b", "2014"])
PARTS = st.lists(WORD, min_size=1, max_size=12)


@given(PARTS, PARTS, st.sampled_from([" ", "\n", "\n\n  "]))
def test_a_text_with_more_before_it_moves_whole(parts, more, gap):
    """Whatever is put before it, every range is found, in its order, with its own words."""
    old = " ".join(parts)
    spans, at = [], 0
    for part in parts:
        spans.append([at, at + len(part)])
        at += len(part) + 1
    whole = [0, len(old)]
    new = gap.join([*more, "UNO", *parts])
    found = Relocation(old, new, map(tuple, [*spans, whole])).moved([whole])
    assert found
    start, end = found[0]
    assert new[start:end].split() == old.split()


@given(PARTS)
def test_the_same_text_does_not_move(parts):
    old = " ".join(parts)
    spans = [[0, len(old)]]
    assert Relocation(old, old, [(0, len(old))]).moved(spans) == spans


def test_of_equal_words_the_one_meant():
    old = "Se acuerda:\nuno dos\nSe acuerda:\ntres cuatro"
    new = "Acta\nSe acuerda:\nuno dos\notra cosa\nSe acuerda:\ntres cuatro"
    spans = [(0, 11), (12, 19), (20, 31), (32, 43)]
    relocation = Relocation(old, new, spans)
    assert relocation.moved([spans[0]]) == [[5, 16]]
    assert relocation.moved([spans[2]]) == [[35, 46]]
    assert relocation.moved([spans[2], spans[3]]) == [[35, 46], [47, 58]]


def test_words_that_are_gone():
    relocation = Relocation("uno dos", "uno dosis", [(0, 3), (4, 7)])
    assert relocation.moved([[0, 3]]) == [[0, 3]]
    assert relocation.moved([[0, 3], [4, 7]]) is None


def test_lines_and_cover():
    assert lines_of("a\nbb\nc", [[0, 1], [2, 6]]) == [1, 2, 3]
    assert uncovered([2, 10], [[0, 4], [6, 7]]) == 5
    assert uncovered([2, 10], [[0, 20]]) == 0
