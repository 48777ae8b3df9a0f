"""The law side by side: unknown says unknown, nothing is guessed, Palermo from validated cells only."""

import csv
import datetime
import io

import pytest
from django.urls import reverse

from consuno.core.bilingual import Bilingual
from consuno.core.policy import Denied
from consuno.core.vocabularies import words
from consuno.directory import actions as directory
from consuno.directory.models import Body, Country
from consuno.domain import rows
from consuno.knowledge import actions
from consuno.knowledge.elements import elements
from consuno.knowledge.models import Asked, Provision
from consuno.knowledge.queries.law import against_palermo, matrix

LAW = reverse("knowledge:law")


@pytest.fixture
def law(agenda, cast):
    actions.load_law()


def country(code):
    return Country.objects.get(code=code)


def cell(code, element):
    return Provision.objects.get(country=code, element=element, ended_on=None)


def write(by, code="HN", element="menores", value="si", **changes):
    given = {"law": "Ley (inventada)", "article": "", "text": Bilingual("Prueba"),
             "source": "Gaceta (inventada)", "on": datetime.date(2026, 1, 2)}  # fmt: skip
    return actions.write_provision(
        country=country(code), element=element, value=value, by=by, **(given | changes)
    )


def validate(fact, by):
    body = Body.objects.get(code=f"PAIS:{fact.country_id}")
    return directory.validate(fact=fact, body=body, by=by)


def test_the_data_hold_together():
    assert len(elements()) == 33
    for element in elements().values():
        assert set(element.values) <= set(words("answers"))
        assert element.palermo in {"", *element.values}
        assert bool(element.palermo) == bool(element.article)
    for row in rows("knowledge/law.csv"):
        assert row["value"] in elements()[row["element"]].values, row
        assert not (row["article"] and not row["law"]), row  # an article of a law that is named


def test_what_no_source_says_looks_unconfirmed(law):
    assert actions.load_law() == 0
    assert cell("SV", "medios").look == "unconfirmed"
    assert cell("MX", "pena").look == "sourced"
    assert cell("PA", "medios").look == "unconfirmed"  # the text of the new law was not read
    assert not [each for each in Provision.objects.all() if each.look == "validated"]


def test_a_corrected_reference_corrects_what_nobody_else_wrote(law, cast):
    """One cell as an earlier reference had it, one that a country validated, one that it wrote."""
    Provision.objects.filter(element="pena").update(value="si", source="antes.example.org")
    validated, loaded = cell("MX", "pena"), cell("CA", "pena")
    Provision.objects.filter(pk=validated.pk).update(validated_on=datetime.date(2026, 11, 1))
    written = write(cast["eva"], element="datos-ley", value="si")
    assert actions.load_law() == Provision.objects.filter(element="pena", ended_on=None).count() - 1
    assert cell("MX", "pena").source == "antes.example.org"
    assert cell("HN", "datos-ley") == written
    assert cell("CA", "pena").source.startswith("laws-lois.justice.gc.ca")
    loaded.refresh_from_db()
    assert loaded.ended_on
    assert actions.load_law() == 0


def test_unknown_says_unknown(law, client):
    page = client.get(LAW, {"pais": ["HN", "GT", "XX"]}).content.decode()
    assert page.count("no se sabe") > 30
    assert "mientras no se sepa, no se transfieren" in page
    assert "Preguntar a su punto focal" not in page  # for institutions
    (row,) = [each for each in matrix([country("HN")]) if each.element.slug == "identidad"]
    assert row.cells[0][1] is None


def test_asked_once_and_the_focal_points_hear(law, cast):
    with pytest.raises(Denied, match="ya se sabe"):
        actions.ask_country(country=country("HN"), element="medios", by=cast["carla"])
    actions.ask_country(country=country("HN"), element="identidad", by=cast["carla"])
    assert cast["eva"].notices.filter(kind="knowledge.law_asked").exists()
    with pytest.raises(Denied, match="ya se preguntó"):
        actions.ask_country(country=country("HN"), element="identidad", by=cast["diego"])
    write(cast["eva"], element="identidad")
    assert not Asked.objects.exists()


@pytest.mark.parametrize(
    ("changes", "why"),
    [({"value": "quizá"}, "respuesta"), ({"element": "x"}, "respuesta"), ({"law": " "}, "la ley"),
     ({"source": ""}, "fuente"), ({"value": "esencial"}, "respuesta")],
)  # fmt: skip
def test_what_is_no_provision(law, cast, changes, why):
    with pytest.raises(Denied, match=why):
        write(cast["eva"], **changes)


def test_a_country_writes_its_own_and_what_it_said_stays(law, cast):
    with pytest.raises(Denied, match="sus instituciones"):
        write(cast["carla"])
    with pytest.raises(Denied):
        write(cast["beto"])
    write(cast["eva"], element="medios", value="esencial")
    assert Provision.objects.filter(country="HN", element="medios").count() == 2
    assert cell("HN", "medios").look == "sourced"


@pytest.mark.acta("II.2")
def test_palermo_is_worked_out_of_validated_cells_only(law, cast):
    gap = against_palermo(country("HN"))
    assert (gap.changes, gap.matching) == ([], [])  # means only aggravate, and nobody validated it
    validate(cell("HN", "medios"), cast["eva"])
    validate(write(cast["eva"], element="menores", value="si"), cast["eva"])
    gap = against_palermo(country("HN"))
    assert [(c.provision.element, c.wanted) for c in gap.changes] == [("medios", "se exigen")]
    assert [each.element for each in gap.matching] == ["menores"]
    assert "fines" in [each.slug for each in gap.unsaid]


def test_the_pages(law, cast, client, django_assert_max_num_queries):
    with django_assert_max_num_queries(8):
        page = client.get(LAW).content.decode()
    assert "solo agravan" in page
    palermo = reverse("knowledge:palermo", args=["HN"])
    assert client.get(palermo).status_code == 302
    client.force_login(cast["eva"])
    assert "De lo que no se puede decir nada" in client.get(palermo).content.decode()
    address = reverse("knowledge:write_provision", args=["HN", "identidad"])
    sent = {"value": "si", "law": "Ley (inventada)", "text_es": "Dice", "source": "Gaceta",
            "on": "02/01/2026"}  # fmt: skip
    assert "Dice" in client.post(address, sent | {"law": ""}).content.decode()
    client.post(address, sent)
    made = cell("HN", "identidad")
    page = client.get(LAW, {"pais": "HN"}).content.decode()
    assert "Validar por un año" in page
    client.post(reverse("directory:validate", args=["ley", made.pk]))
    assert cell("HN", "identidad").look == "validated"
    only = client.get(LAW, {"pais": "HN", "estado": "validated"}).content.decode()
    assert "Gaceta" in only
    assert "Decreto 59-2012" not in only


def test_as_csv(law, client):
    answer = client.get(reverse("knowledge:export_law", args=["csv"]), {"pais": ["PA", "HN"]})
    table = list(csv.reader(io.StringIO(answer.getvalue().decode("utf-8-sig"))))
    assert len(table) == 1 + 2 * len(elements())
    assert any("456-A" in row for row in table)
    assert sum("no se sabe" in row for row in table) > 20
