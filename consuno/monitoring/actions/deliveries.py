"""A body hands something over on its day, outside any cycle."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from django.db import transaction

from consuno.agenda.actions import hear
from consuno.agenda.models import Commitment
from consuno.core import audit, clock
from consuno.core.models import User
from consuno.core.scrubbing import scrubbed
from consuno.directory.models import Body, Role
from consuno.directory.queries import acting_for
from consuno.directory.standing import SECRETARIATS
from consuno.monitoring import notices, policies
from consuno.monitoring.models import Delivery, Obligation


@transaction.atomic
def deliver(
    *,
    obligation: Obligation,
    title: str,
    reach: str,
    language: str,
    by: User,
    link: str = "",
    file_name: str = "",
    content: bytes | None = None,
) -> Delivery:
    """Record that something is delivered today; both Secretariats hear of it.

    The body is not reminded of the deadline any more; that it is done, the Secretariats find in a
    report. Raises Denied: not one's body, not owed, nothing said, or too many.
    """
    obligation = Obligation.objects.select_for_update(of=("self",)).get(pk=obligation.pk)
    policies.may_deliver(by, obligation)
    policies.must_be_a_delivery(obligation, title, link, content)
    content, cleaned = scrubbed(content) if content is not None else (None, False)
    sha256 = hashlib.sha256(content).hexdigest() if content is not None else ""
    made = Delivery.objects.create(
        obligation=obligation, title=title.strip()[:200], reach=reach, language=language, link=link,
        file_name=file_name, content=content, sha256=sha256, cleaned=cleaned, by=by,
    )  # fmt: skip
    hear(commitment=obligation.commitment, by=by)
    audit.record("deliver", made, by=by, on_behalf_of=obligation.body, sha256=sha256)
    notices.delivered.tell(acting_for(SECRETARIATS, [Role.OFFICER]), about=made)
    return made


@transaction.atomic
def file_delivery(
    *, commitment: Commitment, title: str, language: str, file_name: str, content: bytes, by: User,
    bodies: Iterable[Body] | None = None,
) -> list[Delivery]:  # fmt: skip
    """File what another room of the product shows: the same public record, for everybody who owes it.

    `bodies` narrows it to some of them. It is a line like any other delivery: that the commitment is
    fulfilled both Secretariats say, who hear of it. What ended already is left as it is.
    """
    owed = Obligation.objects.current().filter(commitment=commitment, outcome="")
    if bodies is not None:
        owed = owed.filter(body__in=bodies)
    sha256 = hashlib.sha256(content).hexdigest()
    made = []
    if owed.exists():
        hear(commitment=commitment, by=by)
    for obligation in owed.select_related("body"):
        filed = Delivery.objects.create(
            obligation=obligation, title=title[:200], reach=Delivery.Reach.PUBLIC, language=language,
            file_name=file_name, content=content, sha256=sha256, by=by,
        )  # fmt: skip
        audit.record("file_delivery", filed, by=by, on_behalf_of=obligation.body, sha256=sha256)
        notices.delivered.tell(acting_for(SECRETARIATS, [Role.OFFICER]), about=filed)
        made.append(filed)
    return made


@transaction.atomic
def take_back(*, delivery: Delivery, by: User) -> None:
    """Say that it was no delivery: the line stays, struck out; reminders begin again."""
    delivery = Delivery.objects.select_for_update(of=("self",)).get(pk=delivery.pk)
    policies.may_take_back(by, delivery)
    delivery.withdrawn_at = clock.now()
    delivery.save(update_fields=["withdrawn_at"])
    audit.record("take_delivery_back", delivery, by=by, on_behalf_of=delivery.obligation.body)
