"""A Word file with a table of actions, to the agenda: by keyboard only, and without scripts."""

import io
import re

from docx import Document

BEFORE = "Guatemala quedaría a cargo de hacer llegar la guía a los consulados antes del 30 de abril de 2014."
ROWS = [
    ("Acción", "Responsable", "Plazo"),
    ("Revisar la guía inventada", "Honduras", "15 de abril de 2014"),
    ("Preparar el glosario inventado", "Costa Rica", "30 de mayo de 2014"),
]


def paper():
    document = Document()
    document.add_heading("Acta de la reunión de seguimiento CRM - RROCM", 1)
    document.add_paragraph("Ciudad inventada, 3 de marzo de 2014")
    document.add_paragraph(BEFORE)
    grid = document.add_table(rows=0, cols=3)
    for row in ROWS:
        for cell, words in zip(grid.add_row().cells, row, strict=True):
            cell.text = words
    out = io.BytesIO()
    document.save(out)
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    return {"name": "acta.docx", "mimeType": kind, "buffer": out.getvalue()}


def press(page, selector):
    """As from the keyboard: what has the focus is entered."""
    page.focus(selector)
    page.keyboard.press("Enter")


def take_in(page):
    page.goto("/")
    press(page, "a:has-text('Traer un acta')")
    page.wait_for_selector("[name=title]")
    for name, words in (("title", "Seguimiento con cuadro"), ("starts", "3/3/2014")):
        page.focus(f"[name={name}]")
        page.keyboard.type(words)
    page.set_input_files("[name=file]", paper())
    press(page, "button:has-text('Leer el acta')")
    page.wait_for_url(re.compile(r"/actas/\d+/$"))
    return page.url


def tally(page, words):
    page.wait_for_selector(f".tally:has-text('{words}')")


def test_by_keyboard_only(visit):
    ana = visit("ana")
    address = take_in(ana)
    tally(ana, "2 esperan por usted")
    assert "Honduras" in ana.inner_text(".candidate")
    assert "15 de abril de 2014" in ana.inner_text(".candidate")
    for left in ("1 espera por usted", "nada espera por usted"):
        ana.keyboard.press("a")
        tally(ana, left)
    # Nothing waits but the sentences in which no rule found anything.
    ana.wait_for_selector("article.phrase")
    while BEFORE not in ana.inner_text(".candidate .wording"):
        was = ana.inner_text(".candidate .wording")
        ana.keyboard.press("x")
        ana.wait_for_function(
            "was => !document.querySelector('.wording').innerText.includes(was)", arg=was
        )
    ana.keyboard.press("a")
    ana.wait_for_selector(".paper .mark.waiting.on")
    assert "Guatemala" in ana.inner_text(".facts")
    ana.keyboard.press("a")
    ana.wait_for_selector(".grid a.mine[data-n='3']")
    beto = visit("beto")
    beto.goto(address)
    for on in ("1 de 3", "2 de 3", "3 de 3"):
        beto.keyboard.press("a")
        tally(beto, f"{on} en la agenda")


def test_without_scripts(visit):
    ana = visit("ana", java_script_enabled=False)
    address = take_in(ana)
    for _each in ROWS[1:]:
        ana.click("button:has-text('Aceptar')")
    while BEFORE not in ana.inner_text(".candidate .wording"):
        ana.click("button:has-text('No hay nada')")
    ana.click("button:has-text('Hay algo: tomarla')")
    assert "30 de abril de 2014" in ana.inner_text(".facts")
    ana.click("button:has-text('Aceptar')")
    beto = visit("beto", java_script_enabled=False)
    beto.goto(address)
    for _each in range(3):
        beto.click("button:has-text('Aceptar')")
    tally(beto, "3 de 3 en la agenda")
