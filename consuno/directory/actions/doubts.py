"""«Esto no es correcto»: said by anybody of any fact, read and answered by those who keep it."""

from __future__ import annotations

import datetime

from django.db import transaction
from django.db.models import QuerySet

from consuno.core import audit, clock
from consuno.core.models import User
from consuno.directory import notices, policies
from consuno.directory.facts import Known
from consuno.directory.models import Body, Doubt
from consuno.directory.policies.facts import KEEPING
from consuno.directory.queries import acting_for
from consuno.directory.queries.doubts import secretariat_for


@transaction.atomic
def doubt(*, known: Known, text: str, by: User | None) -> Doubt:
    """Say that a fact is not right. Raises Denied: nothing said, or many wait for an answer."""
    policies.may_doubt(by, known.body)
    open_ = Doubt.objects.filter(about=known.about, settled_at=None)
    policies.must_be_a_doubt(text, open_.count(), 0 if by else _unsigned_today())
    made = Doubt.objects.create(about=known.about, text=text.strip()[:1000], by=by)
    audit.record("doubt", made, by=by, fact=known.about)
    notices.doubted.tell(_keepers(known.body), about=made)
    return made


def _unsigned_today() -> int:
    day_ago = clock.now() - datetime.timedelta(days=1)
    return Doubt.objects.filter(by=None, at__gte=day_ago).count()


def _keepers(body: Body) -> QuerySet[User]:
    """Who acts for the body; where nobody does, its Secretariat, who can find somebody."""
    own = acting_for([body.code], list(KEEPING))
    return own if own.exists() else acting_for([secretariat_for(body)], ["officer"])


@transaction.atomic
def settle_doubt(*, doubt: Doubt, known: Known, answer: str, by: User) -> Doubt:
    """Say what was done about it: the fact was mended, or is right as it stands. Raises Denied."""
    doubt = Doubt.objects.select_for_update(of=("self",)).get(pk=doubt.pk)
    policies.may_read_doubts(by, known.body, doubt)
    policies.must_answer(answer)
    doubt.answer, doubt.settled_by, doubt.settled_at = answer.strip()[:500], by, clock.now()
    doubt.save(update_fields=["answer", "settled_by", "settled_at"])
    audit.record("settle_doubt", doubt, by=by, on_behalf_of=known.body, fact=known.about)
    if doubt.by is not None:
        notices.doubt_settled.tell([doubt.by], about=doubt)
    return doubt
