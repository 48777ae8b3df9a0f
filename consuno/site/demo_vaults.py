"""The invented vaults of the demo world, and two invented reports. Everybody's passphrase is the same, and shown."""

from __future__ import annotations

import datetime

from consuno.cases import actions as cases
from consuno.cases.models import Recipient
from consuno.cases.policies.handling import TRANSFER, YES
from consuno.core import clock
from consuno.core.accounts import create_account
from consuno.core.bilingual import Bilingual
from consuno.core.models import Key, User
from consuno.core.text import fold
from consuno.core.vault import locks, receipts
from consuno.core.vault.locks import Opened
from consuno.directory import actions
from consuno.directory.actions import appoint
from consuno.directory.actions.signers import pin_signer
from consuno.directory.models import Body, Role
from consuno.domain import text
from consuno.knowledge.models import Provision

#: Organisations with keys: who founds them, and who else holds them.
FOUNDERS = {
    "DEMO:ALB-GT": ("gloria", ["hugo"]),
    "DEMO:FIS-GT": ("julio", []),
    "DGM:MX": ("ines", []),
}
KEEPERS = ("Nora", "Óscar", "Pía")


def phrase() -> str:
    """What opens every vault of the demo world."""
    return text("demo/passphrase.txt").strip()


def load_vaults() -> None:
    """Let two invented organisations hold keys, signed by all, and two reports wait. Once only."""
    if Key.objects.exists():
        return
    Body.objects.filter(code__in=FOUNDERS).update(listed=True)
    people = {
        each.email.partition("@")[0]: each
        for each in User.objects.filter(email__endswith="@example.org")
    }
    signers = [(people[who], _vault(people[who])) for who in ("ana", "beto")]
    for _user, vault in signers:
        pin_signer(fingerprint=vault.key.fingerprint)
    for code, (founder, others) in FOUNDERS.items():
        _found(
            Body.objects.get(code=code), people[founder], [people[each] for each in others], signers
        )
    _let_data_pass()
    _report(["DEMO:ALB-GT"], "labour", "Trabaja doce horas y no le pagan (historia inventada).")
    answered = _report(
        ["DEMO:ALB-GT", "DEMO:FIS-GT"],
        "authority",
        "Le pidieron dinero para dejarla pasar (historia inventada).",
    )
    cases.reply(
        recipient=Recipient.objects.get(complaint=answered, body__code="DEMO:ALB-GT"),
        text="La recibimos. ¿Está a salvo ahora? (inventado)", asks=True,
        opened=locks.unlock(people["gloria"], phrase()), by=people["gloria"],
    )  # fmt: skip


def _let_data_pass() -> None:
    """One cell of the matrix of laws, invented and saying so, that lets a report go from Guatemala to Mexico."""
    if Provision.objects.filter(country="GT", element=TRANSFER, ended_on=None).exists():
        return
    today = clock.today()
    Provision.objects.create(
        country_id="GT", element=TRANSFER, value=YES, source="inventado para la demostración",
        law="Ley inventada para la demostración", as_of=f"{today.year}", validated_on=today,
        valid_until=today + datetime.timedelta(days=365),
        text=Bilingual("Inventado: no es una norma de ningún país.", "Invented: it is the law of no country."),
    )  # fmt: skip


def _vault(user: User) -> Opened:
    return actions.begin_vault(passphrase=phrase(), by=user)


def _found(
    body: Body, founder: User, others: list[User], signers: list[tuple[User, Opened]]
) -> None:
    keepers = []
    for name in KEEPERS:
        email = f"{fold(name)}.{body.code.lower().replace(':', '-')}@example.org"
        user = create_account(email=email, name=f"{name} Demostración", by=None)
        appoint(user=user, body=body, role=Role.KEEPER, by=None)
        keepers.append((user, _vault(user)))
    opened = _vault(founder)
    key = actions.found_keys(body=body, opened=opened, by=founder)
    for user, vault in (keepers[0], *signers):
        actions.endorse_key(key=key, opened=vault, by=user)
    for each in others:
        _vault(each)
        actions.give_key(body=body, to=each, opened=opened, by=founder)


def _report(codes: list[str], category: str, what: str) -> str:
    receipt = receipts.new()
    cases.begin_complaint(country="GT", codes=codes, by=receipt)
    cases.save_draft(
        narrative={"category": category, "what": what, "person": "other"}, identity={}, by=receipt
    )
    return cases.send_complaint(by=receipt).pk
