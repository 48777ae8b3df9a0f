"""The columns of a table of services, in and out. Documented in docs/guia; the same both ways."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import dataclass, field
from operator import itemgetter
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator, validate_email
from django.utils.translation import gettext as _

from consuno.core.areas import areas
from consuno.core.bilingual import Bilingual
from consuno.core.tables import Column
from consuno.core.text import fold, whole_number
from consuno.core.vocabularies import words

#: Column -> field, for texts in both languages (column of Spanish; English has `_en` after it).
BOTH = {
    "nombre": "name", "que_hace": "description", "documentos": "documents", "como_se_pide": "how",
}  # fmt: skip
#: Plain texts, with their longest.
TEXTS = {
    "cuanto": ("cost_note", 200), "telefono": ("phone", 60), "correo": ("email", 254),
    "pagina": ("url", 300), "horario": ("hours", 200), "ciudad": ("city", 100),
    "direccion": ("address", 200), "codigo_postal": ("postal_code", 12), "aviso": ("alert", 300),
    "fuente": ("source", 300),
}  # fmt: skip
NUMBERS = {
    "edad_minima": ("minimum_age", 120), "edad_maxima": ("maximum_age", 120),
    "plazas": ("places", 1_000_000), "plazas_libres": ("free_places", 1_000_000),
}  # fmt: skip
#: Words that stand for each value.
CHOICES = {
    "estado": ("status", {"abierto": "active", "cerrado por ahora": "temporarily closed",
                          "suspendido": "inactive", "ya no existe": "defunct"}),
    "sexo": ("sex", {"": "", "mujeres": "women", "hombres": "men"}),
    "pregunta_situacion": ("asks_status", {"": "", "no": "no", "si": "yes"}),
    "cuesta": ("cost", {"": "", "no": "free", "si": "paid"}),
}  # fmt: skip
LISTS = {
    "sirve_para": "needs", "atiende_a": "populations", "idiomas": "languages",
    "otras_zonas": "areas",
}  # fmt: skip
COLUMNS = (
    "id", "institucion", "nombre", "nombre_en", "que_hace", "que_hace_en", "estado", "sirve_para",
    "atiende_a", "idiomas", "edad_minima", "edad_maxima", "sexo", "pregunta_situacion",
    "documentos", "documentos_en", "cuesta", "cuanto", "como_se_pide", "como_se_pide_en",
    "telefono", "correo", "pagina", "horario", "lugar_seguro", "zona", "otras_zonas", "ciudad",
    "direccion", "codigo_postal", "plazas", "plazas_libres", "aviso", "fuente",
)  # fmt: skip
#: The same, to be taken away.
EXPORT = tuple(Column(name, itemgetter(name)) for name in COLUMNS)
#: Longest text of each column, in letters.
LONGEST = {
    **{column: most for column, (_name, most) in TEXTS.items()},
    **{name: 1000 for column in BOTH for name in (column, f"{column}_en")},
    "nombre": 150, "nombre_en": 150,
}  # fmt: skip
NEEDED = ("nombre", "sirve_para")


@dataclass(slots=True)
class Row:
    """One service as it came: `number` is its line, from 1; `problems` say what is wrong with it."""

    number: int
    cells: dict[str, str]
    uid: uuid.UUID | None = None
    fields: dict[str, Any] = field(default_factory=dict)
    traits: dict[str, list[str]] = field(default_factory=dict)
    problems: list[str] = field(default_factory=list)

    @property
    def name(self) -> str:
        """What it is called, as it came."""
        return self.cells.get("nombre", "")


class HeadsError(ValueError):
    """The first row does not name the columns; the message says which are wanted."""


def cells_of(rows: Sequence[Sequence[str]]) -> list[dict[str, str]]:
    """Return the cells of each row under the heads of the first; empty rows are None of them.

    Raises HeadsError: a column that is needed is missing, or one is not known.
    """
    heads = [fold(head).strip().replace(" ", "_") for head in rows[0]]
    missing = [name for name in NEEDED if name not in heads]
    if missing:
        raise HeadsError(
            _("Faltan columnas: %(names)s. Descargue la plantilla y copie sus títulos.")
            % {"names": ", ".join(missing)}
        )
    odd = [head for head in heads if head and head not in COLUMNS]
    if odd:
        raise HeadsError(
            _(
                "No se conocen estas columnas: %(names)s. Quítelas, o use los títulos de la plantilla."
            )
            % {"names": ", ".join(odd[:5])}
        )
    return [dict(zip(heads, [_plain(cell) for cell in row], strict=False)) for row in rows[1:]]


def _plain(cell: str) -> str:
    """Without the mark that our own tables put before what a spreadsheet would take for a formula."""
    text = cell.strip()
    return text[1:] if text[:1] == "'" and text[1:2] in {"=", "+", "-", "@"} else text


def understand(number: int, cells: dict[str, str], country: str) -> Row:
    """Make fields and traits of the cells of a row; what cannot be read is among its problems."""
    row = Row(number, cells)
    if cells.get("id"):
        try:
            row.uid = uuid.UUID(cells["id"])
        except ValueError:
            row.problems.append(_("El id no es un UUID."))
    for column, name in BOTH.items():
        texts = Bilingual(cells.get(column, ""), cells.get(f"{column}_en", ""))
        most = LONGEST[column]
        if max(len(texts.es), len(texts.en)) > most:
            row.problems.append(_too_long(column, most))
        row.fields[name] = texts
    for column, (name, most) in TEXTS.items():
        value = cells.get(column, "")
        if len(value) > most:
            row.problems.append(_too_long(column, most))
        row.fields[name] = value
    _numbers(row)
    _choices(row)
    _places(row, country)
    _lists(row, country)
    _addresses(row)
    return row


def _too_long(column: str, most: int) -> str:
    return _("%(column)s: hasta %(n)s letras.") % {"column": column, "n": most}


def _numbers(row: Row) -> None:
    for column, (name, most) in NUMBERS.items():
        text = row.cells.get(column, "").removesuffix(".0")
        row.fields[name] = None
        if not text:
            continue
        number = whole_number(text)
        if number is None or number > most:
            row.problems.append(
                _("%(column)s: escriba un número de 0 a %(n)s, no «%(text)s».")
                % {"column": column, "n": most, "text": text[:30]}
            )
        else:
            row.fields[name] = number


def _choices(row: Row) -> None:
    for column, (name, values) in CHOICES.items():
        said = fold(row.cells.get(column, "")).strip()
        if name == "status" and not said:
            said = "abierto"
        known = values.get(said, said if said in values.values() else None)
        if known is None:
            row.problems.append(
                _("%(column)s: escriba %(words)s.")
                % {"column": column, "words": ", ".join(each for each in values if each)}
            )
        else:
            row.fields[name] = known
    safe = fold(row.cells.get("lugar_seguro", "")).strip()
    if safe not in {"", "si", "no", "1", "0"}:
        row.problems.append(
            _("%(column)s: escriba %(words)s.") % {"column": "lugar_seguro", "words": "sí, no"}
        )
    row.fields["safe"] = safe in {"si", "1"}


def _places(row: Row, country: str) -> None:
    said = row.cells.get("zona", "")
    code = area_of(said, country)
    if code is None:
        row.problems.append(_("zona: no se conoce «%(text)s» en ese país.") % {"text": said[:40]})
    row.fields["area"] = code or ""


def area_of(said: str, country: str) -> str | None:
    """The code of an area by its name or code: empty for nothing, None for one that is not known."""
    if not said:
        return ""
    plain = fold(said).strip()
    for each in areas(country):
        if plain in {each.code.lower(), fold(each.name)}:
            return each.code
    return None


def _lists(row: Row, country: str) -> None:
    for column, vocabulary in LISTS.items():
        found: list[str] = []
        for said in row.cells.get(column, "").split(";"):
            if not said.strip():
                continue
            slug = area_of(said, country) if vocabulary == "areas" else _word(said, vocabulary)
            if slug is None:
                row.problems.append(
                    _("%(column)s: no se conoce «%(text)s».")
                    % {"column": column, "text": said.strip()[:40]}
                )
            else:
                found.append(slug)
        row.traits[vocabulary] = list(dict.fromkeys(found))


def _word(said: str, vocabulary: str) -> str | None:
    plain = fold(said).strip()
    for slug, word in words(vocabulary).items():
        if plain in {slug, fold(word.name.es), fold(word.name.en)}:
            return slug
    return None


def _addresses(row: Row) -> None:
    for name, check, column in (
        ("email", validate_email, "correo"), ("url", URLValidator(("http", "https")), "pagina"),
    ):  # fmt: skip
        value = row.fields[name]
        try:
            if value:
                check(value)
        except ValidationError:
            row.problems.append(
                _("%(column)s: «%(text)s» no es una dirección.")
                % {"column": column, "text": value[:60]}
            )
