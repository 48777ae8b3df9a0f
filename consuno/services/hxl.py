"""Read a list of administrative areas with HXL hashtags (HXL 1.1): which P-code each area has."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from consuno.services.columns import area_of

#: Rows from the top among which the row of hashtags is looked for (HXL 1.1: the first 25).
TAGS_WITHIN = 25


class HxlError(ValueError):
    """There is no row of hashtags, or not those that are needed; the message says which."""


@dataclass(slots=True)
class Codes:
    """P-codes by area (ISO 3166-2), and the names that fit no area of their country."""

    found: dict[str, str] = field(default_factory=dict)
    unknown: list[str] = field(default_factory=list)


def read(rows: Sequence[Sequence[str]], country: str) -> Codes:
    """Read the codes of a country's first-level areas. Raises HxlError."""
    at = next((n for n, row in enumerate(rows[:TAGS_WITHIN]) if _is_tags(row)), None)
    if at is None:
        raise HxlError(_("No hay fila de etiquetas HXL: una como «#adm1+name, #adm1+code»."))
    tags = [_parts(cell) for cell in rows[at]]
    code, name = _column(tags, "code"), _column(tags, "name")
    if code is None or name is None:
        raise HxlError(_("Faltan las etiquetas «#adm1+code» y «#adm1+name»."))
    codes = Codes()
    for row in rows[at + 1 :]:
        if len(row) <= max(code, name) or not row[code].strip():
            continue
        area = area_of(row[name], country)
        if area:
            codes.found[area] = row[code].strip()[:20]
        elif row[name].strip() not in codes.unknown:
            codes.unknown.append(row[name].strip()[:60])
    return codes


def _is_tags(row: Sequence[str]) -> bool:
    """Some cells are hashtags, and every cell is one or is empty."""
    filled = [cell.strip() for cell in row if cell.strip()]
    return bool(filled) and all(cell.startswith("#") for cell in filled)


def _parts(cell: str) -> tuple[str, frozenset[str]]:
    tag, *attributes = cell.strip().lower().replace(" ", "").split("+")
    return tag, frozenset(attributes)


def _column(tags: Sequence[tuple[str, frozenset[str]]], attribute: str) -> int | None:
    found = [n for n, (tag, has) in enumerate(tags) if tag == "#adm1" and attribute in has]
    # Names may come in several languages: the Spanish one first, then that without a language.
    found.sort(key=lambda n: ("es" not in tags[n][1], len(tags[n][1])))
    return found[0] if found else None
