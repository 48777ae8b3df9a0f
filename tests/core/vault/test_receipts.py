"""A receipt is read back however it was written down, and a slip of the pen is noticed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consuno.core.vault import receipts
from consuno.core.vault.receipts import Receipt

CHANCE = st.binary(min_size=16, max_size=16).map(Receipt)


@given(CHANCE, st.sampled_from(["es", "en"]))
def test_words_and_code_come_back_however_they_are_typed(receipt, language):
    words = receipt.words(language)
    assert len(words) == 12
    for typed in (
        " ".join(words), ", ".join(words).upper(), "\n".join(word[:4] for word in words),
        " ".join(receipts.fold(word) for word in words),
    ):  # fmt: skip
        assert receipts.read(typed) == receipt
    code = receipt.code
    for typed in (
        code,
        code.lower(),
        code.replace("-", " "),
        code.replace("0", "O").replace("1", "l"),
    ):
        assert receipts.read(typed) == receipt


@given(CHANCE, st.integers(0, 26), st.sampled_from(receipts.FIGURES))
def test_most_slips_in_a_code_are_noticed_and_none_opens_the_same(receipt, at, figure):
    plain = receipt.code.replace("-", "")
    slip = plain[:at] + figure + plain[at + 1 :]
    if slip != plain:
        assert receipts.read(slip) != receipt


@given(st.text(max_size=500))
def test_anything_typed_is_read_or_refused_and_never_breaks(typed):
    assert receipts.read(typed) is None or isinstance(receipts.read(typed), Receipt)


@pytest.mark.parametrize(
    "typed", ["", "ábaco " * 12, "abc", "Z" * 27, "palabras que no están " * 3]
)
def test_what_is_no_receipt(typed):
    assert receipts.read(typed) is None


def test_row_12_it_has_128_bits_and_says_nothing_of_what_it_opens():
    made = {receipts.new() for _ in range(1000)}
    assert len(made) == 1000
    for each in made:
        assert len(each.chance) * 8 == 128
        assert each.chance.hex() not in each.lookup
        assert each.lookup not in each.secret.opening.hex()
    assert repr(receipts.Receipt(b"\x01" * 16)) == "Receipt()"
