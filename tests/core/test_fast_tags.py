"""Words and addresses of templates, worked out once, are those that Django's own tags give."""

import pytest
from django.template import engines
from django.template.base import NodeList
from django.urls import NoReverseMatch
from django.utils import translation

from consuno.core.templatetags.fast_tags import Address, Words


def made(source):
    return engines["django"].from_string(source)


def kinds(template):
    nodes: NodeList = template.template.nodelist
    return [type(node) for node in nodes]


def test_words_follow_the_language_of_each_reader():
    page = made('{% translate "Compromiso" %}')
    assert kinds(page) == [Words]
    for language, words in [("es", "Compromiso"), ("en", "Commitment"), ("es", "Compromiso")]:
        with translation.override(language):
            assert page.render() == words


def test_signs_of_percent_and_of_markup_come_out_as_djangos():
    source = '{% translate "El 100% de <b>todo</b> & más" %}'
    plain = "{% load i18n %}" + source
    assert kinds(made(source)) == [Words]
    assert made(source).render() == made(source).render() == made(plain).render()


def test_what_is_not_constant_goes_djangos_way():
    page = made("{% translate word %}{% translate 'Compromiso' as kept %}[{{ kept|upper }}]")
    assert Words not in kinds(page)
    with translation.override("en"):
        assert page.render({"word": "Compromiso"}) == "Commitment[COMMITMENT]"
        assert page.render({"word": "<i>"}).startswith("&lt;i&gt;")


def test_addresses_hold_their_keys():
    page = made("{% url 'agenda:commitment' slug ref %}")
    assert kinds(page) == [Address]
    assert page.render({"slug": "san-salvador-2013", "ref": "M.1"}) == (
        "/agenda/san-salvador-2013/M.1/"
    )
    assert page.render({"slug": "otra", "ref": "M.1"}) == "/agenda/otra/M.1/"
    odd = {"slug": "a", "ref": "B&C"}
    assert page.render(odd) == "/agenda/a/B&amp;C/"
    mail = made("{% autoescape off %}{% url 'agenda:commitment' slug ref %}{% endautoescape %}")
    assert mail.render(odd) == "/agenda/a/B&C/"
    kept = made("{% url 'agenda:board' as here %}[{{ here }}]")
    assert kept.render() == "[/agenda/]"


def test_an_address_that_there_is_not_is_said_as_by_django():
    with pytest.raises(NoReverseMatch):
        made("{% url 'agenda:nada' %}").render()
    with pytest.raises(NoReverseMatch):
        made("{% url 'agenda:commitment' slug %}").render({"slug": None})
    assert made("{% url 'agenda:nada' as here %}[{{ here }}]").render() == "[]"
