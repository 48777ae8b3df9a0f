"""Services of other systems, as HSDS 3 objects, turned into the cells of our own table."""

from __future__ import annotations

import json
from typing import Any

from django.utils.translation import gettext as _

from consuno.core.text import whole_number
from consuno.core.vocabularies import words
from consuno.services.columns import LONGEST, area_of
from consuno.services.queries.hsds import TAXONOMIES, taxonomy_id

#: So many of one file at most, as in a sheet.
MOST = 5000


class ForeignError(ValueError):
    """It is no HSDS that can be read; the message says why."""


def objects_of(content: bytes) -> list[dict[str, Any]]:
    """The services of a file: a page of a list, a list, or one service. Raises ForeignError."""
    try:
        data = json.loads(content.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise ForeignError(_("El archivo no es JSON, o está dañado.")) from error
    if isinstance(data, dict):
        data = data.get("contents", [data])
    if not isinstance(data, list) or not all(isinstance(each, dict) for each in data):
        raise ForeignError(
            _("El archivo no trae servicios de HSDS: una lista, o una página con «contents».")
        )
    if not data:
        raise ForeignError(_("El archivo no trae ningún servicio."))
    if len(data) > MOST:
        raise ForeignError(_("Se traen hasta 5 000 servicios por archivo."))
    return data


def cells_of(service: dict[str, Any], need: str, country: str) -> tuple[dict[str, str], list[str]]:
    """The cells of one, and notes of what has no place in ours; `need` where it says none we know."""
    place = _first(_dict(_first(service, "service_at_locations").get("location")), "addresses")
    capacity, notes = _first(service, "capacities"), []
    cells = {
        "id": _text(service, "id"), "nombre": _text(service, "name"),
        "nombre_en": _text(service, "alternate_name"), "que_hace": _text(service, "description"),
        "estado": _text(service, "status"), "como_se_pide": _text(service, "application_process"),
        "telefono": _text(_first(service, "phones"), "number").strip('"'),
        "correo": _text(service, "email"), "pagina": _text(service, "url"),
        "horario": _text(_first(service, "schedules"), "description"),
        "documentos": _text(_first(service, "required_documents"), "document"),
        "edad_minima": _text(service, "minimum_age"), "edad_maxima": _text(service, "maximum_age"),
        "ciudad": _text(place, "city"), "direccion": _text(place, "address_1"),
        "codigo_postal": _text(place, "postal_code"), "aviso": _text(service, "alert"),
        "plazas": _text(capacity, "maximum"), "plazas_libres": _text(capacity, "available"),
        "fuente": "HSDS", "cuanto": _text(service, "fees_description"),
    }  # fmt: skip
    state = _text(place, "state_province")
    if state and area_of(state, country):
        cells["zona"] = state
    elif state:
        notes.append(_("zona «%(text)s»: no es de ese país, queda sin zona") % {"text": state[:40]})
    free, places = cells["plazas_libres"], cells["plazas"]
    if whole_number(places) is not None and (whole_number(free) or 0) > (whole_number(places) or 0):
        cells["plazas"] = ""
        notes.append(_("más plazas libres que plazas: queda sin el total"))
    for name, most in LONGEST.items():
        if len(cells.get(name, "")) > most:
            cells[name] = cells[name][: most - 1] + "…"
            notes.append(_("%(column)s: se cortó a %(n)s letras") % {"column": name, "n": most})
    return cells | _words(service, need, notes), notes


def _words(service: dict[str, Any], need: str, notes: list[str]) -> dict[str, str]:
    codes: dict[str, list[str]] = {"needs": [], "populations": [], "languages": []}
    ours = {taxonomy_id(name): name for name in TAXONOMIES}
    for each in _list(service, "attributes"):
        term = _dict(each.get("taxonomy_term"))
        code, where = _text(term, "code"), ours.get(_text(term, "taxonomy_id"), "needs")
        if code in words(where):
            codes[where].append(code)
        elif _text(term, "name"):
            notes.append(
                _("«%(text)s» no es de nuestras listas") % {"text": _text(term, "name")[:40]}
            )
    for each in _list(service, "languages"):
        code = _text(each, "code")
        if code in words("languages"):
            codes["languages"].append(code)
        elif code or _text(each, "name"):
            text = _text(each, "name") or code
            notes.append(_("«%(text)s» no es de nuestras listas") % {"text": text[:40]})
    return {
        "sirve_para": ";".join(codes["needs"]) or need,
        "atiende_a": ";".join(codes["populations"]), "idiomas": ";".join(codes["languages"]),
    }  # fmt: skip


def _dict(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _list(owner: dict[str, Any], name: str) -> list[dict[str, Any]]:
    value = owner.get(name)
    return [each for each in value if isinstance(each, dict)] if isinstance(value, list) else []


def _first(owner: dict[str, Any], name: str) -> dict[str, Any]:
    return next(iter(_list(owner, name)), {})


def _text(owner: dict[str, Any], name: str) -> str:
    value = owner.get(name)
    if value is None or isinstance(value, dict | list | bool):
        return ""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return str(value).replace("\x00", "").strip()
