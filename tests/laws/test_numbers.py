"""What is no number is never taken for one: «²» is a digit to Python, and a thousand nines are to no database."""

import re
from pathlib import Path

import pytest
from django.test import Client

from consuno.core.text import whole_number
from tests.laws.test_permissions import TABLE

PACKAGE = Path(__file__).resolve().parents[2] / "consuno"
ODD = ["²", "٣", "9" * 40, "9" * 5000, "-1", "1e3", "x\x00", " 7"]


def words_of_links():
    """Every name that a page of ours reads from a link."""
    found = set()
    for path in PACKAGE.rglob("*.py"):
        found |= set(re.findall(r'GET\.get(?:list)?\(\s*"(\w+)"', path.read_text("utf-8")))
    for path in PACKAGE.rglob("*.html"):
        for form in re.findall(r'<form[^>]*method="get".*?</form>', path.read_text("utf-8"), re.S):
            found |= set(re.findall(r'name="(\w+)"', form))
    return sorted(found)


def test_nothing_asks_isdigit():
    wrong = [
        path for path in PACKAGE.rglob("*.py")
        if ".isdigit(" in path.read_text("utf-8") and path.name != "text.py"
    ]  # fmt: skip
    assert wrong == []


@pytest.mark.parametrize("text", ODD)
def test_none_of_these_is_a_number(text):
    assert whole_number(text) is None


def test_these_are():
    assert [whole_number(text) for text in ("0", "7", "999999999")] == [0, 7, 999_999_999]


@pytest.mark.parametrize("who", ["", "ana"])
def test_no_page_breaks_on_an_odd_link(cast, who):
    client = Client()
    if who:
        client.force_login(cast[who])
    names = words_of_links()
    assert len(names) > 30
    for address in [row[1] for row in TABLE.values() if row[0] == "get" and "{" not in row[1]]:
        if "?" in address or "salir" in address:
            continue
        for odd in ("²", "9" * 40):
            answer = client.get(address, dict.fromkeys(names, odd))
            assert answer.status_code < 500, (address, odd)
