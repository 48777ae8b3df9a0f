"""A service as the cells of our table: what goes out comes back in the same."""

from __future__ import annotations

from consuno.services.columns import BOTH, CHOICES, LISTS, NUMBERS, TEXTS
from consuno.services.models import Service


def cells(service: Service) -> dict[str, str]:
    """The cells by the name of their column."""
    found = {"id": str(service.uid), "institucion": service.body.code, "zona": service.area,
             "lugar_seguro": "sí" if service.safe else ""}  # fmt: skip
    for column, name in BOTH.items():
        texts = getattr(service, name)
        found[column], found[f"{column}_en"] = texts.es, texts.en
    for column, (name, _most) in TEXTS.items():
        found[column] = getattr(service, name)
    for column, (name, _most) in NUMBERS.items():
        value = getattr(service, name)
        found[column] = "" if value is None else str(value)
    for column, (name, values) in CHOICES.items():
        said = {value: word for word, value in values.items()}
        found[column] = said.get(getattr(service, name), "")
    for column, vocabulary in LISTS.items():
        found[column] = ";".join(service.slugs(vocabulary))
    return found
