"""What people come to the directory and the library for, in a browser, without scripts."""

from urllib.parse import urlsplit

import pytest

from consuno.core.models import User
from consuno.directory.actions import appoint
from consuno.directory.models import Body, Membership, Role
from consuno.knowledge.actions import load_law
from consuno.services import actions as services
from consuno.services.keys import path_of
from consuno.services.models import Asking, Service
from tests.services.test_services import write

PHONE = {"viewport": {"width": 375, "height": 740}, "java_script_enabled": False}


def wide(page):
    page.wait_for_load_state()
    return page.evaluate("document.documentElement.scrollWidth")


@pytest.fixture
def helps(cast):
    write(cast["eva"], minimum_age=18, sex="women")
    write(cast["eva"], needs=("comida",))


def test_somebody_finds_help_on_a_phone_and_takes_its_card(helps, visit):
    page = visit(**PHONE)
    page.goto("/servicios/")
    page.select_option("[name=necesidad]", "albergue")
    page.select_option("[name=pais]", "HN")
    page.click("main button:has-text('Buscar')")
    assert "1 servicio" in page.inner_text("#resultados")
    page.click("summary")
    page.select_option("[name=sexo]", "men")
    page.click("main button:has-text('Buscar')")
    assert "0 servicios" in page.inner_text("#resultados")
    assert "mujeres" in page.inner_text("main")  # it says why it is not offered
    page.click("main li a:has-text('Casa de paso')")
    assert wide(page) == 375
    page.click("main a:has-text('tarjeta')")
    assert "2222-0000" in page.inner_text("body")


def test_services_are_confirmed_from_a_letter(helps, visit, cast, time_machine):
    time_machine.move_to("2027-02-10 12:00Z")
    services.ask_to_confirm.run()
    page = visit(**PHONE)  # nobody is signed in: the letter's link is enough
    page.goto(path_of(Asking.objects.get(user=cast["eva"])))
    assert Service.objects.filter(confirmed_on__year=2027).count() == 0
    page.click("main form button")
    assert "2" in page.inner_text("main")
    assert Service.objects.filter(confirmed_on__year=2027).count() == 2


def test_three_countries_are_compared(cast, visit):
    load_law()
    page = visit(**PHONE)
    page.goto("/biblioteca/leyes/")
    for code in ("MX", "GT", "HN"):
        page.check(f"main [name=pais][value={code}]")
    page.click("main button:has-text('Comparar')")
    heads = [each.strip() for each in page.locator("main thead th").all_text_contents()]
    assert heads[1:] == ["Guatemala", "Honduras", "México"]
    assert "Decreto 9-2009" in page.inner_text("#medios")
    assert wide(page) == 375


def test_a_focal_point_leaves_and_another_goes_on(cast, visit):
    dgm = Body.objects.get(code="DGM:SV")
    appoint(user=cast["marta"], body=dgm, role=Role.ADMINISTRATOR, by=None)
    carla = Membership.objects.get(user=cast["carla"])
    page = visit("marta", java_script_enabled=False)
    page.goto("/directorio/DGM:SV/personas/")
    row = page.locator("tr", has_text="Carla Demostración").first
    row.locator("summary").click()
    row.locator("a:has-text('Se va de la institución')").click()
    assert "Salida de Carla" in page.inner_text("h1")
    page.select_option("[name=to]", str(cast["marta"].pk))
    page.click("button:has-text('Terminar sus funciones')")
    page.wait_for_url("**/personas/")
    carla.refresh_from_db()
    assert carla.ends is not None
    assert urlsplit(page.url).path == "/directorio/DGM:SV/personas/"
    assert User.objects.get(pk=cast["carla"].pk).is_active
    public = visit(**PHONE)
    public.goto("/directorio/red/")
    assert "vacante" in public.inner_text("main").lower()
