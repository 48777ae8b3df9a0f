"""The sentence: never consensus while somebody objects or has not spoken; a consent never worsens it."""

import datetime

from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from consuno.consultation.consensus import (
    SPOKEN,
    Standing,
    State,
    lacking,
    reached,
    reached_without_absent,
    sentence,
)

DAY = datetime.date(2027, 6, 15)
NAMES = ["Belice", "Canadá", "Costa Rica", "República Dominicana", "El Salvador", "Guatemala",
         "Honduras", "México", "Nicaragua", "Panamá", "Estados Unidos"]  # fmt: skip


def standing(name, state):
    dated = state in {State.TIME, State.REFERENDUM}
    return Standing(name, state, until=DAY if dated else None)


STANDINGS = st.lists(st.sampled_from(list(State)), min_size=11, max_size=11).map(
    lambda states: [standing(name, state) for name, state in zip(NAMES, states, strict=True)]
)


def says_consensus(words):
    return "Hay consenso" in words or "There is consensus" in words


@given(STANDINGS, st.sampled_from(["es", "en"]))
def test_it_says_consensus_only_when_all_have_spoken_and_none_stands_in_the_way(found, language):
    with translation.override(language):
        words = sentence(found)
    assert says_consensus(words) == all(each.state in SPOKEN for each in found) == reached(found)
    if not reached(found) and not reached_without_absent(found, 0):
        for each in found:
            if each.state not in SPOKEN | {State.MISSING}:
                assert each.country in words


@given(STANDINGS, st.integers(0, 10))
def test_a_consent_never_makes_it_worse(found, at):
    better = [*found[:at], standing(NAMES[at], State.CONSENT), *found[at + 1 :]]
    assert lacking(better) <= lacking(found)
    assert reached(better) or not reached(found)


def test_in_plain_words():
    found = [standing(name, State.CONSENT) for name in NAMES]
    assert sentence(found) == "Hay consenso."
    found[0] = found[1] = Standing("", State.MISSING)
    found[0], found[1] = Standing("Belice", State.MISSING), Standing("México", State.MISSING)
    found[5] = Standing("Guatemala", State.OBJECTION, places=(7,), basis="Decreto X, art. 9, 100%")
    found[2] = Standing("Canadá", State.REFERENDUM, until=DAY)
    assert sentence(found) == (
        "Faltan 2 posturas (Belice, México); Canadá ad referendum hasta el 15 de junio de 2027; "
        "Guatemala mantiene objeción a la cláusula 7 (Decreto X, art. 9, 100%)."
    )
    with translation.override("en"):
        assert sentence(found).startswith("2 positions are missing (Belice, México); ")


def test_nobody_asked_is_no_consensus():
    assert not reached([])
