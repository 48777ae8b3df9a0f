"""A real browser on the running site; skipped, saying so, where there is none."""

import os
import shutil

import pytest

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
]  # fmt: skip


def pytest_collection_modifyitems(items):
    for item in items:
        if "tests/browser/" in str(item.path):
            item.add_marker(pytest.mark.browser)
            if CHROMIUM is None:
                reason = "no browser here; to have it: sudo apt-get install -y chromium"
                item.add_marker(pytest.mark.skip(reason=reason))


@pytest.fixture(scope="session")
def browser():
    # Playwright runs an event loop; Django must not take it for asynchronous code of its own.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield opened
        opened.close()


@pytest.fixture
def site(live_server, cast, settings):
    """The running site in demo mode, with its cast."""
    settings.DEMO = True
    return live_server.url


@pytest.fixture
def visit(browser, site):
    """Open a page as a person of the cast (or nobody), with or without scripts."""
    contexts = []

    def open_page(who="", **options):
        options = {"locale": "es-SV", "viewport": {"width": 1280, "height": 900}, **options}
        context = browser.new_context(base_url=site, **options)
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(10_000)
        if who:
            page.goto("/cuenta/entrar/")
            page.click(f'button[value="{who}@example.org"]')
            page.wait_for_load_state()
        return page

    yield open_page
    for context in contexts:
        context.close()
