"""Django's `translate` and `url`, each answer worked out once: they were a quarter of every page.

A template says the same words and the same addresses for everybody; only the language differs.
What is not constant goes the way it always went.
"""

from __future__ import annotations

from django import template
from django.template.base import Node, Parser, Token
from django.template.context import Context
from django.template.defaulttags import URLNode
from django.template.defaulttags import url as django_url
from django.templatetags.i18n import TranslateNode, do_translate
from django.urls import NoReverseMatch
from django.utils.html import escape
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from consuno.core.addresses import address

register = template.Library()


class Words(Node):
    """Constant words of a template; known by language once they were asked for."""

    child_nodelists = ()

    def __init__(self, slow: TranslateNode) -> None:
        self._slow = slow
        self._known: dict[str | None, str] = {}

    def render(self, context: Context) -> str:
        """Give the words in the language of now."""
        language = get_language()
        words = self._known.get(language)
        if words is None:
            words = self._known[language] = self._slow.render(context)
        return words


class Address(Node):
    """The address of a page, by its name and the keys in it."""

    child_nodelists = ()

    def __init__(self, slow: URLNode) -> None:
        self._slow = slow
        self._name = str(slow.view_name.var)

    def render(self, context: Context) -> str:
        """Give the address; keys of other kinds than text and numbers go Django's way."""
        keys = [arg.resolve(context) for arg in self._slow.args]
        if any(type(key) not in (str, int, SafeString) for key in keys):
            return self._slow.render(context)
        try:
            found = address(self._name, *keys)
        except NoReverseMatch:
            return self._slow.render(context)  # it knows what to do with `as`
        if self._slow.asvar:
            context[self._slow.asvar] = found
            return ""
        return escape(found) if context.autoescape else found


@register.tag("translate")
def translate(parser: Parser, token: Token) -> Node:
    """Read `{% translate %}` as Django does."""
    node = do_translate(parser, token)
    said = node.filter_expression
    constant = getattr(said.var, "literal", None) is not None and not said.filters
    plain = not (node.asvar or node.message_context or node.noop)
    return Words(node) if constant and plain else node


@register.tag("url")
def url(parser: Parser, token: Token) -> Node:
    """Read `{% url %}` as Django does."""
    node = django_url(parser, token)
    named = isinstance(node.view_name.var, str) and not node.view_name.filters
    return Address(node) if named and not node.kwargs else node
