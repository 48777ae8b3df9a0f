"""More time: asked by the body, decided by both Secretariats or the forum that set the date."""

from __future__ import annotations

import datetime

from django.db import transaction

from consuno.core import audit, clock
from consuno.core.models import User
from consuno.directory.models import Body
from consuno.directory.queries import acting_for
from consuno.directory.standing import SECRETARIATS
from consuno.monitoring import notices, policies
from consuno.monitoring.models import Extension, ExtensionWord, Obligation
from consuno.monitoring.queries.cycles import ASKED
from consuno.monitoring.workflow import EXTENSION


@transaction.atomic
def ask_extension(
    *, obligation: Obligation, wanted: datetime.date, reason: str, by: User
) -> Extension:
    """A body asks for more time. Reminders rest until it is decided.

    Raises Denied: not one's body, no deadline, one pending, two already, no reason, or a day that
    is not later.
    """
    obligation = _held(obligation)
    policies.may_ask_extension(by, obligation)
    policies.must_be_later(obligation, wanted, reason)
    before = obligation.due_on
    assert before is not None  # noqa: S101 - the policy said so
    made = Extension.objects.create(
        obligation=obligation, before=before, wanted=wanted, reason=reason.strip()[:500], by=by
    )
    audit.record("ask_extension", obligation, by=by, on_behalf_of=obligation.body)
    deciders = {*SECRETARIATS, *policies.deciders_of(obligation.commitment)}
    notices.extension_waits.tell(acting_for(sorted(deciders), list(policies.DECIDING)), about=made)
    return made


def _held(obligation: Obligation) -> Obligation:
    return (
        Obligation.objects.select_for_update(of=("self",))
        .select_related("body", "commitment__meeting__organ", "commitment__dated_by")
        .get(pk=obligation.pk)
    )


@transaction.atomic
def decide_extension(
    *, extension: Extension, grants: bool, reason: str, by: User, instrument: str = ""
) -> Extension:
    """One Secretariat grants or refuses; one refusal refuses it, both grant it. A date that the
    Presidency, the GRCM or the Vice-Ministers set, they change: their word, or the `instrument` it was given by.

    Raises Denied: not one who decides it, decided already, or a refusal without its reason.
    """
    extension = (
        Extension.objects.select_for_update(of=("self",))
        .select_related(
            "obligation__body",
            "obligation__commitment__meeting__organ",
            "obligation__commitment__dated_by",
        )
        .get(pk=extension.pk)
    )
    policies.may_decide_extension(by, extension)
    policies.must_say_why(by, extension, grants=grants, reason=reason, instrument=instrument)
    needed = policies.deciders_of(extension.obligation.commitment)
    body = Body.objects.get(code=policies.decides_for(by, extension))
    ExtensionWord.objects.update_or_create(
        extension=extension, body=body,
        defaults={
            "grants": grants, "reason": reason.strip()[:500], "by": by, "at": clock.now(),
            "instrument": instrument.strip()[:200],
        },
    )  # fmt: skip
    words = extension.words.filter(body__code__in=needed)
    to = Extension.State.PENDING if grants else Extension.State.REFUSED
    if grants and words.filter(grants=True).count() == len(needed):
        to = Extension.State.GRANTED
        Obligation.objects.filter(pk=extension.obligation_id).update(extended_to=extension.wanted)
    EXTENSION.move("decide_extension", extension, to)
    extension.save(update_fields=["state"])
    audit.record(
        "decide_extension", extension.obligation, by=by, on_behalf_of=body,
        grants=grants, state=extension.state,
    )  # fmt: skip
    if extension.state != Extension.State.PENDING:
        people = acting_for([extension.obligation.body.code], ASKED)
        notices.extension_decided.tell(people, about=extension)
    return extension
