"""The agenda as a tree of themes and populations."""

import pytest

from consuno.agenda import actions
from consuno.agenda.models import Candidate, Commitment, Population
from consuno.agenda.populations import named_in
from consuno.agenda.queries.tree import indented, of_branch, tree
from tests.agenda.test_review import record

TEXT = """Acuerdos:
1. La RROCM elaborará una guía para la niñez migrante y las personas apátridas.
2. La ST de la CRM publicará el informe.
"""


@pytest.fixture
def populations(agenda):
    return list(Population.objects.all())


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("niñas y niños no acompañados", ["ninez"]),
        ("unaccompanied children and stateless persons", ["ninez", "apatridas"]),
        ("los trabajadores migratorios", ["trabajadores"]),
        ("trabajadores de la Secretaría", []),
        ("tráfico ilícito de migrantes", ["trafico-ilicito"]),
        ("el tráfico de la ciudad", []),
        ("LAS VÍCTIMAS DE TRATA", ["victimas-trata"]),
        ("mujeres retornadas", ["mujeres", "retornadas"]),
    ],
)
def test_words_name_populations(populations, text, found):
    assert [each.pk for each in named_in(text, populations)] == found


def test_the_agenda_of_2013_hangs_as_its_minutes_put_it(agenda, populations):
    limbs = {limb.key: limb for limb in tree(reader=None)}
    assert list(limbs) == ["trata", "integracion", "vulnerables", "institucional"]
    assert [branch.key for branch in limbs["vulnerables"].branches] == [
        "mujeres", "ninez", "trabajadores", "lgbti", "trafico-ilicito", "retornadas",
        "desplazadas", "apatridas", "sin",
    ]  # fmt: skip
    assert limbs["trata"].counts.total == Commitment.objects.filter(theme="trata").count()
    for population in populations:
        assert Commitment.objects.filter(populations=population, acta_id=population.acta_id)


def test_parts_hang_under_their_whole(agenda):
    rows = indented(list(of_branch("vulnerables", "mujeres", reader=None)))
    assert [(depth, item.ref) for depth, item in rows] == [
        (0, "3.a"), (1, "3.a.1"), (2, "3.a.1.1"), (2, "3.a.1.2"), (1, "3.a.2"), (1, "3.a.3"),
    ]  # fmt: skip


def test_people_put_populations_right(agenda, cast, client):
    minutes = record(cast["ana"], TEXT, title="Poblaciones")
    first = minutes.candidates.get(number=1)
    assert first.populations == ["ninez", "apatridas"]
    client.force_login(cast["ana"])
    page = client.get(f"/actas/{minutes.pk}/?n=1").content.decode()
    assert "Personas apátridas" in page
    form = client.get(f"/actas/{minutes.pk}/1/editar/").context["form"]
    data = {name: form.initial.get(name) or "" for name in form.fields}
    data |= {
        "populations": ["mujeres"],
        "revision": 1,
        "actionable": "on",
        "depends_on": [],
        "theme": first.theme_id or "",
    }
    answer = client.post(f"/actas/{minutes.pk}/1/editar/", data)
    assert answer.status_code == 302, answer.context["form"].errors
    first = Candidate.objects.get(pk=first.pk)
    assert (first.populations, first.revision) == (["mujeres"], 2)
    for who in ("ana", "beto"):
        actions.accept(candidate=first, revision=2, by=cast[who])
    item = Commitment.objects.get(meeting=minutes.meeting)
    assert [each.pk for each in item.populations.all()] == ["mujeres"]


def test_page(agenda, client, django_assert_max_num_queries):
    page = client.get("/agenda/temas/").content.decode()
    assert "Personas apátridas" in page
    with django_assert_max_num_queries(8):
        branch = client.get("/agenda/temas/?tema=vulnerables&poblacion=ninez").content.decode()
    assert "A3.b.1" in branch
    for nothing in ("?tema=nada", "?poblacion=%00", "?tema=sin&poblacion=sin&pagina=x"):
        assert client.get(f"/agenda/temas/{nothing}").status_code == 200


def test_the_board_filters_by_population(agenda, client):
    page = client.get("/agenda/?que=todo&poblacion=lgbti").content.decode()
    assert "A3.d" in page
    assert "A3.a" not in page
    none = client.get("/agenda/?que=todo&tema=trata&poblacion=sin").content.decode()
    assert "A1.3" not in none
