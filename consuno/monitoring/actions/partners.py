"""The Secretariat of civil society names the local partner."""

from __future__ import annotations

from django.db import transaction

from consuno.core import audit
from consuno.core.models import User
from consuno.directory.models import Body
from consuno.directory.queries import acting_for
from consuno.monitoring import notices, policies
from consuno.monitoring.models import Obligation
from consuno.monitoring.queries.cycles import ASKED


@transaction.atomic
def name_partner(*, obligation: Obligation, partner: Body | None, by: User) -> Obligation:
    """Name it, or say that there is none; the partner and the body hear of it.

    Raises Denied: not ST-RROCM, not a country's body, or an organisation of elsewhere.
    """
    obligation = Obligation.objects.select_for_update(of=("self",)).get(pk=obligation.pk)
    policies.may_name_partner(by, obligation)
    if partner is not None:
        policies.must_be_local(obligation, partner)
    if obligation.partner == partner:
        return obligation
    obligation.partner = partner
    obligation.save(update_fields=["partner"])
    audit.record(
        "name_partner", obligation, by=by, on_behalf_of="ST-RROCM",
        partner=partner.code if partner else "",
    )  # fmt: skip
    if partner is not None:
        people = acting_for([partner.code, obligation.body.code], ASKED)
        notices.partner_named.tell(people, about=obligation)
    return obligation
