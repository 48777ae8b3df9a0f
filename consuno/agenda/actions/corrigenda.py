"""Correct what both Secretariats confirmed: one proposes, the other agrees, nothing is lost."""

from __future__ import annotations

import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from consuno.agenda import notices, policies
from consuno.agenda.actions.commitment import change_responsible, refresh_search_text
from consuno.agenda.commitment_fields import CORRECTIONS, correctable
from consuno.agenda.deadlines import worked_out
from consuno.agenda.models import Commitment, Corrigendum
from consuno.core import audit, clock
from consuno.core.models import User
from consuno.core.policy import Denied
from consuno.directory.models import Role
from consuno.directory.queries import Gazetteer, acting_for
from consuno.directory.standing import SECRETARIATS, secretariat_of


@transaction.atomic
def propose_corrigendum(
    *, commitment: Commitment, wanted: dict[str, Any], reason: str, by: User
) -> Corrigendum:
    """One Secretariat proposes; raises Denied when nothing would change, or one is open."""
    commitment = Commitment.objects.select_for_update(of=("self",)).get(pk=commitment.pk)
    policies.may_propose_corrigendum(by, commitment, reason)
    now = correctable(commitment)
    changes = {
        name: [now[name], wanted[name]]
        for name in now
        if name in wanted and wanted[name] != now[name]
    }
    if not changes:
        raise Denied(_("No cambia nada: corrija algo o déjelo como está."))
    body = policies.may_work_as_secretariat(by)
    made = Corrigendum.objects.create(
        commitment=commitment, changes=changes, reason=reason.strip()[:500], by=by, body=body
    )
    audit.record("propose_corrigendum", commitment, by=by, on_behalf_of=body)
    others = acting_for([code for code in SECRETARIATS if code != body.code], [Role.OFFICER])
    notices.corrigendum_waits.tell(others, about=made)
    return made


@transaction.atomic
def agree_corrigendum(*, corrigendum: Corrigendum, by: User) -> Commitment:
    """The other Secretariat agrees, and the item says it from now on."""
    corrigendum = Corrigendum.objects.select_for_update(of=("self",)).get(pk=corrigendum.pk)
    policies.may_agree_corrigendum(by, corrigendum)
    item = Commitment.objects.select_for_update(of=("self",)).get(pk=corrigendum.commitment_id)
    after = {name: pair[1] for name, pair in corrigendum.changes.items()}
    corrigendum.was = correctable(item) | {"deadline_kind": item.deadline_kind}
    _apply(item, after)
    item.save()
    if "who" in after:
        change_responsible(item, after["who"], Gazetteer())
    refresh_search_text(item)
    corrigendum.agreed_by, corrigendum.agreed_at = by, clock.now()
    corrigendum.save(update_fields=["was", "agreed_by", "agreed_at"])
    body = secretariat_of(by)
    audit.record(
        "agree_corrigendum", item, by=by, on_behalf_of=body,
        changed=sorted(after),
    )  # fmt: skip
    for code in _newly_named(corrigendum):
        notices.owes.tell(acting_for([code]), about=item.meeting, body=code)
    return item


def _newly_named(corrigendum: Corrigendum) -> list[str]:
    """Bodies that answer for the item now and did not before."""
    before, after = corrigendum.changes.get("who", ([], []))
    gazetteer = Gazetteer()
    found = [{gazetteer.find(row["body"])[0] for row in rows} for rows in (before, after)]
    return sorted(body.code for body in found[1] - found[0] if body)


@transaction.atomic
def withdraw_corrigendum(*, corrigendum: Corrigendum, by: User) -> None:
    """Take it back, or decline it: the item stays as it is."""
    corrigendum = Corrigendum.objects.select_for_update(of=("self",)).get(pk=corrigendum.pk)
    policies.may_withdraw_corrigendum(by, corrigendum)
    corrigendum.withdrawn_at = clock.now()
    corrigendum.save(update_fields=["withdrawn_at"])
    body = secretariat_of(by)
    audit.record(
        "withdraw_corrigendum", corrigendum.commitment, by=by,
        on_behalf_of=body,
    )  # fmt: skip


def _apply(item: Commitment, after: dict[str, Any]) -> None:
    """Put the new values; words of a deadline without a new date are worked out again."""
    for name, value in after.items():
        put = CORRECTIONS[name].put
        if put is not None:
            put(item, value)
    if {"deadline_text", "due_on"} & after.keys():
        # From now on it is a date of both Secretariats.
        item.dated_by, item.dated_on, item.dated_note = None, None, ""
    if "deadline_text" in after:
        fields = worked_out(after["deadline_text"], item.meeting) if after["deadline_text"] else {}
        item.due_on = fields.get("due_on")
        item.deadline_kind = fields.get("deadline_kind", "none")
        item.deadline_edtf = fields.get("deadline_edtf", "")
    if "due_on" in after:
        due = after["due_on"]
        item.due_on = datetime.date.fromisoformat(due) if due else None
        item.deadline_kind, item.deadline_edtf = ("day", due) if due else ("none", "")
