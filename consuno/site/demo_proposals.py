"""The invented proposal of the demo world: a version in a formal round, observed, with first positions."""

from __future__ import annotations

import datetime

from consuno.agenda.models import Commitment
from consuno.consultation import actions
from consuno.consultation.models import Proposal, Version
from consuno.core import clock
from consuno.core.bilingual import Bilingual
from consuno.core.models import User
from consuno.directory.models import Body
from consuno.domain import text


def load_proposal() -> None:
    """Let the network's protocol be under consultation. Once only."""
    if Proposal.objects.exists():
        return
    ana, beto = (User.objects.get(email=f"{name}@example.org") for name in ("ana", "beto"))
    made = actions.propose(
        title=Bilingual(
            "Protocolo de actuación para personas retornadas (inventado)",
            "Action protocol for returned people (invented)",
        ),
        kind="protocol", body=Body.objects.get(code="RROCM"), by=beto,
        commitment=Commitment.objects.get(ref="1.A.a1"),
    )  # fmt: skip
    first = made.versions.get()
    for language in ("es", "en"):
        paragraphs = text(f"demo/proposal.{language}.txt").splitlines()
        actions.take_in(version=first, language=language, paragraphs=paragraphs, by=beto)
    topics = {
        each.ref: each for each in Commitment.objects.filter(ref__in=("1.P1", "1.P1.a", "1.P1.b"))
    }
    for uid, ref in ((3, "1.P1"), (9, "1.P1.b"), (13, "1.P1.a")):
        actions.cover(proposal=made, uid=uid, topics=[topics[ref]], by=beto)
    actions.freeze(version=first, by=ana)
    _consult(first, ana, beto)


def _consult(version: Version, ana: User, beto: User) -> None:
    """A formal round that runs: who has it, what two countries and the network observe, first positions."""
    bodies = {each.code: each for each in Body.objects.states()}
    bodies["RROCM"] = Body.objects.get(code="RROCM")
    running = actions.open_round(
        version=version, kind="formal", closes=clock.today() + datetime.timedelta(days=40),
        languages="both", bodies=bodies.values(), by=ana,
    )  # fmt: skip
    carla, eva, marta = (
        User.objects.get(email=f"{name}@example.org") for name in ("carla", "eva", "marta")
    )
    for code, by in (("PAIS:SV", carla), ("PAIS:HN", eva)):
        actions.acknowledge(invitation=running.invitations.get(body=bodies[code]), by=by)
    said = [
        actions.observe(
            round=running, body=bodies["PAIS:SV"], kind="substantive", uid=9, by=carla,
            text="24 horas no bastan en los puestos lejanos (observación inventada).",
        ),
        actions.observe(
            round=running, body=bodies["PAIS:HN"], kind="question", uid=15, by=eva,
            text="¿Quién paga el traslado? (observación inventada)",
        ),
    ]  # fmt: skip
    for each, by in zip(said, (carla, eva), strict=True):
        actions.submit_observation(observation=each, by=by)
    actions.observe(
        round=running, body=bodies["PAIS:MX"], kind="editorial", uid=17, by=ana,
        text="Usar el mismo nombre en todo el texto (observación inventada).",
        instrument="Correo de la DGM (inventado)",
    )  # fmt: skip
    actions.dispose(
        observation=said[0], verdict="accepted", by=beto, resulting="Avisa en 48 horas.",
        reason="Así alcanza en todo el país (decisión inventada).",
    )  # fmt: skip
    _take_positions(version, bodies, ana, marta)


def _take_positions(version: Version, bodies: dict[str, Body], ana: User, marta: User) -> None:
    """One objects, two consent by a note, one waits for its capital."""
    actions.take_position(
        version=version, body=bodies["PAIS:SV"], kind="objection", by=marta, clauses=[13],
        text="Hace falta decir por cuánto tiempo se guardan (postura inventada).",
        resolves="Un plazo para borrarlos.",
    )  # fmt: skip
    for code in ("PAIS:GT", "PAIS:MX"):
        actions.take_position(
            version=version, body=bodies[code], kind="consent", by=ana,
            instrument="Nota verbal (inventada)",
        )  # fmt: skip
    actions.take_position(
        version=version, body=bodies["PAIS:CA"], kind="referendum", by=ana,
        until=clock.today() + datetime.timedelta(days=60), instrument="Nota verbal (inventada)",
    )  # fmt: skip
