"""Positions through their pages: the sentence, a country's own word, a validator, a note."""

from django.urls import reverse

from consuno.consultation.models import Position
from tests.consultation.test_drafting import body, proposal
from tests.consultation.test_positions import by_letter, version

__all__ = ["proposal", "version"]


def go(name, version, *more):
    return reverse(f"consultation:{name}", args=[version.proposal_id, *more])


def test_a_country_objects_its_validator_confirms_and_it_clears_it(version, cast, as_person):
    by_letter(version, cast["ana"], skip={"PAIS:SV"})
    carla = as_person("carla")
    assert (
        "Falta 1 postura (El Salvador)"
        in carla.get(version.proposal.get_absolute_url()).content.decode()
    )
    data = {"body": body("PAIS:SV").pk, "kind": "objection", "text": "Contra la política.",
            "clauses": ["2"], "resolves": ""}  # fmt: skip
    wrong = carla.post(go("take_position", version), data).content.decode()
    assert "qué la resolvería" in wrong
    assert "Contra la política." in wrong  # nothing written is lost
    carla.post(go("take_position", version), {**data, "resolves": "Quitarla."})
    found = Position.objects.get(kind="objection")
    page = carla.get(go("positions", version)).content.decode()
    assert "espera a quien valida" in page
    assert go("confirm_position", version, found.pk) not in page
    as_person("carla").post(go("confirm_position", version, found.pk))
    found.refresh_from_db()
    assert found.confirmed_at is None
    marta = as_person("marta")
    assert (
        go("confirm_position", version, found.pk)
        in marta.get(go("positions", version)).content.decode()
    )
    marta.post(go("confirm_position", version, found.pk))
    page = as_person("eva").get(go("positions", version)).content.decode()
    assert "El Salvador mantiene objeción a la cláusula 2." in page
    carla = as_person("carla")
    carla.post(go("take_position", version), {"body": body("PAIS:SV").pk, "kind": "consent"})
    assert "Hay consenso." in carla.get(go("positions", version)).content.decode()


def test_the_secretariat_writes_down_a_note(version, as_person):
    ana = as_person("ana")
    data = {"body": body("PAIS:GT").pk, "kind": "consent"}
    assert "obligatorio" in ana.post(go("take_position", version), data).content.decode()
    ana.post(go("take_position", version), {**data, "instrument": "Nota 9 (inventada)"})
    assert "La anotó la Secretaría: Nota 9" in ana.get(go("positions", version)).content.decode()


def test_who_may_not_speak_gets_no_form(version, as_person):
    assert as_person("diego").get(go("take_position", version)).status_code == 403
    assert "Dar la postura" not in as_person("diego").get(go("positions", version)).content.decode()
