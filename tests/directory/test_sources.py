"""Only a public document with its date makes a fact look «con fuente»."""

import pytest

from consuno.directory.models.fact import Look
from consuno.directory.sources import counts
from consuno.knowledge.models import Provision

PUBLIC = [
    "https://www.refworld.org/x", "state.gov/reports/2020-trafficking-in-persons-report/belize",
    "Acta de San Salvador línea 7", "Ley 9095 (Costa Rica), art. 6", "Decreto Ejecutivo 10 (Panamá)",
    "DOF 14-06-2012", "Código Penal, art. 202 ter", "18 U.S.C. 1591", "Trafficking in Persons (Prohibition) Act 2013",
]  # fmt: skip
NOT = [
    "", "Nota DGME 12", "Llamada del 3 de mayo", "El punto focal", "conocimiento de la oficina", "ana@example",
    "inventado para la demostración", "p. 12", "Acta", "Lo dijo el Sr. Equis.", "reunión n.º 4",
]  # fmt: skip


@pytest.mark.parametrize("source", PUBLIC)
def test_a_public_document_counts_and_only_with_its_date(source):
    assert counts(source, "2020")
    assert not counts(source, "")


@pytest.mark.parametrize("source", NOT)
def test_what_nobody_can_look_up_does_not(source):
    assert not counts(source, "2026-11-30")
    assert Provision(source=source, as_of="2026-11-30").look == Look.UNCONFIRMED


@pytest.mark.django_db
def test_unconfirmed_is_said_in_words(client, agenda):
    from consuno.knowledge.actions import load_law

    load_law()
    page = client.get("/biblioteca/leyes/").content.decode().partition("<tbody")[2]
    bare = page.count("tag warn")
    assert bare > 5
    assert page.count("<small>por confirmar</small>") == bare
