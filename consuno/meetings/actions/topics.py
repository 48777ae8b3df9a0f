"""Raise topics at a national table, let them go up, bring the answer back."""

from __future__ import annotations

from django.db import transaction

from consuno.core import audit, clock
from consuno.core.models import User
from consuno.directory.models import Body, Country, Role
from consuno.directory.queries import acting_for
from consuno.directory.standing import SECRETARIATS, secretariat_of
from consuno.meetings import notices, policies
from consuno.meetings.models import AgendaItem, Elevation, Say, Topic
from consuno.monitoring.queries.cycles import ASKED


def _people(country: Country) -> list[User]:
    codes = Body.objects.filter(country=country, closed_on=None).values_list("code", flat=True)
    return list(acting_for(list(codes), ASKED))


@transaction.atomic
def raise_topic(
    *, country: Country, body: Body, title: str, text: str, language: str, by: User
) -> Topic:
    """Put a topic on a country's table; the others of the country hear of it. Raises Denied."""
    policies.may_raise(by, country, body)
    policies.must_say(text)
    made = Topic.objects.create(
        country=country, body=body, title=title.strip()[:200], text=text.strip(),
        language=language, by=by,
    )  # fmt: skip
    audit.record("raise_topic", made, by=by, on_behalf_of=body, country=country.pk)
    notices.topic_raised.tell([each for each in _people(country) if each != by], about=made)
    return made


@transaction.atomic
def say(*, topic: Topic, body: Body, text: str, language: str, by: User) -> Say:
    """A body of the country says something of it. Raises Denied."""
    policies.may_say(by, topic, body)
    policies.must_say(text)
    made = Say.objects.create(
        topic=topic, body=body, text=text.strip()[:5000], language=language, by=by
    )
    audit.record("say", made, by=by, on_behalf_of=body)
    return made


@transaction.atomic
def support(*, topic: Topic, body: Body, by: User) -> Elevation | None:
    """A body wants it to go up. When one of each side does it goes, by common consent; when two
    organisations do, as the word of civil society, which the government may join. Raises Denied.
    """
    topic = Topic.objects.select_for_update(of=("self",)).get(pk=topic.pk)
    policies.may_support(by, topic, body)
    made = Say.objects.create(topic=topic, body=body, supports=True, by=by)
    audit.record("support", made, by=by, on_behalf_of=body)
    joint = policies.both_sides(topic)
    sent = Elevation.objects.filter(topic=topic).first()
    if sent is not None:
        sent.joint = joint
        sent.save(update_fields=["joint"])
        return sent
    if not joint and not policies.by_civil_society(topic):
        return None
    series = policies.next_series("mesa")
    return _elevate(topic=topic, origin=None, series=series, by=by, joint=joint)


@transaction.atomic
def take_back(*, said: Say, by: User) -> Say:
    """A body takes back what it said, whose words are gone, or its wish that it go up. Raises Denied."""
    topic = Topic.objects.select_for_update(of=("self",)).get(pk=said.topic_id)
    said = topic.says.select_related("body", "topic__country").get(pk=said.pk)
    policies.may_take_back(by, said)
    said.text, said.withdrawn_at = "", clock.now()
    said.save(update_fields=["text", "withdrawn_at"])
    audit.record("take_back", said, by=by, on_behalf_of=said.body)
    return said


@transaction.atomic
def correct_topic(*, topic: Topic, title: str, text: str, language: str, by: User) -> Topic:
    """Write it anew, while nobody has answered it. Raises Denied."""
    topic = Topic.objects.select_for_update(of=("self",)).get(pk=topic.pk)
    policies.may_correct_topic(by, topic)
    policies.must_say(title)
    policies.must_say(text)
    topic.title, topic.text, topic.language = title.strip()[:200], text.strip()[:10_000], language
    topic.save(update_fields=["title", "text", "language"])
    audit.record("correct_topic", topic, by=by, on_behalf_of=topic.body)
    return topic


@transaction.atomic
def settle_topic(*, topic: Topic, body: Body, outcome: str, by: User) -> Topic:
    """Say how it was settled at home. Raises Denied."""
    topic = Topic.objects.select_for_update(of=("self",)).get(pk=topic.pk)
    policies.may_settle(by, topic, body, outcome)
    topic.outcome, topic.closed_on = outcome.strip()[:1000], clock.today()
    topic.save(update_fields=["outcome", "closed_on"])
    audit.record("settle_topic", topic, by=by, on_behalf_of=body)
    return topic


@transaction.atomic
def elevate_item(*, item: AgendaItem, by: User) -> Elevation:
    """Send an item of a meeting up to the next body. Raises Denied."""
    item = (
        AgendaItem.objects.select_for_update(of=("self",)).select_related("sitting").get(pk=item.pk)
    )
    policies.may_elevate_item(by, item)
    series = policies.next_series(item.sitting.series)
    return _elevate(topic=None, origin=item, series=series, by=by)


@transaction.atomic
def elevate_subject(*, subject: str, series: str, by: User) -> Elevation:
    """Send a record of another room up to the meetings of a series. Raises Denied."""
    policies.may_elevate_subject(by, subject)
    return _elevate(topic=None, origin=None, series=series, by=by, subject=subject)


def _elevate(
    *,
    topic: Topic | None,
    origin: AgendaItem | None,
    series: str,
    by: User,
    subject: str = "",
    joint: bool = True,
) -> Elevation:
    made = Elevation.objects.create(
        topic=topic, origin=origin, series=series, by=by, subject=subject, joint=joint
    )
    body = secretariat_of(by)
    audit.record("elevate", made, by=by, on_behalf_of=body, series=series)
    notices.elevated.tell(acting_for(SECRETARIATS, [Role.OFFICER]), about=made)
    if topic is not None and not joint:
        others = [each for each in _people(topic.country) if each != by]
        notices.sent_up_alone.tell(others, about=made)
    return made


@transaction.atomic
def answer_elevation(*, elevation: Elevation, outcome: str, by: User) -> Elevation:
    """Say what came of it; whoever sent it up hears, all the way down. Raises Denied."""
    elevation = Elevation.objects.select_for_update(of=("self",)).get(pk=elevation.pk)
    policies.may_answer_elevation(by, elevation, outcome)
    elevation.outcome, elevation.outcome_on = outcome.strip()[:1000], clock.today()
    elevation.save(update_fields=["outcome", "outcome_on"])
    body = secretariat_of(by)
    audit.record("answer_elevation", elevation, by=by, on_behalf_of=body)
    below: Elevation | None = elevation
    while below is not None:
        people = list(acting_for(SECRETARIATS, [Role.OFFICER]))
        if below.topic is not None:
            people = _people(below.topic.country)
        notices.elevation_answered.tell(people, about=elevation)
        below = getattr(below.origin, "elevated", None) if below.origin else None
    return elevation
