"""Texts: a redline accepts to the new and rejects to the old; no remark is lost or misplaced."""

from hypothesis import given, settings
from hypothesis import strategies as st

from consuno.consultation.texts import Anchor, align, carry, redline, words_changed
from consuno.consultation.texts.alignment import plain

#: Words enough for 200 clauses that differ, as clauses do.
WORDS = st.sampled_from(
    "el la Estado país persona víctima niñez plazo deberá podrá informe remitir datos consulado "
    "asistencia protección días hábiles ley retorno familia decisión recurso, audiencia; costo "
    "intérprete albergue salud trabajo permiso frontera autoridad registro".split()
)
SENTENCE = st.lists(WORDS, min_size=6, max_size=22).map(" ".join)


@given(SENTENCE, SENTENCE)
def test_words_accept_to_the_new_and_reject_to_the_old(before, after):
    pieces = words_changed(before, after)
    assert "".join(p.text for p in pieces if p.op != "ins") == before
    assert "".join(p.text for p in pieces if p.op != "del") == after


def test_whole_words_change_and_blanks_go_with_them():
    pieces = words_changed("Se envía el informe anual.", "Se remite el informe cada año.")
    assert [(p.op, p.text) for p in pieces] == [
        ("same", "Se "), ("del", "envía"), ("ins", "remite"), ("same", " el informe "),
        ("del", "anual"), ("ins", "cada año"), ("same", "."),
    ]  # fmt: skip


def test_blanks_between_two_changes_go_with_them():
    pieces = words_changed("Cada país informa anualmente.", "Cada país responde mensualmente.")
    assert [(p.op, p.text) for p in pieces] == [
        ("same", "Cada país "), ("del", "informa anualmente"), ("ins", "responde mensualmente"),
        ("same", "."),
    ]  # fmt: skip


def test_of_several_removed_clauses_each_stands_where_it_stood():
    old = [(1, "uno"), (2, "dos"), (3, "tres"), (4, "cuatro"), (5, "cinco")]
    lines = redline(old, [(1, "uno"), (4, "cuatro")])
    assert [(each.uid, each.kind) for each in lines] == [
        (1, "same"), (2, "removed"), (3, "removed"), (4, "same"), (5, "removed"),
    ]  # fmt: skip


def test_a_moved_clause_is_moved_and_a_removed_one_stands_where_it_stood():
    old = [(1, "uno"), (2, "dos"), (3, "tres"), (4, "cuatro")]
    lines = redline(old, [(4, "cuatro"), (1, "uno"), (3, "tres y medio"), (5, "cinco")])
    assert [(each.uid, each.kind, each.moved) for each in lines] == [
        (4, "same", True), (1, "same", False), (2, "removed", False), (3, "changed", False),
        (5, "added", False),
    ]  # fmt: skip


def test_a_repeated_text_is_told_by_its_neighbour_or_not_at_all():
    old = [(1, "Artículo uno del texto"), (2, "[en blanco]"), (3, "Artículo dos del texto"), (4, "[en blanco]")]  # fmt: skip
    assert align(old, [text for _uid, text in old]) == [1, 2, 3, 4]
    assert align(old, ["Artículo dos del texto", "[en blanco]"]) == [3, 4]
    assert align(old, ["Nuevo por completo, distinto", "[en blanco]"]) == [None, None]


def test_a_rewritten_clause_keeps_its_number():
    old = [(7, "Cada país informa a las dos Secretarías cada seis meses."),
           (8, "El consulado asiste a la víctima desde el primer día.")]  # fmt: skip
    new = ["El consulado asistirá a la víctima desde el primer día hábil.",
           "Cada país informará a ambas Secretarías cada seis meses."]  # fmt: skip
    assert align(old, new) == [8, 7]


class Edited:
    """A text under edition that remembers which clauses each paragraph really comes from."""

    def __init__(self, texts):
        self.rows = [(text, {uid}) for uid, text in enumerate(texts)]

    def apply(self, edit):
        kind, at, other, fresh = edit
        rows = self.rows
        at, other = at % max(len(rows), 1), other % max(len(rows), 1)
        if kind == "insert":
            rows.insert(at, (fresh, set()))
        elif not rows:
            return
        elif kind == "delete":
            rows.pop(at)
        elif kind == "move":
            rows.insert(other, rows.pop(at))
        elif kind == "split":
            text, roots = rows.pop(at)
            words = text.split()
            half = len(words) // 2
            rows[at:at] = [(" ".join(words[:half]), roots), (" ".join(words[half:]), roots)]
        elif kind == "merge" and at + 1 < len(rows):
            (one, mine), (two, theirs) = rows[at], rows.pop(at + 1)
            rows[at] = (f"{one} {two}", mine | theirs)


EDIT = st.tuples(
    st.sampled_from(["insert", "delete", "move", "split", "merge"]), st.integers(0, 400),
    st.integers(0, 400), SENTENCE,
)  # fmt: skip


@settings(max_examples=40, deadline=None)
@given(st.lists(SENTENCE, min_size=200, max_size=200), st.lists(EDIT, max_size=40), st.data())
def test_no_remark_is_lost_and_none_is_put_on_a_wrong_clause(texts, edits, data):
    edited = Edited(texts)
    for edit in edits:
        edited.apply(edit)
    old = list(enumerate(texts))
    numbers = align(old, [text for text, _roots in edited.rows])
    taken = [number for number in numbers if number is not None]
    assert len(taken) == len(set(taken))
    fresh = iter(range(1000, 2000))
    new = [
        (number if number is not None else next(fresh), row)
        for number, row in zip(numbers, edited.rows, strict=True)
    ]
    roots = {uid: row[1] for uid, row in new}
    after = {uid: row[0] for uid, row in new}
    for uid, text in old:
        words = text.split()
        low = data.draw(st.integers(0, len(words) - 1)) if uid % 10 == 0 else 0
        for quote in ("", " ".join(words[low : low + 6])):
            carried = carry(Anchor(uid, quote), dict(old), after)
            if carried.state == "orphan":
                assert carried.uid is None
                continue
            twins = {other for other, same in old if plain(same) == plain(text)}
            assert roots[carried.uid] & twins, (carried, text, after[carried.uid])
            if carried.state == "exact":
                assert plain(after[carried.uid]) == plain(text)
