"""More time: asked by the body, decided by both Secretariats."""

from __future__ import annotations

import datetime

from django.db import transaction

from consuno.core import audit, clock
from consuno.core.models import User
from consuno.directory.models import Role
from consuno.directory.queries import acting_for
from consuno.directory.standing import SECRETARIATS, secretariat_of
from consuno.monitoring import notices, policies
from consuno.monitoring.models import Extension, ExtensionWord, Obligation
from consuno.monitoring.queries.cycles import ASKED


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
    audit.record("ask_extension", obligation, by=by, on_behalf_of=obligation.body.code)
    notices.extension_waits.tell(acting_for(SECRETARIATS, [Role.OFFICER]), about=made)
    return made


def _held(obligation: Obligation) -> Obligation:
    return (
        Obligation.objects.select_for_update(of=("self",))
        .select_related("body", "commitment")
        .get(pk=obligation.pk)
    )


@transaction.atomic
def decide_extension(*, extension: Extension, grants: bool, reason: str, by: User) -> Extension:
    """One Secretariat grants or refuses; one refusal refuses it, both grant it.

    Raises Denied: not a Secretariat, decided already, or a refusal without its reason.
    """
    extension = (
        Extension.objects.select_for_update(of=("self",))
        .select_related("obligation__body", "obligation__commitment")
        .get(pk=extension.pk)
    )
    policies.may_decide_extension(by, extension, grants=grants, reason=reason)
    secretariat = secretariat_of(by)
    assert secretariat is not None  # noqa: S101 - the policy said so
    ExtensionWord.objects.update_or_create(
        extension=extension, secretariat=secretariat,
        defaults={"grants": grants, "reason": reason.strip()[:500], "by": by, "at": clock.now()},
    )  # fmt: skip
    words = extension.words.filter(secretariat__code__in=SECRETARIATS)
    if not grants:
        extension.state = Extension.State.REFUSED
    elif words.filter(grants=True).count() == len(SECRETARIATS):
        extension.state = Extension.State.GRANTED
        Obligation.objects.filter(pk=extension.obligation_id).update(extended_to=extension.wanted)
    extension.save(update_fields=["state"])
    audit.record(
        "decide_extension", extension.obligation, by=by, on_behalf_of=secretariat.code,
        grants=grants, state=extension.state,
    )  # fmt: skip
    if extension.state != Extension.State.PENDING:
        people = acting_for([extension.obligation.body.code], ASKED)
        notices.extension_decided.tell(people, about=extension)
    return extension
