"""The cast on the sign-in page."""

from django import template

from consuno.site.demo import Actor, cast

register = template.Library()


@register.simple_tag
def demo_cast() -> list[Actor]:
    """Who may be chosen; nobody outside demo mode."""
    return cast()
