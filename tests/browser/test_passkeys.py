"""Passkeys, with the browser's own virtual authenticator."""

import pytest

PASSWORD = "caballo-bateria-grapa"


@pytest.fixture
def page(visit):
    """Carla, on a machine that has an authenticator which always recognises her."""
    opened = visit("carla")
    session = opened.context.new_cdp_session(opened)
    session.send("WebAuthn.enable")
    options = {
        "protocol": "ctap2", "transport": "internal", "hasResidentKey": True,
        "hasUserVerification": True, "isUserVerified": True, "automaticPresenceSimulation": True,
    }  # fmt: skip
    session.send("WebAuthn.addVirtualAuthenticator", {"options": options})
    return opened


def leave(page):
    page.click("form[action='/cuenta/salir/'] button")
    page.wait_for_selector("a[href^='/cuenta/entrar/']")


def test_a_passkey_opens_the_account_by_itself_or_after_the_password(page, cast):
    cast["carla"].set_password(PASSWORD)
    cast["carla"].save()
    page.goto("/cuenta/entrar/")  # changing her password ended her session
    page.click('button[value="carla@example.org"]')
    page.goto("/cuenta/llaves/nueva/")
    page.fill("[name=password]", PASSWORD)  # who she is, once more
    page.click("main form button.main")
    page.fill("[name=name]", "mi teléfono")
    page.check("[name=passwordless]")
    page.click("#add_passkey")
    page.wait_for_selector("ul.codes")
    leave(page)
    page.goto("/cuenta/entrar/")
    page.click("#passkey_login")
    page.wait_for_selector(".whoami:has-text('Carla')")
    leave(page)
    page.goto("/cuenta/entrar/")
    page.fill("[name=login]", "carla@example.org")
    page.fill("[name=password]", PASSWORD)
    page.click("#id_password >> xpath=ancestor::form//button")
    page.click("#use_passkey")
    page.wait_for_selector(".whoami:has-text('Carla')")
    page.goto("/cuenta/llaves/")
    assert "mi teléfono" in page.inner_text("main")
    page.click("main a[href$='/quitar/']")
    page.fill("[name=password]", PASSWORD)
    page.click("main form button.main")
    page.click("main form button:has-text('Quitarla')")
    page.wait_for_selector("text=Todavía no tiene ninguna")


def test_without_an_authenticator_the_page_says_what_to_do(visit):
    page = visit()
    page.goto("/cuenta/entrar/")
    page.evaluate("() => { navigator.credentials.get = () => Promise.reject(new Error('no')) }")
    page.click("#passkey_login")
    page.wait_for_selector("text=entre con su contraseña y un código")


def test_without_scripts_no_button_is_left_that_does_nothing(visit):
    page = visit(java_script_enabled=False)
    page.goto("/cuenta/entrar/")
    assert not page.is_visible("#passkey_login")
