"""What the templates of monitoring need."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import template

from consuno.directory.models import Body

register = template.Library()
#: Names written out before the rest is only counted.
SHOWN = 4


@register.simple_tag
def bodies_of(codes: list[str], names: Mapping[str, Body]) -> str:
    """Return the names of these bodies, the first few and how many more."""
    shown = ", ".join(str(names.get(code, code)) for code in codes[:SHOWN])
    return f"{shown} +{len(codes) - SHOWN}" if len(codes) > SHOWN else shown


@register.filter
def at(names: Mapping[str, Any], code: str) -> Any:
    """Return the value of a key."""
    return names.get(code, code)
