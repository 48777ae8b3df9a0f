"""What the field knows, as data; read with `rows`, `table` and `text`."""

import csv
import io
import tomllib
from importlib.resources import files
from typing import Any


def text(path: str) -> str:
    """Return a text file of this package."""
    return files("consuno.domain").joinpath(*path.split("/")).read_text(encoding="utf-8")


def rows(path: str) -> list[dict[str, str]]:
    """Return the rows of a CSV file of this package, by column name."""
    return list(csv.DictReader(io.StringIO(text(path))))


def table(path: str) -> dict[str, Any]:
    """Return a TOML file of this package."""
    return tomllib.loads(text(path))
