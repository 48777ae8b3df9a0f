"""What bringing a table of services would do: row by row, without doing it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _

from consuno.core.policy import Denied
from consuno.core.text import fold
from consuno.services import policies
from consuno.services.columns import Row, understand
from consuno.services.models import Bringing, Service
from consuno.services.queries.services import services


@dataclass(slots=True)
class Verdict:
    """One row: what it says, which service it is already, which others it looks like."""

    row: Row
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


def examine(bringing: Bringing) -> Examined:
    """Read every row and compare it with what there is; a constant number of queries."""
    body = bringing.body
    country = body.country_id or ""
    here = list(services().filter(country=country))
    by_uid = {each.uid: each for each in services().filter(body=body)}
    by_name = {_key(each.name.es, each.area, each.city): each for each in by_uid.values()}
    near = _near(here)
    taken = set(Service.objects.exclude(body=body).values_list("uid", flat=True))
    seen_uids: dict[Any, int] = {}
    verdicts = []
    for number, cells in enumerate(bringing.rows, start=2):
        row = understand(number, cells, country)
        _check(row, bringing, taken, seen_uids)
        known = by_uid.get(row.uid) if row.uid else None
        known = known or by_name.get(_key(row.name, row.fields["area"], row.fields["city"]))
        verdict = Verdict(row, known)
        if known is not None:
            verdict.changes = differs(known, row)
        elif not row.problems:
            verdict.alike = [each for each in near[_likeness(row.name)] if each.body_id][:3]
            verdict.alike += [
                e for e in near[_digits(row.fields["phone"])] if e not in verdict.alike
            ][:3]
        verdicts.append(verdict)
    return Examined(verdicts)


def _check(row: Row, bringing: Bringing, taken: set[Any], seen: dict[Any, int]) -> None:
    said = row.cells.get("institucion", "")
    body = bringing.body
    names = {
        fold(each) for each in (body.code, body.short.es, body.short.en, body.name.es, body.name.en)
    }
    if said and fold(said) not in names:
        row.problems.append(
            _("institucion: «%(text)s» no es %(body)s.") % {"text": said[:40], "body": body}
        )
    key = row.uid or _key(row.name, row.fields["area"], row.fields["city"])
    if key in seen:
        row.problems.append(_("Es el mismo servicio que la fila %(n)s.") % {"n": seen[key]})
    seen.setdefault(key, row.number)
    if row.uid in taken:
        row.problems.append(_("Ese id es de un servicio de otra institución."))
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
    found = "".join(each for each in phone if each.isdigit())
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
