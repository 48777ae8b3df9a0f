"""Practices, pilots, documents, case law, materials: told part by part, reviewed, repeated."""

import csv
import datetime
import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from consuno.core.bilingual import Bilingual
from consuno.core.policy import Denied
from consuno.core.search import Wanted, find, rebuild_search
from consuno.directory import actions as directory
from consuno.directory.models import Body, Country
from consuno.domain import table
from consuno.knowledge import actions
from consuno.knowledge.entries import kinds
from consuno.knowledge.models import Entry
from tests.files import AS_IT_CAME, CLEAN, png

DAY = datetime.date(2026, 1, 2)
PILOT = {"criterios": {"es": "Mayores de edad"}, "lugar": {"es": "Choluteca"},
         "previstas": {"es": "40"}}  # fmt: skip


@pytest.fixture
def library(agenda, cast):
    actions.load_entries()


def write(by, kind="piloto", code="HN", said=PILOT, **changes):
    given = {"title": Bilingual("Huerto (prueba)"), "body": None, "link": "", "source": "Informe",
             "on": DAY}  # fmt: skip
    country = Country.objects.get(code=code) if code else None
    return actions.write_entry(
        kind=kinds()[kind], country=country, said=said, by=by, **(given | changes)
    )


def body(code):
    return Body.objects.get(code=code)


def listed(client, kind, **filters):
    return client.get(reverse("knowledge:entries", args=[kind]), filters).content.decode()


def test_the_data_hold_together(library):
    assert actions.load_entries() == 0
    for row in table("knowledge/entries.toml")["entry"]:
        assert set(row["said"]) <= {part.slug for part in kinds()[row["kind"]].parts}
        assert row["source"]
    assert {each.look for each in Entry.objects.all()} == {"sourced"}


@pytest.mark.acta("II.13")
def test_what_no_source_tells_is_said_to_be_unknown(library, client):
    page = client.get(Entry.objects.get(key="opi-mx").get_absolute_url()).content.decode()
    assert "59.992 menores" in page
    assert page.count('<span class="state">no se sabe') == 1  # its cost
    assert "Ninguna ha opinado todavía" in page


@pytest.mark.acta("A3.c.1–2")
def test_documents_of_workers_ship_empty_and_say_so(library, client):
    assert "Todavía no se sabe de ninguna" in listed(client, "documentacion")


def test_a_country_writes_and_validates_its_own(library, cast):
    with pytest.raises(Denied):
        write(cast["carla"])
    with pytest.raises(Denied):
        write(cast["eva"], code=None)  # a regional one is for the Secretariats
    with pytest.raises(Denied, match="Lugar"):
        write(cast["eva"], said={**PILOT, "lugar": {"es": ""}})
    made = write(cast["eva"])
    directory.validate(fact=made, body=body("PAIS:HN"), by=cast["eva"])
    assert made.look == "validated"
    again = write(cast["eva"], entry=made, title=Bilingual("Huerto nuevo (prueba)"))
    assert (again.pk, again.look) == (made.pk, "unconfirmed")  # its source is no public document
    with pytest.raises(Denied):  # nor may another country take it over
        write(cast["carla"], code="SV", entry=made)


def test_others_give_their_view_and_say_that_they_did_the_same(library, cast, client):
    made = write(cast["eva"], body=body("DGM:HN"))
    give = {"entry": made, "verdict": "recommended", "text": "Cuesta poco."}
    with pytest.raises(Denied, match="propio"):
        actions.give_view(body=body("DGM:HN"), by=cast["eva"], **give)
    with pytest.raises(Denied):
        actions.give_view(body=body("DGM:HN"), by=cast["carla"], **give)
    actions.give_view(body=body("DGM:SV"), by=cast["carla"], **give)
    actions.give_view(body=body("DGM:SV"), by=cast["carla"], **{**give, "text": "Cuesta menos."})
    actions.tell_replication(
        entry=made, body=body("DGM:SV"), since="2026", text="Con menos gente.", by=cast["carla"]
    )
    assert made.reviews.get().text == "Cuesta menos."
    page = client.get(made.get_absolute_url()).content.decode()
    assert "la recomienda" in page
    assert "Con menos gente." in page
    line = " ".join(listed(client, "piloto", pais="HN").split())
    assert "la recomienda 1 institución · repetida 1 vez" in line


def test_on_case_law_nobody_gives_a_view(library, cast):
    said = {"tribunal": {"es": "Corte (inventada)"}, "regla": {"es": "Prueba"}}
    made = write(cast["eva"], kind="jurisprudencia", said=said)
    with pytest.raises(Denied):
        actions.give_view(
            entry=made, body=body("DGM:SV"), verdict="recommended", text="x", by=cast["carla"]
        )


def test_documents_are_compared_side_by_side(library, cast, client):
    made = []
    for who, code in (("eva", "HN"), ("carla", "SV")):
        said = {"quien": {"es": f"Cosecha en {code}"}, "documento": {"es": "Carné"}}
        made.append(write(cast[who], kind="documentacion", code=code, said=said))
    page = listed(client, "documentacion", ver=[each.pk for each in made])
    assert page.index("Cosecha en HN") < page.index("Cosecha en SV")
    assert "Qué derechos da" in page
    answer = client.get(reverse("knowledge:export_entries", args=["documentacion", "csv"]))
    rows = list(csv.reader(io.StringIO(answer.getvalue().decode("utf-8-sig"))))
    assert [row[0] for row in rows[1:]] == ["Honduras", "El Salvador"]


def test_through_the_pages_with_a_file(library, cast, as_person):
    page = as_person("eva")
    data = {
        "country": "HN", "title_es": "Taller (prueba)", "said_fecha_es": "Mayo",
        "said_contenido_es": "Láminas", "source": "Acta", "on": "02/01/2026",
        "file": SimpleUploadedFile("laminas.txt", b"uno"),
    }  # fmt: skip
    address = reverse("knowledge:add_entry", args=["taller"])
    wrong = page.post(address, {**data, "said_contenido_es": ""}).content.decode()
    assert "Falta: Qué contiene" in wrong
    assert "Mayo" in wrong  # nothing written is lost
    data["file"].seek(0)
    page.post(address, data)
    made = Entry.objects.get(kind="taller")
    assert page.get(reverse("knowledge:entry_file", args=[made.pk])).content == b"uno"
    assert AS_IT_CAME in page.get(made.get_absolute_url()).content.decode()
    change = reverse("knowledge:change_entry", args=[made.pk])
    page.post(change, {**data, "file": SimpleUploadedFile("lámina.png", png())})
    assert CLEAN in page.get(made.get_absolute_url()).content.decode()
    data["file"].seek(0)
    page.post(change, data)
    page.post(change, {**data, "file": ""})
    made.refresh_from_db()
    assert made.file_name == "laminas.txt"  # it stays until another comes
    page.post(reverse("knowledge:withdraw_entry", args=[made.pk]))
    assert page.get(made.get_absolute_url()).status_code == 404


def test_it_is_found(library):
    rebuild_search.run()
    found = find(Wanted(words="oficiales de protección a la infancia"), members=False)
    path = Entry.objects.get(key="opi-mx").get_absolute_url()
    assert path in {each.entry.path for each in found.results}
