"""What the field knows, as data; read with `rows` and `table`."""

import csv
import io
import tomllib
from importlib.resources import files
from typing import Any


def _text(path: str) -> str:
    return files("consuno.domain").joinpath(*path.split("/")).read_text(encoding="utf-8")


def rows(path: str) -> list[dict[str, str]]:
    """Return the rows of a CSV file of this package, by column name."""
    return list(csv.DictReader(io.StringIO(_text(path))))


def table(path: str) -> dict[str, Any]:
    """Return a TOML file of this package."""
    return tomllib.loads(_text(path))
