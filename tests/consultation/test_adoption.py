"""Adoption: by consensus only, whole in both languages; declared, certified, published, then closed."""

import datetime

import pytest
from django.urls import reverse

from consuno.consultation import actions
from consuno.consultation.models import Adoption
from consuno.core.policy import Denied
from consuno.directory.models import Role
from consuno.knowledge.models import Instrument
from tests.consultation.test_drafting import draft, proposal, take
from tests.consultation.test_positions import OBJECTION, by_letter, speak
from tests.consultation.test_rounds import open_round

__all__ = ["proposal"]
DAY = datetime.date(2026, 11, 24)


@pytest.fixture
def version(proposal, cast):
    take(proposal, cast["beto"])
    take(proposal, cast["beto"], ["One.", "Two.", "Three."], "en")
    return actions.freeze(version=draft(proposal), by=cast["ana"])


def declare(version, by, **changes):
    given = {"forum": "vm", "on": DAY, "place": "San José"}
    return actions.declare_adoption(version=version, by=by, **(given | changes))


def test_only_the_presidency_and_only_by_consensus(version, cast):
    with pytest.raises(Denied, match="Todavía no hay consenso: Faltan 11 posturas"):
        declare(version, cast["luis"])
    by_letter(version, cast["ana"], skip={"PAIS:SV"})
    speak(version, cast["marta"], **OBJECTION)
    with pytest.raises(Denied, match="mantiene objeción"):
        declare(version, cast["luis"])
    speak(version, cast["carla"])
    for who in ("ana", "beto", "carla"):
        with pytest.raises(Denied, match="Presidencia"):
            declare(version, cast[who])
    with pytest.raises(Denied, match="no ha llegado"):
        declare(version, cast["luis"], on=datetime.date(2026, 12, 1))
    assert declare(version, cast["luis"]).sentence.en == "There is consensus."


def test_not_with_a_round_open_nor_a_language_lacking(proposal, cast):
    take(proposal, cast["beto"])
    found = actions.freeze(version=draft(proposal), by=cast["ana"])
    by_letter(found, cast["ana"])
    with pytest.raises(Denied, match="3 cláusulas en inglés"):
        declare(found, cast["luis"])
    open_round(proposal, cast["ana"])
    with pytest.raises(Denied, match="ronda abierta"):
        declare(found, cast["luis"])


def test_certified_it_is_in_the_library_and_nothing_goes_on(
    version, cast, proposal, as_person, client
):
    from tests.laws.test_matrix import person

    by_letter(version, cast["ana"], skip={"PAIS:HN"})
    speak(version, cast["eva"], "statement", "PAIS:HN", text="Según su presupuesto.")
    speak(
        version,
        person("red@example.org", "RROCM", Role.FOCAL_POINT),
        "network",
        "RROCM",
        text="Que se cumpla.",
    )
    luis = as_person("luis")
    luis.post(
        reverse("consultation:declare_adoption", args=[proposal.pk]),
        {"forum": "vm", "on": "24/11/2026", "place": "San José"},
    )
    adopted = Adoption.objects.get()
    assert [each["body"] for each in adopted.annex] == ["PAIS:HN", "RROCM"]
    assert adopted.sentence.es == "Hay consenso; con declaración de Honduras."
    with pytest.raises(Denied, match="una de las dos Secretarías"):
        actions.certify_adoption(adoption=adopted, by=cast["carla"])
    as_person("beto").post(reverse("consultation:certify_adoption", args=[proposal.pk]))
    adopted.refresh_from_db()
    found = Instrument.objects.get(editions=adopted.edition)
    assert {each.language: each.authentic for each in adopted.edition.texts.all()} == {
        "es": True, "en": False,
    }  # fmt: skip
    client.logout()
    public = client.get(found.get_absolute_url()).content.decode()  # anybody reads it now
    assert version.sha256 in public
    for text in adopted.edition.texts.all():
        assert client.get(text.get_absolute_url()).content.startswith(b"%PDF")
    page = as_person("eva").get(proposal.get_absolute_url()).content.decode()
    assert "Adoptada la versión 1 el 24 de noviembre de 2026" in page
    assert "<strong>Honduras</strong>: Según su presupuesto." in page
    for act in (
        lambda: actions.begin_version(proposal=proposal, by=cast["ana"]),
        lambda: speak(version, cast["carla"]),
        lambda: actions.withdraw_proposal(proposal=proposal, by=cast["ana"]),
        lambda: declare(version, cast["luis"]),
        lambda: open_round(proposal, cast["ana"]),
    ):
        with pytest.raises(Denied, match="se adoptó"):
            act()
    with pytest.raises(Denied, match="certificada"):
        actions.certify_adoption(adoption=adopted, by=cast["ana"])


def test_whoever_presses_second_is_told_what_was_decided(version, cast, proposal):
    by_letter(version, cast["ana"])
    declare(version, cast["luis"])
    with pytest.raises(Denied, match="se adoptó"):
        declare(version, cast["luis"])
    first, second = Adoption.objects.get(), Adoption.objects.get()  # two windows, read before
    actions.certify_adoption(adoption=first, by=cast["ana"])
    with pytest.raises(Denied, match="certificada"):
        actions.certify_adoption(adoption=second, by=cast["ana"])
    assert Instrument.objects.filter(editions__adoption__version=version).count() == 1


def test_a_version_that_two_fix_is_fixed_once(proposal, cast):
    take(proposal, cast["beto"])
    one, other = draft(proposal), draft(proposal)
    actions.freeze(version=one, by=cast["ana"])
    with pytest.raises(Denied, match="ya circuló"):
        actions.freeze(version=other, by=cast["ana"])
