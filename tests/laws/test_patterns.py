"""No regular expression takes longer than its text is long: somebody sends 100,000 spaces, and the site answers.

Each is fed long runs of what it might stumble on, in two lengths, by the way in which the code uses it. Time is the
processor's, and only growth counts: four times the text may take twelve times as long, not sixteen or more.
"""

import time

import pytest

from tests.laws.patterns import patterns

UNITS = (
    " ", "\t", "\n", "a", "A", "1", ".", "-", "_", "á", ",", "(", "[", '"', "«", ":", "/", "0", "#", "|", "=", "@", "<",
    "&", "%", "*", ">", "a ", "1 ", "1.", "a.", "a, ", ". ", "; ", "- ", ": ", "* ", "de ", "y ", " \n", "a\n", "a-", "1-",
    "1/", "a@", "los ", "www.", "a.a", "' ",
)  # fmt: skip
#: Given only so many characters of a text by who calls it; by a piece of it, with where that is.
BOUNDED = {
    "a mas tardar|antes de que": 200,  # deadlines._TAIL
    "no later than|not later than": 200,  # deadlines._TAIL
    r"ene|feb|mar|abr|apr": 60,  # markers._HEAD
    r"(?P<label>\d{1,3}(?:\.\d": 60,  # markers._HEAD
}
SHORT, LONGER = 600, 2400
#: Below this a machine's own noise is larger.
NOTHING = 0.004


def took(use, text):
    best = 9.0
    for _each in range(3):
        began = time.thread_time()
        use(text)
        best = min(best, time.thread_time() - began)
        if best < NOTHING:
            break
    return best


def grows(use, make):
    """Whether it takes far longer than its text is longer; looked at twice."""
    return all(
        (late := took(use, make(LONGER))) > NOTHING
        and late > 12 * max(took(use, make(SHORT)), NOTHING / 40)
        for _twice in range(2)
    )


@pytest.mark.parametrize(("where", "pattern", "uses"), patterns(), ids=lambda each: None)
def test_no_pattern_is_slower_than_linear(where, pattern, uses):
    most = next((size for piece, size in BOUNDED.items() if piece in str(pattern.pattern)), None)
    for use in uses:
        for unit in UNITS:
            for end in ("", "\x00"):

                def make(size, unit=unit, end=end):
                    text = (unit * (min(size, most or size) // len(unit))) + end
                    return text.encode() if isinstance(pattern.pattern, bytes) else text

                assert not grows(getattr(pattern, use), make), (
                    where,
                    pattern.pattern,
                    use,
                    unit,
                    end,
                )


def test_the_law_bites():
    """Found in one look of five: a busy machine stretches the shorter time more than the longer."""
    import re

    slow = re.compile(r"\s+$")
    assert any(grows(slow.search, lambda size: " " * size + "x") for _look in range(5))
