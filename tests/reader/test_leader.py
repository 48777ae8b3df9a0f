"""Who leads a duty that names nobody else: "a cargo del …" keeps its article out of the name."""

import pytest

from consuno.reader.parties import Memory, read_leader


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Elaborar un informe, a cargo del Consejo Nacional de Migración.", "Consejo Nacional de Migración"),
        ("Elaborar un informe, a cargo de Panamá.", "Panamá"),
        ("Un taller bajo la dirección del Instituto Andino para marzo.", "Instituto Andino"),
        ("Un informe coordinado por Honduras.", "Honduras"),
        ("A report coordinated by Honduras.", "Honduras"),
    ],
)  # fmt: skip
def test_whoever_leads_is_named_without_what_leads_to_them(text, name):
    assert [each.name for each in read_leader(text, Memory())] == [name]


@pytest.mark.parametrize("text", ["Elaborar un informe.", "a cargo del equipo técnico", ""])
def test_nobody_is_named_where_nobody_is(text):
    assert read_leader(text, Memory()) == ()
