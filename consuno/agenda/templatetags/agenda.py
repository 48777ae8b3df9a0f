"""What the pages of the agenda need from templates."""

from django import template

from consuno.agenda.models import Minutes

register = template.Library()


@register.simple_tag
def page_of_line(minutes: Minutes, line: int) -> int:
    """Number of the page of the paper that begins at this line."""
    return int(minutes.pages.index(line)) + 1
