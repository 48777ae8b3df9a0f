"""Search: both languages, accents, plurals, synonyms, misspellings; what one may not see is not counted."""

import pytest

from consuno.core import search
from consuno.core.models import SearchEntry
from consuno.core.search import Document, Kind, Wanted
from consuno.core.search.analysis import alternatives, stem, words
from consuno.core.search.find import forget_vocabulary

LIBRARY = [
    ("1", "es", "Lineamientos de repatriación de niñas y niños víctimas", "Protección especial.", {"country": "GT"}),
    ("2", "es", "Protocolo de actuación ante la trata", "Referencia de las víctimas.", {"country": "HN"}),
    ("3", "en", "Guidelines on women in migration", "No detention of children.", {"year": 2019}),
    ("4", "es", "Jueces y fiscales formados", "Cursos de capacitación sobre refugio.", {"country": "GT"}),
    ("5", "es", "Acta reservada", "Detenciones en la frontera.", {"public": False}),
    ("6", "en", "Shelter for returned families", "Beds and food.", {"country": "HN"}),
]  # fmt: skip


@pytest.fixture
def library(db, monkeypatch):
    def every():
        for key, language, title, text, more in LIBRARY:
            yield Document(key=key, language=language, title=title, text=text, path="/", **more)

    kind = Kind("prueba", "Prueba", every, {})
    monkeypatch.setitem(search.kinds(), "prueba", kind)
    SearchEntry.objects.all().delete()
    search.rebuild(kind)
    forget_vocabulary()
    yield kind
    forget_vocabulary()


def keys(text, *, members=False, **narrowed):
    answer = search.find(Wanted(text, **narrowed), members=members)
    return [each.entry.key for each in answer.results]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("repatriacion", "1"), ("REPATRIACIÓN", "1"), ("repatriaciones", "1"), ("protocolos de actuación", "2"),
        ("juez", "4"), ("jueces", "4"), ("capacitaciones", "4"), ("ninos", "1"), ("trafficking", "2"),
        ("directrices mujeres", "3"), ("albergue", "6"), ("familias retornadas", "6"),
        ("protoclo trata", "2"), ("repatriasion", "1"), ("guidlines", "3"), ("cursos", "4"),
    ],
)  # fmt: skip
def test_found_however_it_is_said(library, text, first):
    assert keys(text)[:1] == [first]


def test_what_one_may_not_see_is_not_found_nor_counted(library):
    assert keys("detenciones") == ["3"]  # the English one, by its synonym
    assert search.find(Wanted("frontera"), members=False).count == 0
    assert keys("frontera", members=True) == ["5"]


def test_narrowed_and_counted(library):
    answer = search.find(Wanted("víctimas"), members=False)
    assert answer.count == 2
    assert answer.facets["country"] == [("GT", 1), ("HN", 1)]  # as many: by their words
    assert keys("víctimas", country="HN") == ["2"]
    assert keys("women", year="2019") == ["3"]
    assert keys("women", year="x") == ["3"]


def test_a_misspelt_word_says_how_it_was_read(library):
    answer = search.find(Wanted("protoclo"), members=False)
    assert "protoclo" in answer.read_as
    assert not search.find(Wanted("xyzzyq"), members=False).results


def test_words_of_what_is_closed_are_not_given_away(library):
    answer = search.find(Wanted("fronteraa"), members=False)
    assert "frontera" not in answer.read_as.values()
    assert keys("frontera", members=True) == ["5"]  # its own word is not read as another


def test_the_snippet_marks_the_words(library):
    (result,) = search.find(Wanted("referencias"), members=False).results
    assert ("Referencia", True) in result.snippet


@pytest.mark.parametrize(
    "text", ["", "   ", "de la", "\"'&|!*()", "a" * 5000, "OR AND NOT", "\x00"]
)
def test_nothing_that_is_typed_breaks_it(library, text):
    search.find(Wanted(text), members=False)


def test_what_changed_is_found_and_what_is_gone_is_not(library, monkeypatch):
    before = SearchEntry.objects.get(key="1").at
    monkeypatch.setitem(LIBRARY[1][4], "country", "SV")
    assert search.rebuild(library) == 6
    assert SearchEntry.objects.get(key="2").country == "SV"
    assert SearchEntry.objects.get(key="1").at == before  # unchanged: not touched
    search.index("prueba", "1", [])
    assert keys("repatriación") == []
    search.forget("prueba", "2")
    assert keys("trata") == []


def test_the_analysis():
    assert words("Las Niñas y los niños, ¡de aquí!") == ["ninas", "ninos", "aqui"]
    assert stem("juez", "es") == stem("jueces", "es")
    assert stem("detencion", "es") == stem("detenciones", "es")
    assert stem("trafficking", "en") in alternatives("trata")
