"""The pages of a proposal, as those who write and read it use them."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from consuno.consultation import actions
from consuno.consultation.models import Proposal
from tests.agenda import papers
from tests.consultation.test_drafting import TEXT, clause, draft, proposal, propose, take
from tests.files import AS_IT_CAME, CLEAN, png

__all__ = ["proposal"]


def test_from_a_commitment_to_a_fixed_text_and_its_redline(cast, as_person, agenda):
    from consuno.agenda.models import Commitment
    from consuno.directory.models import Body

    page = as_person("beto")
    origin = Commitment.objects.get(ref="1.A.a1")
    form = page.get(reverse("consultation:propose"), {"commitment": origin.pk}).content.decode()
    assert re.search(rf'<option value="{origin.pk}" selected', form)
    data = {"title_es": "Protocolo (prueba)", "body": Body.objects.get(code="RROCM").pk,
            "kind": "protocol", "purpose": "consensus", "authentic": "es",
            "commitment": origin.pk}  # fmt: skip
    made = Proposal.objects.get(
        pk=int(page.post(reverse("consultation:propose"), data).url.split("/")[2])
    )
    whole = reverse("consultation:whole", args=[made.pk, 1])
    assert "uno de los dos" in page.post(whole, {"language": "es", "text": ""}).content.decode()
    page.post(whole, {"language": "es", "text": "\n\n".join(TEXT)})
    text = page.get(reverse("consultation:version", args=[made.pk, 1])).content.decode()
    assert TEXT[0] in text
    assert text.count("falta la traducción") == 3
    ana = as_person("ana")
    ana.post(reverse("consultation:freeze", args=[made.pk, 1]))
    ana.post(reverse("consultation:begin_version", args=[made.pk]))
    second = draft(made)
    address = reverse("consultation:clause", args=[made.pk, 2, 2])
    ana.post(address, {"es": TEXT[1].replace("no será", "nunca será"), "en": "Never."})
    ana.post(reverse("consultation:place_clause", args=[made.pk, 2, 3]), {"word": "up"})
    compare = reverse("consultation:compare", args=[made.pk, 2])
    red = ana.get(compare).content.decode()
    assert ana.get(compare, {"desde": "²"}).status_code == 200
    assert re.search(r"<del>no</del><ins\s*>nunca</ins>", red)
    assert "cambió de lugar" in red
    assert second.clauses.count() == 3
    few = ana.get(
        reverse("consultation:compare", args=[made.pk, 2]), {"solo": "cambios"}
    ).content.decode()
    assert TEXT[0] not in few


def test_what_of_a_file_was_not_taken_in_is_said(proposal, cast, as_person):
    """What was struck through is no clause, and whoever brought the file hears of it."""
    struck = "<w:r><w:rPr><w:strike/></w:rPr><w:t>Esto no.</w:t></w:r>"
    body = (
        f"<w:p>{papers.run('Primera (prueba).')}</w:p><w:p>{papers.run('Segunda ')}{struck}</w:p>"
    )
    address = reverse("consultation:whole", args=[proposal.pk, 1])
    file = SimpleUploadedFile("texto.docx", papers.word(body))
    page = (
        as_person("beto")
        .post(address, {"language": "es", "file": file}, follow=True)
        .content.decode()
    )
    assert "Hay texto tachado" in page
    assert "Esto no." not in page
    assert [each.es for each in draft(proposal).clauses.all()] == [
        "Primera (prueba).",
        "Segunda […]",
    ]


def test_a_draft_is_for_those_who_write_it(proposal, cast, as_person):
    take(proposal, cast["beto"])
    address = draft(proposal).get_absolute_url()
    assert as_person("carla").get(address).status_code == 403
    assert as_person("carla").get(proposal.get_absolute_url()).status_code == 403
    listed = reverse("consultation:proposals")
    assert str(proposal) not in as_person("carla").get(listed).content.decode()
    assert str(proposal) in as_person("beto").get(listed).content.decode()
    actions.freeze(version=draft(proposal), by=cast["ana"])
    assert TEXT[0] in as_person("carla").get(address).content.decode()
    assert str(proposal) in as_person("carla").get(listed).content.decode()
    assert as_person("fermin").get(address).status_code == 404


def test_a_hidden_organisation_is_not_named(cast, as_person):
    made = propose(cast["diego"], "DEMO:ONG-GT")
    take(made, cast["diego"])
    actions.freeze(version=draft(made), by=cast["ana"])
    page = as_person("carla").get(made.get_absolute_url()).content.decode()
    assert "una organización de la red" in page
    listed = as_person("carla").get(reverse("consultation:proposals")).content.decode()
    assert str(made.proposer) not in page + listed


def test_a_word_file_comes_in_and_a_bad_one_says_so(proposal, cast, as_person):
    import io

    from docx import Document

    paper = Document()
    for text in TEXT:
        paper.add_paragraph(text)
    kept = io.BytesIO()
    paper.save(kept)
    page = as_person("beto")
    whole = reverse("consultation:whole", args=[proposal.pk, 1])
    file = SimpleUploadedFile("texto.docx", kept.getvalue())
    page.post(whole, {"language": "es", "file": file})
    assert [each.es for each in draft(proposal).clauses.all()] == TEXT
    bad = SimpleUploadedFile("texto.docx", b"PK\x03\x04 no es nada")
    answer = page.post(whole, {"language": "es", "file": bad})
    assert answer.status_code == 200
    assert draft(proposal).clauses.count() == 3  # nothing was lost


def test_files_topics_and_what_changes(proposal, cast, as_person):
    take(proposal, cast["beto"])
    page = as_person("beto")
    page.post(
        reverse("consultation:add_artefact", args=[proposal.pk, 1]),
        {"kind": "diagram", "file": SimpleUploadedFile("ruta.bpmn", b"<x/>")},
    )
    file = draft(proposal).artefacts.get()
    assert (
        page.get(reverse("consultation:artefact", args=[proposal.pk, 1, file.pk])).content
        == b"<x/>"
    )
    assert AS_IT_CAME in page.get(draft(proposal).get_absolute_url()).content.decode()
    page.post(
        reverse("consultation:add_artefact", args=[proposal.pk, 1]),
        {"kind": "diagram", "file": SimpleUploadedFile("ruta.png", png())},
    )
    assert CLEAN in page.get(draft(proposal).get_absolute_url()).content.decode()
    from consuno.consultation.queries.texts import topics

    first = topics(proposal)[0]
    page.post(reverse("consultation:cover", args=[proposal.pk, 2]), {"topic": [first.pk, "x"]})
    table = page.get(reverse("consultation:topics", args=[proposal.pk])).content.decode()
    assert "30 temas sin ninguna cláusula" in table
    page.post(
        reverse("consultation:describe", args=[proposal.pk, 1]),
        {"changelog_es": "Primera", "changelog_en": "First", "reference": ""},
    )
    assert "Primera" in page.get(draft(proposal).get_absolute_url()).content.decode()
    page.post(reverse("consultation:artefact", args=[proposal.pk, 1, file.pk]))
    page.post(reverse("consultation:place_clause", args=[proposal.pk, 1, 1]), {"word": "out"})
    page.post(
        reverse("consultation:add_clause", args=[proposal.pk, 1]) + "?despues=2",
        {"es": "Fin", "en": ""},
    )
    assert [each.es for each in draft(proposal).clauses.all()] == [TEXT[1], "Fin", TEXT[2]]
    page.post(reverse("consultation:withdraw", args=[proposal.pk]))
    assert "retirada" in page.get(reverse("consultation:proposals")).content.decode()


@pytest.mark.parametrize("many", [5, 40])
def test_pages_ask_the_same_whatever_the_length(
    proposal, cast, as_person, many, django_assert_max_num_queries
):
    take(
        proposal,
        cast["beto"],
        [f"Cláusula {n} de la prueba, con sus palabras." for n in range(many)],
    )
    actions.freeze(version=draft(proposal), by=cast["ana"])
    actions.begin_version(proposal=proposal, by=cast["ana"])
    assert clause(proposal, many).uid == many
    page = as_person("ana")
    for name, args in (("version", [2]), ("compare", [2]), ("topics", [])):
        with django_assert_max_num_queries(22):
            page.get(reverse(f"consultation:{name}", args=[proposal.pk, *args]))


def test_what_changed_of_the_files_stands_beside_the_text(proposal, cast, as_person):
    def attach(name, content):
        actions.add_artefact(
            version=draft(proposal), kind="table", file_name=name, content=content, by=cast["beto"]
        )

    take(proposal, cast["beto"])
    for name, content in (("a.csv", b"1"), ("b.csv", b"2"), ("c.csv", b"3")):
        attach(name, content)
    actions.freeze(version=draft(proposal), by=cast["ana"])
    second = actions.begin_version(proposal=proposal, by=cast["beto"])
    for each in second.artefacts.exclude(file_name="a.csv"):
        actions.remove_artefact(artefact=each, by=cast["beto"])
    attach("c.csv", b"another")
    attach("d.csv", b"4")
    page = as_person("beto").get(f"{second.get_absolute_url()}cambios/").content.decode()
    assert "a.csv" not in page
    for name, words in (("b.csv", "quitado"), ("c.csv", "es otro"), ("d.csv", "nuevo")):
        assert re.search(rf"<li>\s*{name} <span[^>]*>{words}<", page), name


def test_texts_about_the_same_are_shown_together_to_who_may_read_them(proposal, cast, as_person):
    take(proposal, cast["beto"])
    other = propose(cast["carla"], "DGM:SV", commitment=proposal.commitment)
    alone = propose(cast["beto"])
    page = as_person("ana").get(proposal.get_absolute_url()).content.decode()
    assert "Otras sobre lo mismo" in page
    assert other.get_absolute_url() in page
    assert alone.get_absolute_url() not in page
    actions.freeze(version=draft(proposal), by=cast["ana"])
    assert (
        other.get_absolute_url()
        not in as_person("eva").get(proposal.get_absolute_url()).content.decode()
    )
