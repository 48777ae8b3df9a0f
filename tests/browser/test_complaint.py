"""A report in a real browser without scripts, each page of it accessible, on a telephone; and who reads it."""

import pytest

from tests.browser.test_accessible import problems
from tests.cases.conftest import SHELTER, cheap, vaults

__all__ = ["cheap", "vaults"]
PHONE = {"width": 375, "height": 740}


def looked_at(page):
    """Nothing that axe objects to, nothing wider than the telephone."""
    page.wait_for_load_state("networkidle")  # a press leads to a page that may still be on its way
    assert problems(page) == [], page.url
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0, page.url


def test_without_scripts_from_the_first_page_to_the_answer(visit, vaults):
    page = visit(java_script_enabled=False, viewport=PHONE)
    page.goto("/denuncia/")
    page.select_option("#pais", "GT")
    page.click("main button.main")
    page.check(f'input[value="{SHELTER}"]')
    page.click("main button.main")
    words = page.locator(".words li").all_inner_texts()
    assert len(words) == 12
    page.click("button.main")
    page.fill("textarea", "Le quitaron sus papeles (historia inventada).")
    page.click("main button.main")
    page.click("main button.main")
    assert page.inner_text("h1") == "Está enviada"
    page.click("button.exit", no_wait_after=True)

    other = visit(java_script_enabled=False, viewport=PHONE)
    other.goto("/denuncia/volver/")
    other.fill("textarea", " ".join(words))
    other.click("main button.main")
    assert other.inner_text("h1") == "Está enviada"

    desk = visit("gloria")
    desk.goto("/atencion/")
    desk.click("main table a")
    desk.fill("#id_passphrase", "x")
    desk.click("main button.main")
    assert "Le quitaron sus papeles" in desk.inner_text("main")
    desk.fill("#id_reply-text", "¿Está a salvo? (inventado)")
    desk.click("text=Enviar")
    other.reload()
    assert "¿Está a salvo? (inventado)" in other.inner_text("main")


@pytest.mark.parametrize(("language", "scheme"), [("es-SV", "light"), ("en-CA", "dark")])
def test_every_page_of_it_is_accessible(visit, vaults, scheme, language):
    page = visit(viewport=PHONE, color_scheme=scheme, locale=language)
    for path in (
        "/denuncia/",
        "/denuncia/?pais=HN",
        "/denuncia/volver/",
        "/claves/",
        "/quien-ve-que/",
        "/denuncia/?pais=GT",
    ):
        page.goto(path)
        looked_at(page)
    page.check(f'input[value="{SHELTER}"]')
    page.click("main button.main")
    looked_at(page)
    page.click("button.main")
    page.click("main button.main")  # nothing told: refused with its reason
    looked_at(page)
    page.fill("textarea", "Le quitaron sus papeles (historia inventada).")
    page.click("main button.main")
    looked_at(page)
    page.click("main form button.main")
    for path in ("/denuncia/mia/", "/denuncia/archivo/", "/denuncia/quien/", "/denuncia/retirar/"):
        page.goto(path)
        looked_at(page)
    desk = visit("gloria", color_scheme=scheme, locale=language)
    for path in ("/boveda/perdida/", "/boveda/frase/", "/atencion/", "/boveda/"):
        desk.goto(path)
        looked_at(desk)
    desk.fill("#id_passphrase", "x")
    desk.click("main button.main")
    looked_at(desk)
    for path in (f"/directorio/{SHELTER}/claves/", "/atencion/"):
        desk.goto(path)
        looked_at(desk)
    desk.click("main table a")
    looked_at(desk)
