"""A table of services comes in whole or not at all; the same again changes nothing; out and in is the same."""

import csv
import io
import json

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from consuno.core.bilingual import Bilingual
from consuno.core.policy import Denied
from consuno.directory.models import Body
from consuno.services import actions
from consuno.services.actions.bringing import forget_bringings
from consuno.services.columns import COLUMNS, HeadsError, cells_of, understand
from consuno.services.models import Bringing, Service
from consuno.services.queries.bringing import examine
from tests.services.test_services import today, write
from tests.services.upstream import WHERE, checker

__all__ = ["today"]

START = reverse("services:start") + "?de=DGM:HN"
GOOD = {"nombre": "Comedor (inventado)", "sirve_para": "comida; Salud", "zona": "Francisco Morazán",
        "cuesta": "no", "telefono": "+504 2222-0000"}  # fmt: skip


def begin(cast, rows, by="eva"):
    body = Body.objects.get(code="DGM:HN")
    return actions.begin_bringing(body=body, file_name="x.csv", rows=rows, notes=[], by=cast[by])


def bring(cast, rows, leave=()):
    made = begin(cast, rows)
    return actions.bring(bringing=made, leave_out=leave, by=cast["eva"])


def test_a_row_is_understood_in_our_words_and_theirs():
    row = understand(2, GOOD | {"idiomas": "Español;mam", "estado": "temporarily closed"}, "HN")
    assert row.problems == []
    assert row.traits["needs"] == ["comida", "salud"]
    assert row.traits["languages"] == ["es", "mam"]
    assert (row.fields["area"], row.fields["cost"]) == ("HN-FM", "free")
    assert row.fields["status"] == "temporarily closed"


@pytest.mark.parametrize(
    ("cells", "why"),
    [
        ({"edad_minima": "doce"}, "edad_minima"), ({"plazas": "-1"}, "plazas"),
        ({"sexo": "x"}, "mujeres, hombres"), ({"zona": "Petén"}, "Petén"),
        ({"sirve_para": "volar"}, "volar"), ({"correo": "x"}, "no es una dirección"),
        ({"pagina": "javascript:alert(1)"}, "no es una dirección"), ({"id": "1"}, "UUID"),
        ({"lugar_seguro": "quizá"}, "sí, no"), ({"telefono": "1" * 61}, "hasta 60"),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_row_is_said(cells, why):
    (problem,) = understand(2, GOOD | cells, "HN").problems
    assert why in problem


def test_heads_that_are_not_ours_are_named():
    with pytest.raises(HeadsError, match="sirve_para"):
        cells_of([["nombre"], ["x"]])
    with pytest.raises(HeadsError, match="color"):
        cells_of([["Nombre", "Sirve para", "Color"], ["x", "y", "z"]])
    assert cells_of([["Nombre", "Sirve para"], ["'+1 ", "b"]]) == [
        {"nombre": "+1", "sirve_para": "b"}
    ]


def test_five_thousand_with_thirty_faulty_and_then_mended(cast):
    rows = [GOOD | {"nombre": f"Servicio {n} (inventado)"} for n in range(5000)]
    faulty = range(17, 5000, 167)
    wrong = [row | ({"plazas": "x"} if n in faulty else {}) for n, row in enumerate(rows)]
    made = begin(cast, wrong)
    found = examine(made)
    assert [each.row.number for each in found.wrong] == [n + 2 for n in faulty]
    assert len(found.wrong) == 30
    with pytest.raises(Denied, match="Hay filas con problemas"):
        actions.bring(bringing=made, leave_out=[], by=cast["eva"])
    assert not Service.objects.exists()
    done = bring(cast, rows)
    assert (done.made, Service.objects.count()) == (5000, 5000)
    assert Service.objects.first().offered  # she runs them: bringing them confirms them
    again = bring(cast, rows)
    assert (again.made, again.changed) == (0, 0)
    with pytest.raises(Denied, match="ya se trajo"):
        actions.bring(bringing=again, leave_out=[], by=cast["eva"])


def test_one_that_is_there_changes_and_keeps_its_identity(cast):
    old = write(cast["eva"], name=Bilingual("Comedor (inventado)"), needs=["comida"])
    done = bring(cast, [GOOD | {"zona": "", "ciudad": "", "id": str(old.uid), "aviso": "Obras"}])
    assert (done.made, done.changed) == (0, 1)
    old.refresh_from_db()
    assert (old.alert, old.cost) == ("Obras", "free")


def test_twice_in_one_table_or_of_another_institution(cast):
    other = write(cast["diego"], code="DEMO:ONG-GT")
    rows = [GOOD, GOOD, GOOD | {"nombre": "Otro", "id": str(other.uid)},
            GOOD | {"nombre": "Tercero", "institucion": "SRE"}]  # fmt: skip
    said = [" ".join(each.row.problems) for each in examine(begin(cast, rows)).verdicts]
    assert said[0] == ""
    assert "fila 2" in said[1]
    assert "otra institución" in said[2]
    assert "no es INM HN" in said[3]


def test_a_table_of_several_institutions_of_a_country(cast):
    rows = [GOOD, GOOD | {"institucion": "SRECI"}, GOOD | {"institucion": "DGM:HN", "nombre": "Otro"},
            GOOD | {"institucion": "DEMO:CEN-HN", "nombre": "De quien se rige sola"}]  # fmt: skip
    hidden = examine(begin(cast, rows)).verdicts
    assert [each.body.code for each in hidden[:3]] == ["DGM:HN", "MRE:HN", "DGM:HN"]
    assert [bool(each.row.problems) for each in hidden[:3]] == [False, False, False]
    done = bring(cast, rows[:3])
    assert (done.made, done.changed) == (3, 0)
    assert Service.objects.get(body__code="MRE:HN").confirmed_on is None  # she does not run it
    assert Service.objects.filter(body__code="DGM:HN", confirmed_by=cast["eva"]).count() == 2
    again = bring(cast, rows[:3])
    assert (again.made, again.changed) == (0, 0)
    theirs = Service.objects.get(body__code="MRE:HN")
    (moved,) = examine(begin(cast, [GOOD | {"id": str(theirs.uid)}])).verdicts
    assert "otra institución" in " ".join(
        moved.row.problems
    )  # an id does not change its institution


def test_another_may_not_finish_what_reaches_beyond_its_own(cast):
    made = begin(cast, [GOOD | {"institucion": "DEMO:ONG-GT"}], by="ana")
    (row,) = examine(made, cast["ana"]).verdicts
    assert "cuyos servicios usted escriba" in " ".join(row.row.problems)


def test_what_looks_like_one_that_is_there_is_asked_about(cast):
    write(cast["ana"], code="MRE:HN", name=Bilingual("Comedor inventado central"), phone="22220000")
    rows = [GOOD, GOOD | {"nombre": "Central, comedor inventado", "telefono": ""},
            GOOD | {"nombre": "Nada que ver", "telefono": "9999-0000"}]  # fmt: skip
    found = examine(begin(cast, rows))
    assert [each.row.number for each in found.suspect] == [2]
    done = bring(cast, rows, leave=[2])
    assert done.made == 2


def test_out_and_in_changes_nothing(cast, client):
    write(cast["eva"], name=Bilingual("=1+1", "Way"), needs=["salud"], phone="+504 2222",
          minimum_age=3, sex="women", asks_status="yes", cost="paid", area="HN-CR", safe=True,
          traits={"areas": ["HN-FM"], "languages": ["ht"], "populations": ["ninez"]})  # fmt: skip
    client.force_login(cast["eva"])
    table = client.get(reverse("services:export") + "?de=DGM:HN").getvalue()
    assert next(csv.reader(io.StringIO(table.decode("utf-8-sig")))) == list(COLUMNS)
    sent = client.post(START, {"file": SimpleUploadedFile("s.csv", table)})
    found = examine(Bringing.objects.select_related("body").get())
    assert sent.status_code == 302
    assert (found.new, found.changed, found.same, len(found.wrong)) == (0, 0, 1, 0)


@pytest.mark.skipif(
    not WHERE.exists(), reason="the upstream examples are not beside the repository"
)
@pytest.mark.parametrize("name", ["service_full", "service_list"])
def test_the_upstream_examples_come_in(cast, client, name):
    client.force_login(cast["eva"])
    content = (WHERE / "examples" / f"{name}.json").read_bytes()
    client.post(START, {"file": SimpleUploadedFile("x.json", content), "need": "animo"})
    made = Bringing.objects.get()
    page = client.get(made.get_absolute_url()).content.decode()
    assert "Community Counselling" in page or "Traerlos" in page
    client.post(made.get_absolute_url())
    service = Service.objects.get()
    assert str(service.uid) == json.loads(content).get("id", str(service.uid))
    assert service.name.es == "Community Counselling"
    found = client.get(f"/api/hsds/services/{service.uid}").json()
    checker("service").validate(found)


def test_ours_as_hsds_comes_back_the_same(cast, client):
    write(cast["eva"], needs=["salud", "ninez"], traits={"populations": ["ninez"]}, area="HN-FM")
    client.force_login(cast["eva"])
    out = client.get(reverse("services:export") + "?de=DGM:HN&forma=json").content
    client.post(START, {"file": SimpleUploadedFile("x.json", out)})
    (verdict,) = examine(Bringing.objects.select_related("body").get()).verdicts
    assert verdict.known is not None
    assert verdict.row.traits["needs"] == ["salud", "ninez"]
    assert verdict.row.traits["populations"] == ["ninez"]


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"{", "no es JSON"), (b"[" * 200_000, "no es JSON"), (b"[1]", "no trae servicios"),
        (b"[]", "ningún servicio"), (b'{"contents": 3}', "no trae servicios"), (b"", "vac"),
        (b"nombre\nx", "sirve_para"), (b"%PDF-1.4", "XLSX y CSV"),
    ],
)  # fmt: skip
def test_files_that_are_none(cast, client, content, why):
    client.force_login(cast["eva"])
    page = client.post(START, {"file": SimpleUploadedFile("x", content)}).content.decode()
    assert why in page
    assert not Bringing.objects.exists()


def test_thrown_away_nothing_stays_and_others_have_no_part_in_it(cast, client):
    made = begin(cast, [GOOD | {"plazas": "x"}])
    client.force_login(cast["carla"])
    assert client.get(made.get_absolute_url()).status_code == 403
    client.force_login(cast["eva"])
    page = client.get(made.get_absolute_url()).content.decode()
    assert "escriba un número" in page
    assert "Hay filas" in client.post(made.get_absolute_url()).content.decode()
    client.post(reverse("services:throw_away", args=[made.pk]))
    assert not Bringing.objects.exists()


def test_a_table_left_for_a_month_is_thrown_away_and_one_brought_is_not(today, cast, time_machine):
    begin(cast, [GOOD])
    done = bring(cast, [GOOD])
    time_machine.move_to("2026-12-26 12:00Z")
    forget_bringings.run()
    assert list(Bringing.objects.all()) == [done]
