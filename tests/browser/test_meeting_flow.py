"""A meeting as its people hold it: planned, its agenda computed, its minutes written, circulated and approved."""

AGREED = "La ST de la RROCM enviará a la ST de la CRM el glosario inventado a más tardar el 30 de abril de 2027."


def planned(page):
    page.goto("/reuniones/nueva/")
    page.select_option("[name=series]", "adhoc")
    page.fill("[name=title]", "Reunión de prueba")
    page.fill("[name=starts]", "25/11/2026")
    page.check("[name=public]")
    page.click("main button.main")
    page.wait_for_selector("h1:has-text('Reunión de prueba')")
    base = page.url
    page.goto(f"{base}invitar/")
    page.click("main button.main")
    page.goto(f"{base}agenda/")
    page.click("main button.main")  # computed from how things stand
    page.fill("[name=title]", "Glosario común (prueba)")
    page.click("button:has-text('Agregar')")
    page.wait_for_selector("main :text('Glosario común (prueba)')")
    return base


def written(page, base):
    page.goto(f"{base}acta/")
    page.click("main button.main")
    item = page.locator("article", has_text="Glosario común (prueba)")
    item.locator("[name=discussion]").fill("Se leyó (prueba).")
    item.locator("[name=agreement]").fill(AGREED)
    item.locator("button:has-text('Guardar')").click()
    page.wait_for_selector(
        "article small.done:has-text('30 de abril de 2027')"
    )  # what the reader sees
    page.click("button:has-text('Pedir la venia')")


def word(page, base, button):
    page.goto(f"{base}acta/")
    page.click(f"button:has-text('{button}')")
    page.wait_for_load_state()


def test_from_the_plan_to_the_agenda_without_scripts(visit, time_machine):
    def as_person(who=""):
        return visit(who, java_script_enabled=False)

    ana = as_person("ana")
    base = planned(ana)
    written(ana, base)
    word(as_person("luis"), base, "Dar la venia")
    carla = as_person("carla")
    carla.goto(f"{base}acta/")
    carla.fill("[name=text]", "Dice leyó: léase estudió.")
    carla.click("button:has-text('Pedirla')")
    word(as_person("beto"), base, "No se recoge")  # without saying why: refused, and asked for
    beto = as_person("beto")
    beto.goto(f"{base}acta/")
    beto.fill("[name=reason]", "Así se dijo (prueba).")
    beto.click("button:has-text('No se recoge')")
    time_machine.move_to("2026-12-20 15:00Z")
    for who in ("ana", "beto"):
        word(as_person(who), base, "Confirmar los acuerdos")
    for who in ("ana", "beto"):
        word(as_person(who), base, "Aprobar el acta por")
    public = as_person()
    public.goto("/agenda/?q=glosario+inventado")
    public.click("a.what")
    assert "30 de abril de 2027" in public.inner_text("main")
