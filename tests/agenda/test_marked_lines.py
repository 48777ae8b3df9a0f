"""The paper with its marks says exactly what the paper says."""

from types import SimpleNamespace

from hypothesis import given
from hypothesis import strategies as st

from consuno.agenda.actions.review import line_spans
from consuno.agenda.queries.paper import marked_lines


@given(st.data())
def test_marks_change_no_letter(data):
    text = data.draw(st.text(alphabet="ab \n", max_size=60))
    edge = st.integers(0, len(text))
    pairs = data.draw(st.lists(st.tuples(edge, edge).map(sorted), max_size=6))
    standings = [SimpleNamespace(candidate=SimpleNamespace(spans=[pair])) for pair in pairs]
    lines = marked_lines(text, standings)
    shown = ["".join(piece.text for piece in pieces) for _number, pieces in lines]
    assert shown == text.split("\n")
    assert [number for number, _pieces in lines] == list(range(1, len(shown) + 1))


@given(st.text(alphabet="ab \n\t", max_size=60), st.sets(st.integers(0, 8)))
def test_line_spans_hold_the_words_of_the_lines(text, numbers):
    lines = text.split("\n")
    wanted = [lines[n - 1].strip() for n in sorted(numbers) if 0 < n <= len(lines)]
    assert [text[a:b] for a, b in line_spans(text, numbers)] == [w for w in wanted if w]
