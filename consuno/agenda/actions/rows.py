"""Take in a list of what was agreed, row by row: a follow-up sheet kept until now elsewhere."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction

from consuno.agenda import notices, policies
from consuno.agenda.actions.drafts import populations_in, theme_for
from consuno.agenda.actions.minutes import free_slug, take_charge
from consuno.agenda.deadlines import worked_out
from consuno.agenda.models import Candidate, Meeting, Minutes, Population, Theme
from consuno.agenda.papers import Paper
from consuno.core import audit
from consuno.core.bilingual import Bilingual
from consuno.core.locks import exclusively
from consuno.core.models import User
from consuno.core.text import fold
from consuno.directory.models import Role
from consuno.directory.queries import BodyNames, acting_for
from consuno.directory.standing import SECRETARIATS, secretariat_of
from consuno.reader.language import detect_language
from consuno.reader.parties import Memory, doers


@dataclass(frozen=True, slots=True)
class Listed:
    """One row: what was agreed, and what the sheet says of it in its own words."""

    statement: str
    ref: str = ""
    responsible: str = ""
    deadline: str = ""
    section: str = ""
    kind: str = Candidate.Kind.AGREEMENT

    def line(self) -> str:
        """The row as one line of the paper that people review."""
        rest = " | ".join(
            words for words in (self.responsible, self.deadline, self.section) if words
        )
        told = " ".join(f"{self.ref} {self.statement}".split())
        return f"{told} | {' '.join(rest.split())}" if rest else told


@transaction.atomic
def record_rows(
    *,
    rows: Sequence[Listed],
    title: str,
    place: str,
    day: datetime.date,
    public: bool,
    file_name: str,
    content: bytes,
    by: User,
) -> list[Candidate]:
    """Keep the rows as a paper, one line each, and make each a candidate that both Secretariats review.

    Returns the candidates in the order of the rows. Raises Denied unless `by` is an officer of a
    Secretariat.
    """
    policies.may_work_as_secretariat(by)
    exclusively("record_minutes")
    text = "\n".join(row.line() for row in rows)
    language = detect_language(text)
    paper = Paper(text, content, file_name)
    meeting = Meeting.objects.create(
        slug=free_slug(title, day), title=Bilingual(**{language: title}), place=place,
        starts=day, ends=day, language=language, public=public,
    )  # fmt: skip
    body = secretariat_of(by)
    minutes = Minutes.objects.create(
        meeting=meeting, text=text, file_name=file_name, content=content, sha256=paper.sha256,
        recorded_by=by, recorded_for=body, notes=["sheet"],
    )  # fmt: skip
    made = Candidate.objects.bulk_create(_drafts(minutes, rows))
    if body is not None:
        take_charge(minutes=minutes, body=body, by=by)
    audit.record(
        "record_rows", minutes, by=by, on_behalf_of=body, rows=len(rows),
        sha256=paper.sha256,
    )  # fmt: skip
    officers = acting_for(SECRETARIATS, [Role.OFFICER])
    notices.paper_waits.tell([each for each in officers if each != by], about=minutes)
    return made


def _drafts(minutes: Minutes, rows: Sequence[Listed]) -> list[Candidate]:
    themes, populations = list(Theme.objects.all()), list(Population.objects.all())
    names, memory, taken = BodyNames(), Memory(crm=True), set[str]()
    drafts, start = [], 0
    for number, row in enumerate(rows, start=1):
        line = row.line()
        statement = " ".join(row.statement.split())
        at = start + line.index(statement)
        ref = row.ref[:40] or str(number)
        if ref in taken:
            ref = f"{ref[:30]}~{number}"
        taken.add(ref)
        draft = Candidate(
            minutes=minutes, number=number, ref=ref, kind=row.kind, statement=statement,
            quote=statement, lines=[number], spans=[[at, at + len(statement)]],
            theme=theme_for(row.section, themes) or theme_for(statement, themes),
            parties=parties(row.responsible, names, memory), actionable=True,
            **(worked_out(row.deadline, minutes.meeting) if row.deadline else {}),
        )  # fmt: skip
        draft.populations = populations_in(draft, populations)
        drafts.append(draft)
        start += len(line) + 1
    return drafts


def parties(
    words: str, names: BodyNames, memory: Memory | None = None
) -> list[dict[str, str | None]]:
    """The responsible parties a cell names: bodies of the directory first, then what the reader knows."""
    found: dict[str, dict[str, str | None]] = {}
    for each in doers(words, memory or Memory(crm=True)):
        code = names.find(each.name) or each.body
        row = {"role": "responsible", "body": code, "name": each.name[:200], "basis": "explicit"}
        found.setdefault(fold(code or each.name), row)
    return list(found.values())
