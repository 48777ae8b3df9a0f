"""Load the bodies that the product ships."""

from django.db import transaction

from consuno.core import audit
from consuno.core.bilingual import Bilingual
from consuno.core.models import User
from consuno.directory.models import Body, Country
from consuno.domain import rows


@transaction.atomic
def load_bodies(*, by: User | None = None, source: str = "directory/bodies.csv") -> int:
    """Load countries and bodies from the domain data; running it again changes nothing.

    What people changed since (a confirmed name) is not overwritten: only missing rows are made.
    Returns how many were made.
    """
    for row in rows("directory/countries.csv"):
        place = {"column": int(row["column"]), "row": int(row["row"])}
        Country.objects.get_or_create(
            code=row["code"], defaults={"name": Bilingual(row["es"], row["en"]), **place}
        )
    known = {body.code: body for body in Body.objects.all()}
    made = 0
    for number, row in enumerate(rows(source)):
        if row["code"] not in known:
            known[row["code"]] = _make_body(row, known, number)
            audit.record("load_body", known[row["code"]], by=by, code=row["code"])
            made += 1
    return made


def _make_body(row: dict[str, str], known: dict[str, Body], number: int) -> Body:
    return Body.objects.create(
        code=row["code"],
        kind=row["kind"],
        name=Bilingual(row["es"], row["en"]),
        short=Bilingual(row["short_es"], row["short_en"]),
        country_id=row["country"] or None,
        parent=known[row["parent"]] if row["parent"] else None,
        civil_society=row["civil_society"] == "1",
        listed=not (row["civil_society"] == "1" and row["kind"] == Body.Kind.ORGANISATION),
        confirmed=row["confirmed"] == "1",
        invented=row.get("invented") == "1",
        source=row["source"],
        as_of=row["as_of"],
        order=number + (1000 if row.get("invented") == "1" else 0),
    )
