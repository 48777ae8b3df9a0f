"""The demo world: invented people and an invented meeting, on this machine only."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from django.conf import settings
from django.utils.formats import date_format

from consuno.agenda.actions import accept, record_minutes
from consuno.agenda.models import Candidate, Commitment, Minutes, Theme
from consuno.agenda.papers import read_pasted
from consuno.core import clock
from consuno.core.accounts import create_account
from consuno.core.models import User
from consuno.directory.actions import appoint, load_bodies
from consuno.directory.models import Body, Role
from consuno.domain import rows, text
from consuno.inquiries import actions as inquiries
from consuno.inquiries.models import Inquiry
from consuno.meetings import actions as meetings
from consuno.meetings.models import Sitting
from consuno.monitoring import actions as monitoring
from consuno.monitoring.models import Cycle, Naming, Obligation, Report
from consuno.monitoring.queries.answering import answering, owed


@dataclass(frozen=True, slots=True)
class Actor:
    """A person of the cast and what they act as."""

    name: str
    email: str
    body: Body | None
    role: str


class NotDemoError(RuntimeError):
    """The demo world was asked for outside demo mode."""


def load_cast() -> list[User]:
    """Make the invented people; running it again changes nothing. Raises NotDemoError."""
    if not settings.DEMO:
        raise NotDemoError
    load_bodies(source="demo/bodies.csv")
    return [_make(row) for row in rows("demo/cast.csv")]


def _make(row: dict[str, str]) -> User:
    user = User.objects.filter(email=row["email"]).first() or create_account(
        email=row["email"], name=row["name"], by=None
    )
    if row["body"]:
        body = Body.objects.get(code=row["body"])
        appoint(user=user, body=body, role=Role(row["role"]), by=None)
    return user


def load_meeting() -> None:
    """Let an invented meeting await review; one Secretariat has begun. Once only."""
    if not settings.DEMO:
        raise NotDemoError
    if Minutes.objects.filter(meeting__invented=True).exists():
        return
    minutes = record_minutes(
        paper=read_pasted(text("demo/seguimiento.es.txt")),
        title="Reunión de seguimiento CRM–RROCM (inventada)",
        place="Antigua Guatemala",
        starts=datetime.date(2026, 10, 14),
        ends=datetime.date(2026, 10, 15),
        public=True,
        invented=True,
        by=None,
    )
    beto = User.objects.get(email="beto@example.org")
    for candidate in minutes.candidates.filter(kind=Candidate.Kind.AGREEMENT)[:3]:
        accept(candidate=candidate, revision=candidate.revision, by=beto)


def load_cycle() -> None:
    """Let an invented cycle be open, with two reports sent and one assessed. Once only.

    Nothing is done where people have begun to monitor by themselves.
    """
    if not settings.DEMO:
        raise NotDemoError
    if any(kind.objects.exists() for kind in (Cycle, Naming, Obligation)):
        return
    ana, beto, carla, eva, marta = (
        User.objects.get(email=f"{name}@example.org")
        for name in ("ana", "beto", "carla", "eva", "marta")
    )
    for row in answering(owed()):
        if not row.plain:
            codes = row.proposed or ["GRUPO-ADHOC"]
            for by in (ana, beto):
                monitoring.name_bodies(commitment=row.commitment, codes=codes, by=by)
    today = clock.today()
    days = [today + datetime.timedelta(days=number) for number in (14, 45, 60)]
    cycle = monitoring.draft_cycle(
        code="demo", forum="GRCM (reunión inventada)", reports_due=days[0], reviews_due=days[1],
        publishes_on=days[2], covers=owed(), by=ana,
    )  # fmt: skip
    monitoring.confirm_cycle(cycle=cycle, revision=cycle.revision, by=beto)
    said = {"rating": "limited", "language": "es"}
    for by, code in ((carla, "DGM:SV"), (eva, "DGM:HN")):
        report = Report.objects.get(
            cycle=cycle, obligation__body__code=code, obligation__commitment__ref="3.b.1"
        )
        words = "Se revisó cómo se aplica el interés superior (texto inventado)."
        monitoring.send_report(report=report, revision=1, by=by, narrative=words, **said)
        if report.obligation.body.code == "DGM:SV":
            monitoring.validate_report(report=report, by=marta)
    monitoring.assess(
        report=report, revision=2, rating="limited", reasons="Falta el texto (inventado).", by=ana
    )


def load_meetings() -> None:
    """Let an invented meeting be to come with its agenda, and one circulate its minutes. Once only."""
    if not settings.DEMO:
        raise NotDemoError
    if Sitting.objects.exists():
        return
    ana, beto, luis = (
        User.objects.get(email=f"{name}@example.org") for name in ("ana", "beto", "luis")
    )
    guests = list(Body.objects.filter(code__in=("DGM:SV", "DGM:HN", "DGM:GT", "RROCM", "ST-CRM")))
    today = clock.today()
    for days, title in (
        (-9, "X reunión del Grupo Ad-hoc (inventada)"),
        (40, "XI reunión del Grupo Ad-hoc (inventada)"),
    ):
        day = today + datetime.timedelta(days=days)
        sitting = meetings.plan_sitting(
            series="adhoc", title=title, place="Ciudad inventada", starts=day, ends=None,
            public=True, by=ana,
        )  # fmt: skip
        meetings.invite(sitting=sitting, bodies=guests, by=ana)
        if days < 0:
            _write_minutes(sitting, ana, beto, luis)
        else:
            meetings.compute_agenda(sitting=sitting, by=ana)


def load_requests() -> None:
    """Let ST-CRM have asked for something, and El Salvador tell of what it does. Once only."""
    if not settings.DEMO:
        raise NotDemoError
    if Inquiry.objects.exists():
        return
    ana, carla, diego = (
        User.objects.get(email=f"{name}@example.org") for name in ("ana", "carla", "diego")
    )
    codes = ("DGM:SV", "DGM:HN", "DGM:GT")
    inquiries.ask(
        title="Cursos para oficiales de protección (solicitud inventada)",
        text="¿Qué cursos se dan, a quién y cuándo? (texto inventado)", language="es", among=True,
        due_on=clock.today() + datetime.timedelta(days=21), shared_with=[],
        bodies=list(Body.objects.filter(code__in=codes)), by=ana,
        commitment=Commitment.objects.filter(ref="1.A.c1").first(),
    )  # fmt: skip
    meetings.tell_effort(
        body=Body.objects.get(code="DGM:SV"), theme=Theme.objects.get(pk="vulnerables"),
        title="Oficiales de protección en los puestos fronterizos (inventado)",
        description="Turnos de día y de noche (texto inventado).", by=carla,
    )  # fmt: skip
    ong = Body.objects.get(code="DEMO:ONG-GT")
    if ong.country is not None:
        meetings.raise_topic(
            country=ong.country, body=ong, title="Albergues sin agua (inventado)",
            text="En dos albergues faltan filtros (texto inventado).", language="es", by=diego,
        )  # fmt: skip


def _write_minutes(sitting: Sitting, ana: User, beto: User, luis: User) -> None:
    people = {each.pk: 2 for each in sitting.delegations.all()}
    meetings.count_delegations(sitting=sitting, people=people, by=ana)
    item = meetings.add_item(sitting=sitting, title="Glosario común (inventado)", by=beto)
    meetings.let_return(item=item, returns=True, by=beto)
    record = meetings.open_minutes(sitting=sitting, by=ana)
    said = "Las delegaciones leyeron la primera propuesta (texto inventado)."
    meetings.write_discussion(item=item, revision=1, text=said, by=ana)
    due = clock.today() + datetime.timedelta(days=60)
    agreed = (
        f"La ST de la RROCM enviará a la ST de la CRM el glosario inventado a más tardar el {due.day}"
        f" de {date_format(due, 'F')} de {due.year}."
    )
    meetings.take_agreement(item=item, text=agreed, by=ana)
    meetings.circulate(record=record, by=ana)
    meetings.give_leave(record=record, by=luis)


def cast() -> list[Actor]:
    """Who may be chosen on the sign-in page; nobody outside demo mode."""
    if not settings.DEMO:
        return []
    bodies = {body.code: body for body in Body.objects.all()}
    return [
        Actor(
            row["name"],
            row["email"],
            bodies.get(row["body"]),
            str(Role(row["role"]).label) if row["role"] else "",
        )
        for row in rows("demo/cast.csv")
    ]
