"""Where somebody goes on after signing in: only to pages of ours."""

import pytest
from django.test import RequestFactory

from consuno.core.addresses import wanted_next


@pytest.mark.parametrize(
    ("given", "found"),
    [
        ("/agenda/?q=x", "/agenda/?q=x"), ("", ""), ("agenda/", ""), ("//otro.example/", ""),
        ("https://otro.example/", ""), ("/\\otro.example/", ""), ("javascript:alert(1)", ""),
    ],
)  # fmt: skip
def test_only_a_page_of_ours(given, found):
    for request in (
        RequestFactory().get("/", {"next": given}), RequestFactory().post("/", {"next": given}),
    ):  # fmt: skip
        assert wanted_next(request) == found
