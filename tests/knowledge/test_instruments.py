"""Instruments: versions and languages, who adopted them; nothing is known that nobody said."""

import csv
import datetime
import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from consuno.core.bilingual import Bilingual
from consuno.core.policy import Denied
from consuno.directory import actions as directory
from consuno.directory.models import Body, Country
from consuno.domain import rows
from consuno.knowledge import actions
from consuno.knowledge.models import Adoption, Edition, Instrument

DAY = datetime.date(2026, 1, 2)


@pytest.fixture
def instruments(agenda, cast):
    actions.load_instruments()
    Adoption.objects.all().delete()  # what countries did is told by each test


def found(slug="palermo-trata"):
    return Instrument.objects.get(slug=slug)


def adopt(by, code="HN", state="party", **changes):
    given = {"law": "", "since": "2008", "source": "Gaceta (inventada)", "on": DAY}
    country = Country.objects.get(code=code)
    return actions.write_adoption(
        instrument=found(), country=country, state=state, by=by, **(given | changes)
    )


def edition(by, label="2030", **changes):
    given = {"adopted_on": "", "adopted_by": Bilingual("Prueba"), "note": Bilingual(),
             "source": "Acta (inventada)", "on": DAY}  # fmt: skip
    return actions.add_edition(instrument=found(), label=label, by=by, **(given | changes))


def test_the_data_hold_together(instruments):
    slugs = {row["slug"] for row in rows("knowledge/instruments.csv")}
    assert {row["instrument"] for row in rows("knowledge/editions.csv")} == slugs
    assert actions.load_instruments() == len(list(rows("knowledge/adoptions.csv")))
    assert actions.load_instruments() == 0
    assert {each.look for each in Adoption.objects.all()} == {"sourced"}
    assert not Adoption.objects.filter(
        state="not"
    ).exists()  # a list that does not name a country says nothing
    for each in Edition.objects.all():
        assert each.look == ("sourced" if each.source else "unconfirmed")


def test_the_guidelines_of_2009_look_unconfirmed_and_no_country_has_them(instruments, client):
    page = client.get(found("retorno-ninez").get_absolute_url()).content.decode()
    assert "sin confirmar" in page
    assert page.count('<span class="state">no se sabe') == 11
    assert "Su texto no está a mano todavía" in page


def test_a_country_says_what_it_did_and_validates_it(instruments, cast, client):
    with pytest.raises(Denied):
        adopt(cast["carla"])  # of another country
    made = adopt(cast["eva"])
    assert made.look == "sourced"
    directory.validate(fact=made, body=Body.objects.get(code="PAIS:HN"), by=cast["eva"])
    made.refresh_from_db()
    assert made.look == "validated"
    again = adopt(cast["eva"], state="in_law", law="Decreto (inventado)")
    made.refresh_from_db()
    assert made.ended_on is not None
    assert again.look == "sourced"  # what changed was not validated
    listed = client.get(reverse("knowledge:instruments")).content.decode()
    assert "1 de 11 países" in listed
    answer = (
        client.get(reverse("knowledge:export_instruments", args=["csv"]))
        .getvalue()
        .decode("utf-8-sig")
    )
    table = list(csv.reader(io.StringIO(answer)))
    assert [row[2] for row in table if row[0] == str(found()) and row[1] == "Honduras"] == [
        "incorporado en una norma nacional"
    ]
    assert len(table) == 1 + 11 * Instrument.objects.count()


@pytest.mark.parametrize(
    "changes", [{"state": "x"}, {"since": "2016-13"}, {"since": "2015-02-29"}, {"source": " "}]
)
def test_an_adoption_has_a_state_a_date_and_a_source(instruments, cast, changes):
    with pytest.raises(Denied):
        adopt(cast["eva"], **changes)
    assert not Adoption.objects.exists()


def test_secretariats_add_instruments_versions_and_texts(instruments, cast, as_person):
    page = as_person("ana")
    answer = page.post(
        reverse("knowledge:add_instrument"),
        {"name_es": "Nuevo", "name_en": "New", "kind": "protocol", "scope": "regional"},
    )
    made = Instrument.objects.get(slug="nuevo-2")  # «nuevo» is an address of the room
    assert answer.url == made.get_absolute_url()
    data = {"label": "2026", "adopted_on": "2026-11", "source": "Acta", "on": "02/01/2026"}
    page.post(reverse("knowledge:add_edition", args=[made.slug]), data)
    version = made.editions.get()
    assert version.source == "Acta"
    file = SimpleUploadedFile("texto.pdf", b"%PDF-1.4 prueba")
    form = {"language": "es", "authentic": "on", "file": file}
    page.post(reverse("knowledge:add_text", args=[version.pk]), form)
    text = version.texts.get()
    answer = page.get(text.get_absolute_url())
    assert answer.content == b"%PDF-1.4 prueba"
    assert answer["Content-Disposition"] == 'attachment; filename="texto.pdf"'
    shown = page.get(made.get_absolute_url()).content.decode()
    assert text.sha256 in shown
    assert "texto auténtico" in shown


def test_one_label_one_text_a_language(instruments, cast):
    first = edition(cast["ana"])
    for bad in ({"label": "2030"}, {"label": " "}, {"label": "2031", "adopted_on": "ayer"}):
        with pytest.raises(Denied):
            edition(cast["ana"], **bad)
    with pytest.raises(Denied):
        edition(cast["eva"], label="2031")
    actions.add_text(
        edition=first, language="en", authentic=False, link="https://example.org/", by=cast["beto"]
    )
    for bad in (
        {"language": "en", "link": "https://example.org/"},
        {"language": "fr"},
        {"language": "fr", "link": "https://example.org/", "content": b"x"},
        {"language": "zzz", "link": "https://example.org/"},
    ):
        with pytest.raises(Denied):
            actions.add_text(edition=first, authentic=False, by=cast["ana"], **bad)


def test_a_doubt_of_a_version_reaches_the_secretariat(instruments, client):
    version = found("retorno-trata").editions.get()
    answer = client.get(reverse("directory:doubt", args=["version", version.pk]))
    assert answer.status_code == 200


def test_the_list_asks_the_same_with_more(instruments, cast, client, django_assert_max_num_queries):
    for number in range(8):
        edition(cast["ana"], label=f"v{number}")
    with django_assert_max_num_queries(12):
        client.get(reverse("knowledge:instruments"))
    with django_assert_max_num_queries(14):
        client.get(found().get_absolute_url())
