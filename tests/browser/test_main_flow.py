"""The main job, as two people do it: minutes in, both Secretariats, the agenda."""

import re

from tests.agenda.test_review import TEXT


def take_in(page):
    page.click("a:has-text('Traer un acta')")
    page.fill("[name=title]", "Seguimiento de prueba")
    page.fill("[name=starts]", "3/3/2014")
    paper = {"name": "acta.txt", "mimeType": "text/plain", "buffer": TEXT.encode()}
    page.set_input_files("[name=file]", paper)
    page.click("text=Leer el acta")
    page.wait_for_url(re.compile(r"/actas/\d+/$"))
    assert "Se encontraron 3 elementos" in page.inner_text("main")
    return page.url


def test_minutes_in_agenda_out(visit):
    scripts = False  # with them: test_table_flow
    ana = visit("ana", java_script_enabled=scripts)
    ana.goto("/")
    address = take_in(ana)
    for left in (2, 1, 0):
        ana.click("button:has-text('Aceptar')")
        waiting = f"{left} espera" if left else "nada espera por usted"
        ana.wait_for_selector(f".tally:has-text('{waiting}')")
    beto = visit("beto", java_script_enabled=scripts)
    beto.goto(address)
    assert "La RROCM enviará a la ST de la CRM" in beto.inner_text(".paper")
    beto.click("button:has-text('Aceptar')")
    beto.wait_for_selector(".tally:has-text('1 de 3 en la agenda')")
    public = visit(java_script_enabled=scripts)
    public.goto("/agenda/?reunion=seguimiento-de-prueba-2014")
    public.click("a.what")
    assert "15 de abril de 2014" in public.inner_text("main")
    assert "línea 5 del acta" in public.inner_text("main")
    assert "informe." in public.inner_text("blockquote")


def test_review_by_keyboard(visit):
    page = visit("ana")
    page.goto("/")
    take_in(page)
    page.keyboard.press("j")
    page.wait_for_url(re.compile(r"n=2$"))
    page.keyboard.press("k")
    page.wait_for_url(re.compile(r"n=1$"))
    page.keyboard.press("a")
    page.wait_for_selector(".grid a[data-n='1'].mine")
    page.wait_for_selector(".paper .mark.mine[data-n='1']")
    page.wait_for_url(re.compile(r"n=2$"))
    page.keyboard.press("x")
    page.keyboard.type("No es un acuerdo; ja.")
    page.click("text=Rechazar con esta razón")
    page.wait_for_selector(".paper .mark.rejected[data-n='2']")
    page.go_back()
    page.wait_for_load_state("networkidle")  # the page as it was, with its script at work again
    page.click(".line[id='l8'] .no")
    assert page.input_value("[name=first]") == "8"
    page.click("[data-keys] >> xpath=ancestor::details/summary")
    page.uncheck("[data-keys]")
    before = page.url
    page.keyboard.press("j")
    page.wait_for_timeout(200)
    assert page.url == before


def test_marks_in_the_paper_open_their_candidate(visit):
    page = visit("ana")
    page.goto("/")
    take_in(page)
    page.click(".mark[data-n='3']")
    page.wait_for_selector(".candidate[data-n='3']")
    assert "por reconocer" in page.inner_text(".candidate")
