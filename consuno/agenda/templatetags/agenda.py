"""What the pages of the agenda need from templates."""

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from consuno.agenda.commitment_fields import in_words, plain_words
from consuno.agenda.models import Commitment, Minutes
from consuno.agenda.timing import CLOSED, SILENT
from consuno.core.templatetags.consuno import day, distance, icon

register = template.Library()
register.filter("in_words", in_words)
register.filter("plain_words", plain_words)


@register.simple_tag
def page_of_line(minutes: Minutes, line: int) -> int:
    """Number of the page of the paper that begins at this line."""
    return int(minutes.pages.index(line)) + 1


@register.filter
def deadline(item: Commitment) -> SafeString:
    """How an item stands in time, and its date or the words of the paper.

    Drawn here because every row of every list has one: a template takes ten times as long.
    """
    timing = item.timing
    done = item.outcome and item.closed_on and timing is CLOSED
    words = item.get_outcome_display() if done else timing.label
    state = format_html(
        '<span class="state {}">{} {}</span>', timing.icon, icon(timing.icon), words
    )
    return state + _date(item)


def _date(item: Commitment) -> SafeString:
    if item.due_on:
        # How long ago is only said of what is known to be late.
        told = not item.seen_on and item.timing is not SILENT
        far = format_html("<small>{}</small>", distance(item.due_on)) if told else ""
        return format_html('\n<span class="chip">{} {}</span>', day(item.due_on), far)
    if item.deadline_text:
        return format_html(
            '\n<span class="chip"><small lang="{}">«{}»</small></span>',
            item.meeting.language, item.deadline_text,
        )  # fmt: skip
    return SafeString("")
