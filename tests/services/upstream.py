"""The upstream schemas of HSDS with our published profile, compiled for tests; skips where absent."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest
from referencing import Registry, Resource

from consuno.domain import text

WHERE = Path(__file__).parents[3] / "shared" / "data" / "hsds" / "3.1-dev"


def merged(schema, patch):
    """RFC 7396: what the patch names is put in its place."""
    if not isinstance(patch, dict):
        return patch
    done = dict(schema) if isinstance(schema, dict) else {}
    for name, value in patch.items():
        if value is None:
            done.pop(name, None)
        else:
            done[name] = merged(done.get(name), value)
    return done


def _schema(path, *, ours):
    schema = json.loads(path.read_text())
    patch = Path("profile") / path.name
    if ours and path.stem == "address":
        schema = merged(schema, json.loads(text(f"hsds/{patch}")))
    # The upstream recipe for checking answers: nothing that the standard does not know.
    return schema | {"additionalProperties": False}


def checker(name, *, ours=True):
    """A validator of one object; `ours` with our profile, else the standard as it stands."""
    if not WHERE.exists():
        pytest.skip("the upstream schemas are not beside the repository")
    registry = Registry()
    for path in WHERE.glob("*.json"):
        if path.name == "openapi.json":
            continue
        resource = Resource.from_contents(_schema(path, ours=ours), default_specification=_draft())
        registry = registry.with_resource(path.name, resource)
    return jsonschema.Draft202012Validator(
        {"$ref": f"{name}.json"}, registry=registry, format_checker=jsonschema.FormatChecker()
    )


def _draft():
    from referencing.jsonschema import DRAFT202012

    return DRAFT202012
