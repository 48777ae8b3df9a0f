"""The reader against the gold data of the 2013 minutes, and any text at all."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consuno.reader import extract, normalise
from tests.reader import golden, regional
from tests.reader.scoring import CORPUS, Score, documents, score
from tests.shared import needs_shared

WORDS = [
    "La RROCM enviará a la ST", "acuerdan:", "a más tardar el", "31 de marzo", "del 2013", "\n",
    "\n\n", "a.", "1.", "III.", "•", "- ", "| ", "ésta", "los países", "se propone", "(en junio",
    ")", "Dicha", "solicitar", "The Secretariat shall", "by the end of", "por definir", "\t", "[1]",
]  # fmt: skip


@needs_shared
def test_the_2013_minutes_are_read_as_the_gold_data_say():
    figures = golden.measure(golden.read())
    assert figures.spans == 48
    assert figures.extra <= 1
    assert figures.kinds >= 46
    assert figures.deadlines == 48
    assert figures.written == 15
    assert figures.responsible >= 12
    assert figures.challenges == 23
    assert figures.groups_taken == 0


def assert_spans_are_in_the_text(text):
    found = extract(text)
    text = normalise(text)  # whose places they are
    lines = len(re.split(r"\r\n|\n|\r", text))
    for piece in (*found.items, *found.challenges):
        written = " ".join(text[span.start : span.end] for span in piece.spans)
        assert piece.spans
        assert all(0 <= span.start < span.end <= len(text) for span in piece.spans)
        assert all(word in written for word in piece.text.split())
        assert all(1 <= line <= lines for line in piece.lines)


@given(st.text(max_size=400))
def test_any_text_gives_an_answer(text):
    assert_spans_are_in_the_text(text)


@given(st.lists(st.sampled_from(WORDS) | st.text(max_size=8), max_size=40))
def test_any_broken_minutes_give_an_answer(pieces):
    assert_spans_are_in_the_text(" ".join(pieces))


def scored(folder):
    papers = documents(CORPUS.with_name(folder))
    return sum((score(extract(p.read_text("utf-8")), want) for p, want in papers), Score())


def test_invented_corpus_is_not_read_worse_than_before():
    """Figures of 32 invented documents; raise the floor when the reader gets better."""
    total = scored("corpus")
    assert total.documents == 32
    assert total.f1 >= 0.975
    assert total.invented == 0, total


@pytest.mark.parametrize("text", ["", " ", "\x00", "a" * 10_000, "(" * 5_000, "1.\n" * 3_000])
def test_poor_text_is_no_error(text):
    assert extract(text).commitments == ()


def test_second_corpus_is_not_read_worse_than_before():
    """Twelve documents kept apart until their first contact (docs/explanation/reader.md)."""
    total = scored("corpus_held_out")
    assert total.documents == 12
    assert total.f1 >= 0.97, total
    assert total.invented == 0
    assert total.dated_right == total.dated


@needs_shared
def test_restated_regional_texts_are_not_read_worse_than_before():
    figures = regional.measure()
    assert figures.f1 >= 0.84, figures.misses
    assert figures.invented == 0
    assert figures.responsible_right >= 0.8 * figures.responsible
    assert figures.dated_right >= 0.95 * figures.dated
    assert figures.undated_right >= 0.95 * figures.undated


@needs_shared
def test_deadline_sentences_are_not_read_worse_than_before():
    right, total, wrong = regional.dates()
    assert right >= 0.98 * total, wrong
