"""Terms are explained where they are read: once each, in the reader's language, nothing unescaped."""

from django.utils import translation

from consuno.core.bilingual import Bilingual
from consuno.knowledge.templatetags.terms import termed


def test_the_first_of_each_leads_to_its_meaning():
    html = termed(Bilingual("Deportaciones y trata de personas; otra deportación.", ""))
    assert html.count('<a class="term"') == 2
    assert '/biblioteca/palabras/#trata" title="Captar' in html
    assert html.endswith("otra deportación.")


def test_the_longest_wins_and_part_of_a_word_is_none():
    html = termed(Bilingual("El retorno voluntario asistido; el contrarretorno."))
    assert html.count('<a class="term"') == 1
    assert "#retorno-voluntario" in html


def test_in_english_and_what_lacks_translation():
    with translation.override("en"):
        assert "#trata" in termed(Bilingual("", "Trafficking in persons."))
        assert "term" not in termed(Bilingual("Trata de personas.", ""))


def test_nothing_comes_unescaped():
    html = termed(Bilingual("<b>trata de personas</b> & «más»"))
    assert html.startswith("&lt;b&gt;<a")
    assert "&amp; «más»" in html
