"""The English catalogue: `python tools/messages.py [--compile]`.

Collects the Spanish source strings of code and templates with Babel (no GNU gettext needed),
brings the catalogue up to date and compiles it. Prints what still lacks English. With `--compile`
it compiles what is written and changes nothing; setting the project up does so (tools/bootstrap.py).
"""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "consuno"
PO = PACKAGE / "locale" / "en" / "LC_MESSAGES" / "django.po"
KEYWORDS = {
    "_": None,
    "_lazy": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "pgettext": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
}


def sources() -> Iterator[tuple[Path, bytes]]:
    """Python files, and templates turned into what reads like Python."""
    sys.path.insert(0, str(ROOT))
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "consuno.settings")
    from django.utils.translation.template import templatize

    for path in sorted(PACKAGE.rglob("*.py")):
        if "migrations" not in path.parts:
            yield path, path.read_bytes()
    for path in sorted(PACKAGE.rglob("templates/**/*")):
        if path.suffix in {".html", ".txt"}:
            code = templatize(path.read_text("utf-8"), origin=str(path))
            # What is no message comes blotted out, but indented; Python wants none of that.
            yield path, "\n".join(line.lstrip() for line in code.split("\n")).encode()


def collect() -> Catalog:
    """Return the catalogue of source strings, each with where it stands."""
    found = Catalog(domain="django", fuzzy=False)
    for path, code in sources():
        place = str(path.relative_to(ROOT))
        for _line, message, _comments, context in extract(
            "python", io.BytesIO(code), keywords=KEYWORDS, options={"encoding": "utf-8"}
        ):
            found.add(message, locations=[(place, 1)], context=context)
    return found


def load() -> Catalog:
    """Return the English catalogue as it is kept."""
    if not PO.exists():
        return Catalog(locale="en", domain="django", project="consuno", fuzzy=False)
    with PO.open("rb") as file:
        return read_po(file, locale="en", domain="django")


def compiled(catalog: Catalog) -> bytes:
    """Return the binary catalogue."""
    out = io.BytesIO()
    write_mo(out, catalog)
    return out.getvalue()


def untranslated(catalog: Catalog) -> list[str]:
    """Source strings without complete English."""
    missing = []
    for message in catalog:
        words = message.string if isinstance(message.string, (list, tuple)) else [message.string]
        if message.id and (message.fuzzy or not all(words)):
            missing.append(message.id[0] if isinstance(message.id, tuple) else message.id)
    return missing


def compile_written() -> None:
    """Write the binary catalogue unless it is the one of what is written."""
    binary, made = PO.with_suffix(".mo"), compiled(load())
    if not binary.exists() or binary.read_bytes() != made:
        binary.write_bytes(made)


def main() -> None:
    """Update and compile, or only compile."""
    if "--compile" in sys.argv:
        compile_written()
        return
    catalog = load()
    catalog.update(collect(), no_fuzzy_matching=True)
    catalog.obsolete.clear()
    PO.parent.mkdir(parents=True, exist_ok=True)
    with PO.open("wb") as file:
        write_po(file, catalog, width=0, omit_header=False, include_lineno=False, sort_output=True)
    PO.with_suffix(".mo").write_bytes(compiled(catalog))
    for text in untranslated(catalog):
        print("-", text)


if __name__ == "__main__":
    main()
