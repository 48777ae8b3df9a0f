"""What bringing a table of services would do: row by row, without doing it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _

from consuno.core.models import User
from consuno.core.policy import Denied
from consuno.core.text import fold
from consuno.directory.models import Body
from consuno.services import policies
from consuno.services.columns import Row, understand
from consuno.services.models import Bringing, Service
from consuno.services.queries.services import services


@dataclass(slots=True)
class Verdict:
    """One row: what it says, which service it is already, which others it looks like."""

    row: Row
    body: Body
    known: Service | None = None
    changes: bool = False
    alike: list[Service] = field(default_factory=list)


@dataclass(slots=True)
class Examined:
    """All rows. It may be brought when none has a problem."""

    verdicts: list[Verdict]

    @property
    def wrong(self) -> list[Verdict]:
        """Rows with a problem."""
        return [each for each in self.verdicts if each.row.problems]

    @property
    def bodies(self) -> list[Body]:
        """The institutions whose services the rows are."""
        return list({each.body.pk: each.body for each in self.verdicts}.values())

    @property
    def suspect(self) -> list[Verdict]:
        """New rows that look like a service there is."""
        return [each for each in self.verdicts if each.alike and not each.row.problems]

    @property
    def new(self) -> int:
        """How many services would be made."""
        return sum(each.known is None for each in self.verdicts)

    @property
    def changed(self) -> int:
        """How many there are already, and would change."""
        return sum(each.known is not None and each.changes for each in self.verdicts)

    @property
    def same(self) -> int:
        """How many there are already just so."""
        return len(self.verdicts) - self.new - self.changed


def examine(bringing: Bringing, by: User | None = None) -> Examined:
    """Read every row and compare it with what there is, for whoever brings it (else, who began it).

    A row that names another institution of the country is of that one, if its person writes its services too.
    A constant number of queries.
    """
    country = bringing.body.country_id or ""
    named = _named(bringing, by or bringing.by)
    here = list(services().filter(country=country))
    by_uid = {each.uid: each for each in here}
    by_name = {(each.body_id, *_key(each.name.es, each.area, each.city)): each for each in here}
    near = _near(here)
    abroad = set(Service.objects.exclude(country=country).values_list("uid", flat=True))
    seen: dict[Any, int] = {}
    verdicts = []
    for number, cells in enumerate(bringing.rows, start=2):
        row = understand(number, cells, country)
        body = _body_of(row, bringing, named)
        key = (body.pk, *_key(row.name, row.fields["area"], row.fields["city"]))
        known = by_uid.get(row.uid) if row.uid else by_name.get(key)
        if row.uid in abroad or (known is not None and known.body_id != body.pk):
            row.problems.append(_("Ese id es de un servicio de otra institución."))
            known = None
        known = known or by_name.get(key)
        _check(row, body, key, seen)
        verdict = Verdict(row, body, known)
        if known is not None:
            verdict.changes = differs(known, row)
        elif not row.problems:
            verdict.alike = [each for each in near[_likeness(row.name)] if each.body_id][:3]
            verdict.alike += [
                e for e in near[_digits(row.fields["phone"])] if e not in verdict.alike
            ][:3]
        verdicts.append(verdict)
    return Examined(verdicts)


def _named(bringing: Bringing, by: User) -> dict[str, Body]:
    """The institutions of the country whose services this person writes, by each of their names."""
    found = Body.objects.filter(country=bringing.body.country_id, closed_on=None)
    mine = [each for each in found if policies.allowed(policies.may_keep_service, by, each)]
    names: dict[str, Body] = {}
    for body in (*mine, bringing.body):
        for name in (body.short.es, body.short.en, body.name.es, body.name.en, body.code):
            if name:
                names[fold(name)] = body
    return names


def _body_of(row: Row, bringing: Bringing, named: dict[str, Body]) -> Body:
    """Whose service a row is; where nobody is named, of the institution that the table was brought for."""
    said = row.cells.get("institucion", "")
    if said and fold(said) not in named:
        row.problems.append(
            _("institucion: «%(text)s» no es %(body)s ni otra de su país cuyos servicios usted escriba.")
            % {"text": said[:40], "body": bringing.body}
        )  # fmt: skip
    return named.get(fold(said), bringing.body) if said else bringing.body


def _check(row: Row, body: Body, key: Any, seen: dict[Any, int]) -> None:
    key = row.uid or key
    if key in seen:
        row.problems.append(_("Es el mismo servicio que la fila %(n)s.") % {"n": seen[key]})
    seen.setdefault(key, row.number)
    if not row.problems:
        try:
            policies.must_fit(body, row.fields | {"country": body.country}, row.traits)
        except Denied as denied:
            row.problems.append(str(denied.reason))


def _key(name: str, area: str, city: str) -> tuple[str, str, str]:
    return fold(name), area, fold(city)


def _likeness(name: str) -> str:
    """Names with the same long words, in any order, look alike."""
    return " ".join(sorted({word for word in fold(name).split() if len(word) > 3}))


def _digits(phone: str) -> str:
    found = "".join(each for each in phone if each.isdecimal())
    return found[-8:] if len(found) >= 7 else "-"


def _near(found: list[Service]) -> dict[str, list[Service]]:
    near: dict[str, list[Service]] = defaultdict(list)
    for each in found:
        if each.body.shown:
            near[_likeness(each.name.es)].append(each)
            near[_digits(each.phone)].append(each)
    near["-"] = near[""] = []
    return near


def differs(known: Service, row: Row) -> bool:
    """Whether a service would change by this row."""
    if any(getattr(known, name) != value for name, value in row.fields.items()):
        return True
    return any(sorted(known.slugs(name)) != sorted(slugs) for name, slugs in row.traits.items())
