"""Which requests a reader may read, and how far each is."""

from __future__ import annotations

from typing import Any

from django.db.models import Count, Prefetch, Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from consuno.agenda.models import Commitment, Party
from consuno.core.policy import allowed
from consuno.core.registry import OpenWork
from consuno.directory.models import Body
from consuno.directory.queries import bodies_of, competent
from consuno.directory.standing import memberships, secretariat_of
from consuno.inquiries import policies
from consuno.inquiries.models import Answer, Inquiry

GIVEN = (Answer.State.GIVEN, Answer.State.DECLINED)
#: Of these nothing is awaited.
DONE = (*GIVEN, Answer.State.PASSED)


def inquiries(*, reader: Any) -> QuerySet[Inquiry]:
    """Those this reader may read, with how many answered."""
    found = Inquiry.objects.select_related("secretariat")
    if secretariat_of(reader) is None:
        mine = [held.body_id for held in memberships(reader)]
        asked = Answer.objects.filter(body__in=mine).values("inquiry")
        shared = Inquiry.shared_with.through.objects.filter(body__in=mine).values("inquiry")
        found = found.filter(Q(pk__in=asked) | Q(pk__in=shared))
    given = Count("answers", filter=Q(answers__state__in=GIVEN))
    return found.annotate(
        asked=Count("answers", filter=~Q(answers__state=Answer.State.PASSED)), given=given
    ).order_by("-pk")


def to_answer(reader: Any) -> list[Answer]:
    """What this reader's bodies were asked and have not answered, the soonest first."""
    mine = [held.body_id for held in memberships(reader) if held.role in policies.REPORTING]
    found = Answer.objects.filter(body__in=mine, inquiry__closed_on=None).exclude(state__in=DONE)
    return list(found.select_related("inquiry", "body").order_by("inquiry__due_on", "pk")[:50])


def inquiry(pk: int) -> Inquiry | None:
    """One request with all that its page shows."""
    answers = Answer.objects.defer("content").select_related("body__country", "passed_to")
    found = Inquiry.objects.select_related("secretariat", "commitment__meeting")
    return found.prefetch_related(Prefetch("answers", answers), "shared_with").filter(pk=pk).first()


def answers_for(reader: Any, inquiry: Inquiry) -> list[tuple[Answer, bool]]:
    """Every answer with whether this reader may read it."""
    rows = list(inquiry.answers.all())
    for each in rows:
        each.inquiry = inquiry
    return [(each, allowed(policies.may_read_answer, reader, each)) for each in rows]


def could_answer(answer: Answer) -> list[tuple[Body, bool]]:
    """The other bodies of its country and side, those competent for what is asked first and marked."""
    asked = answer.inquiry
    theme = asked.commitment.theme_id if asked.commitment else ""
    country = answer.body.country_id or ""
    found = competent(country, matter=asked.matter, theme="" if asked.matter else theme or "")
    marked = {each.body_id for each in found}
    rows = [
        body
        for body in bodies_of(answer.body.country)
        if body.pk != answer.body_id and body.civil_society == answer.body.civil_society
        and body.kind != Body.Kind.COUNTRY and body.shown
    ] if answer.body.country else []  # fmt: skip
    pairs = [(body, body.pk in marked) for body in rows]
    return sorted(pairs, key=lambda pair: not pair[1])


def links_about(record: Any, user: Any) -> list[OpenWork]:
    """On the page of a commitment: its requests, and for a Secretariat a new one."""
    if not isinstance(record, Commitment) or not memberships(user):
        return []
    found = inquiries(reader=user).filter(commitment=record)
    links = [OpenWork(each.title, each.get_absolute_url()) for each in found[:10]]
    if secretariat_of(user) is not None and record.owed:
        path = f"{reverse('inquiries:ask')}?compromiso={record.pk}"
        links.append(OpenWork(_("Pedir información de esto"), path))
    return links


def named_in(commitment: Commitment | None) -> list[Body]:
    """The bodies that the minutes name beside a commitment: who asked for it and who receives it."""
    if commitment is None:
        return []
    parties = commitment.parties.exclude(role=Party.Role.RESPONSIBLE).exclude(body=None)
    named = parties.exclude(body__kind="group").values("body")
    return list(Body.objects.filter(pk__in=named))
