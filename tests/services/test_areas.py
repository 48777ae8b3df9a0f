"""First-level areas as facts; their P-codes come from a list with HXL tags."""

from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from consuno.core import areas
from consuno.core.policy import Denied
from consuno.directory.models import Country
from consuno.services import actions, hxl
from consuno.services.models import Pcode

ROWS = [
    ["Departamento", "Código", "Otra"],
    ["#adm1+name", "#adm1 +code +v_pcode", ""],
    ["Francisco Morazan", "HN08", "x"],
    ["Cortés", "HN05"],
    ["Petén", "GT17"],
    ["Atlántida", ""],
]
SAMPLE = Path(__file__).parents[3] / "shared/data/hxl/primero_hxl_location_sample.csv"


def test_every_country_has_its_areas(agenda):
    for country in Country.objects.all():
        found = areas.areas(country.code)
        assert len(found) > 5
        assert all(each.code.startswith(country.code) for each in found)
    assert areas.area("HN-FM").name == "Francisco Morazán"
    assert areas.area("XX-1") is None


def test_a_list_is_read_by_its_tags():
    codes = hxl.read(ROWS, "HN")
    assert codes.found == {"HN-FM": "HN08", "HN-CR": "HN05"}
    assert codes.unknown == ["Petén"]


@pytest.mark.parametrize("rows", [ROWS[:1], [["#adm1+name"], ["x"]], [["#a", "x"]]])
def test_without_its_tags_it_is_none(rows):
    with pytest.raises(hxl.HxlError, match="etiquetas"):
        hxl.read(rows, "HN")


@pytest.mark.skipif(not SAMPLE.exists(), reason="the sample is not beside the repository")
def test_a_real_file_has_tags_that_are_found():
    rows = [line.split(",") for line in SAMPLE.read_text(encoding="utf-8-sig").splitlines()]
    try:
        hxl.read(rows, "HN")
    except hxl.HxlError as error:
        assert "adm1" in str(error)  # noqa: PT017 - another country's: tags, but perhaps not these


def test_a_secretariat_brings_them(cast, client):
    country = Country.objects.get(code="HN")
    with pytest.raises(Denied, match="Secretarías"):
        actions.bring_pcodes(
            country=country, codes=hxl.read(ROWS, "HN"), source="x", by=cast["eva"]
        )
    client.force_login(cast["ana"])
    address = reverse("services:areas") + "?pais=HN"
    text = "\n".join(",".join(row) for row in ROWS).encode()
    for _turn in range(2):
        sent = {"file": SimpleUploadedFile("h.csv", text), "source": "Lista de prueba, 2026"}
        page = client.post(address, sent, follow=True).content.decode()
    assert "Códigos traídos: 2" in page
    assert "Petén" in page
    assert Pcode.objects.get(area="HN-FM").code == "HN08"
    alien = {"file": SimpleUploadedFile("h.csv", text), "source": "x"}
    wrong = client.post(reverse("services:areas") + "?pais=US", alien).content.decode()
    assert "Ningún nombre" in wrong
