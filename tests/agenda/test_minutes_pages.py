"""Minutes in, through the pages: what people send, good and bad."""

import io
import zipfile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from docx import Document

from consuno.agenda import actions
from consuno.agenda.models import Candidate, Commitment, Minutes
from tests.agenda import papers
from tests.agenda.test_review import DAY, TEXT, candidate, record

FIELDS = {"title": "Seguimiento", "starts": "03/03/2014", "public": "on"}


def upload(content, name="acta.txt"):
    return SimpleUploadedFile(name, content)


def send(client, **changes):
    return client.post("/actas/nueva/", {**FIELDS, **changes})


def word_file(*, table=()):
    document = Document()
    for line in TEXT.strip().split("\n"):
        document.add_paragraph(line)
    document.add_paragraph("La RROCM enviará un resumen.", style="List Bullet")
    if table:
        grid = document.add_table(rows=0, cols=len(table[0]))
        for row in table:
            for cell, words in zip(grid.add_row().cells, row, strict=True):
                cell.text = words
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


@pytest.mark.parametrize(
    "sent",
    [
        {"text": TEXT},
        {"file": upload(TEXT.encode())},
        {"file": upload(TEXT.encode("cp1252"))},
        {"file": upload(TEXT.encode("utf-16"))},
        {"file": upload(b"\xef\xbb\xbf" + TEXT.encode(), "ACTA.MD")},
        {"file": upload(word_file(), "acta.docx")},
    ],
    ids=["pasted", "utf-8", "cp1252", "utf-16", "bom", "docx"],
)
def test_papers_of_every_kind_are_read(as_person, sent):
    for part in sent.values():
        if hasattr(part, "seek"):
            part.seek(0)
    page = send(as_person("ana"), **sent)
    minutes = Minutes.objects.get()
    assert page.url == f"/actas/{minutes.pk}/"
    assert candidate(minutes, 5).due_on.isoformat() == "2014-04-15"
    html = as_person("ana").get(page.url).content.decode()
    assert "La RROCM enviará a la ST de la CRM" in html
    assert 'data-n="1"' in html


def test_word_lists_and_tables_are_kept_as_lines(as_person):
    content = word_file(table=[("Qué", "Quién"), ("Enviar la lista", "ST-CRM")])
    page = send(as_person("ana"), file=upload(content, "acta.docx"))
    assert page.status_code == 302
    minutes = Minutes.objects.get()
    assert "• La RROCM enviará un resumen." in minutes.text
    assert "| Enviar la lista | ST-CRM |" in minutes.text
    original = as_person("beto").get(f"/actas/{minutes.pk}/original/")
    assert original.content == content
    assert original["Content-Disposition"] == 'attachment; filename="acta.docx"'


def bomb():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", b"0" * (60 * 1024 * 1024))
    return out.getvalue()


def entities():
    """A valid Word file whose text is a well-known trap of nested entities."""
    good = zipfile.ZipFile(io.BytesIO(word_file()))
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for part in good.infolist():
            data = good.read(part)
            if part.filename == "word/document.xml":
                head = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))
                kind = f'<!DOCTYPE x [<!ENTITY a0 "ja">{head}]>'.encode()
                data = data.replace(b"<w:document", kind + b"<w:document", 1)
                data = data.replace(b"Acuerdos:", b"&a11;")
            archive.writestr(part.filename, data)
    return out.getvalue()


@pytest.mark.parametrize(
    ("sent", "sentence"),
    [
        ({}, "Elija un archivo o pegue el texto"),
        ({"text": " \n "}, "Está vacío"),
        ({"file": upload(b"")}, "Está vacío"),
        ({"file": upload(b"GIF89a", "acta.gif")}, "Se leen TXT, Markdown, DOCX"),
        ({"file": upload(b"%PDF-1.7", "acta.pdf")}, "está dañado"),
        ({"file": upload(b"\xd0\xcf\x11\xe0" + bytes(600), "acta.doc")}, "Word antiguo"),
        ({"file": upload(b"MZ\x00\x90\xff\x00")}, "no es un texto"),
        ({"file": upload(b"hola", "acta.docx")}, "se llama DOCX u ODT, pero no lo es"),
        ({"file": upload(bomb(), "acta.docx")}, "crece demasiado al abrirse"),
        ({"file": upload(entities(), "acta.docx")}, "está dañado"),
        ({"file": upload(b"x" * (60 * 1024 * 1024))}, "pasa de 10 MB"),
        ({"text": "x" * 500_001}, "Pasa de 500 000 letras"),
        ({"text": TEXT, "starts": "31/02/2014"}, "Escriba un día como 20/02/2013"),
        ({"text": TEXT, "starts": "01/01/2999"}, "todavía no ha llegado"),
        ({"text": TEXT, "ends": "01/03/2014"}, "no puede ser anterior al primero"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_rows_37_and_39_bad_papers_get_a_sentence_and_lose_nothing(as_person, sent, sentence):
    for part in sent.values():
        if hasattr(part, "seek"):
            part.seek(0)
    page = send(as_person("ana"), **sent)
    assert page.status_code == 200
    html = page.content.decode()
    assert sentence in html
    assert 'value="Seguimiento"' in html
    assert not Minutes.objects.exists()


def test_a_text_without_agreements_is_kept_and_says_so(as_person):
    page = send(as_person("ana"), text="Hoy llueve.\nMañana también.")
    html = as_person("ana").get(page.url).content.decode()
    assert "No se encontró ningún acuerdo" in html
    number = Minutes.objects.get().pk
    bad = as_person("ana").post(f"/actas/{number}/agregar/", {"first": 9, "kind": "offer"})
    assert "entre la 1 y la 2" in bad.content.decode()
    as_person("ana").post(f"/actas/{number}/agregar/", {"first": 2, "kind": "offer"})
    assert Candidate.objects.get().quote == "Mañana también."


@pytest.fixture
def minutes(cast):
    return record(cast["ana"])


def decide(client, minutes, number, **data):
    return client.post(f"/actas/{minutes.pk}/{number}/decidir/", {"revision": "1", **data})


def test_deciding_goes_on_to_the_next_that_waits(as_person, minutes):
    client = as_person("ana")
    page = decide(client, minutes, 1, word="accept")
    assert page.url == f"/actas/{minutes.pk}/?n=2"
    page = decide(client, minutes, 2, word="reject", reason="Es de otra reunión.")
    assert page.url == f"/actas/{minutes.pk}/?n=3"
    html = as_person("beto").get(f"/actas/{minutes.pk}/?n=2").content.decode()
    assert "Es de otra reunión." in html
    assert "Lo rechazó." in html
    assert "traída por ST-CRM" in html
    decide(as_person("beto"), minutes, 1, word="accept")
    item = Commitment.objects.get(meeting=minutes.meeting)
    html = as_person("fermin").get(item.get_absolute_url()).content.decode()
    assert item.quote in html
    assert "línea 5 del acta" in html
    assert f"/actas/{minutes.pk}/" not in html
    html = as_person("ana").get(item.get_absolute_url()).content.decode()
    assert f"/actas/{minutes.pk}/?n=1#l5" in html


def test_problems_are_told_where_they_arise(as_person, minutes, cast):
    client = as_person("ana")
    assert "Escriba por qué" in decide(client, minutes, 1, word="reject").content.decode()
    assert "Elija aceptar" in decide(client, minutes, 1, word="nada").content.decode()
    actions.edit(candidate=candidate(minutes, 5), revision=1, by=cast["beto"], statement="Otra.")
    html = decide(client, minutes, 1, word="reject", reason="Porque sí.").content.decode()
    assert "Alguien cambió este elemento" in html
    assert "Porque sí." in html


def form_of(page):
    """What the browser would send back of the edit form, unchanged."""
    form = page.context["form"]
    data = {name: form[name].value() for name in form.fields}
    data["due_on"] = data["due_on"].strftime("%d/%m/%Y") if data["due_on"] else ""
    data["theme"] = data["theme"].pk if data["theme"] else ""
    return {name: value for name, value in data.items() if value not in (False, None)}


def test_saving_without_a_change_makes_no_revision(as_person, minutes):
    client = as_person("ana")
    for each in minutes.candidates.all():
        url = f"/actas/{minutes.pk}/{each.number}/editar/"
        client.post(url, {**form_of(client.get(url)), "revision": 1})
        each.refresh_from_db()
        assert each.revision == 1


def test_editing_and_two_people_at_once(as_person, minutes):
    ana, beto = as_person("ana"), as_person("beto")
    url = f"/actas/{minutes.pk}/3/editar/"
    sent = form_of(ana.get(url))
    changed = {
        **sent,
        "who": ["st-crm", "Mesa Nueva", ""],
        "due_on": "1/6/2014",
        "revision": 1,
        "accept": "1",
    }
    assert ana.post(url, changed).status_code == 302
    each = candidate(minutes, 7)
    assert [row["body"] or row["name"] for row in each.parties] == ["ST-CRM", "Mesa Nueva"]
    assert each.due_on.isoformat() == "2014-06-01"
    assert each.verdicts.get().revision == 2
    page = beto.post(url, {**sent, "statement": "La mía.", "revision": 1})
    html = page.content.decode()
    assert "Alguien cambió este elemento" in html
    assert ">La mía.</textarea>" in html.replace("\n", "")
    assert 'name="revision" value="2"' in html
    assert beto.post(url, {**sent, "statement": "La mía.", "revision": 2}).status_code == 302
    late = {**sent, "due_on": "02/03/2014", "revision": 3}
    assert "anterior a la reunión" in beto.post(url, late).content.decode()


def test_a_lost_session_loses_nothing(cast, minutes, client):
    url = f"/actas/{minutes.pk}/1/editar/"
    sent = {"statement": "Lo que escribí una hora.", "kind": "agreement", "revision": "1"}
    page = client.post(url, {**sent, "actionable": "on"})
    assert page.url == "/cuenta/entrar/?next=/continuar/"
    client.force_login(cast["ana"])
    html = client.get("/continuar/").content.decode()
    assert "Lo que escribí una hora." in html
    assert f'action="{url}"' in html
    assert client.post(url, {**sent, "actionable": "on"}).status_code == 302
    assert candidate(minutes, 5).statement == "Lo que escribí una hora."
    assert client.get("/continuar/").status_code == 302


def test_htmx_gets_the_panel_alone_and_history_the_page(as_person, minutes):
    client, url = as_person("ana"), f"/actas/{minutes.pk}/?n=2"
    part = client.get(url, headers={"HX-Request": "true"})
    assert "<html" not in part.content.decode()
    assert "HX-Request" in part["Vary"]
    again = {"HX-Request": "true", "HX-History-Restore-Request": "true"}
    assert "<html" in client.get(url, headers=again).content.decode()


def test_queries_of_the_review_do_not_grow(as_person, cast, django_assert_max_num_queries):
    long = TEXT + "\n".join(f"{n}. La RROCM enviará el informe {n}." for n in range(4, 200))
    minutes = record(cast["ana"], long, title="Larga", starts=DAY)
    client = as_person("ana")
    client.get("/")  # the first page of a session writes when it was seen
    with django_assert_max_num_queries(14):
        client.get(f"/actas/{minutes.pk}/")
    with django_assert_max_num_queries(14):
        client.get("/actas/")


@pytest.mark.parametrize("query", ["n=0", "n=x", "n=99999999999", "n=%00", "n=-1"])
def test_nonsense_numbers_show_the_first_that_waits(as_person, minutes, query):
    page = as_person("ana").get(f"/actas/{minutes.pk}/?{query}")
    assert page.context["current"].candidate.number == 1


def test_the_review_says_how_the_file_was_read_and_where_pages_begin(as_person):
    from tests.agenda import papers

    paper = papers.pdf(
        "Acuerdos:\n1. La RROCM enviara el informe a la ST.", "2. Honduras convocara."
    )
    page = send(as_person("ana"), file=upload(paper, "acta.pdf"))
    html = as_person("ana").get(page.url).content.decode()
    assert 'class="pagemark">página 2<' in html
    tracked = papers.word(f"<w:p><w:ins>{papers.run('La RROCM enviará el informe.')}</w:ins></w:p>")
    page = send(as_person("ana"), file=upload(tracked, "acta.docx"), title="Otra")
    assert "control de cambios" in as_person("beto").get(page.url).content.decode()


def test_the_review_says_what_of_a_file_was_not_read(as_person):
    struck = "<w:r><w:rPr><w:strike/></w:rPr><w:t>La ST-CRM enviará un plan.</w:t></w:r>"
    hidden = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>Honduras enviará otro.</w:t></w:r>"
    shown = '<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t> Fin.</w:t></w:r>'
    body = f"<w:p>{papers.run('ACUERDOS')}</w:p><w:p>{struck}</w:p><w:p>{hidden}{shown}</w:p>"
    page = send(as_person("ana"), file=upload(papers.word(body), "acta.docx"))
    html = as_person("ana").get(page.url).content.decode()
    assert "Hay texto tachado" in html
    assert "Hay texto oculto" in html
    assert "comentarios al margen" not in html
    assert Minutes.objects.get().text == "ACUERDOS\n[…]\nFin."
