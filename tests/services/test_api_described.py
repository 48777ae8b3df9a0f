"""The API does what its description says, whatever it is sent: schemathesis on every operation."""

import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.core.wsgi import get_wsgi_application
from django.db import close_old_connections
from hypothesis import HealthCheck, given, settings

from tests.services.test_services import today, write

__all__ = ["today"]

OPERATIONS = (
    "/", "/services", "/services/{key}", "/organizations", "/organizations/{key}", "/taxonomies",
    "/taxonomies/{key}", "/taxonomy_terms", "/taxonomy_terms/{key}", "/service_at_locations",
)  # fmt: skip


@pytest.fixture
def described(cast):
    write(cast["eva"], needs=["albergue"])
    # As Django's own client does: the test's transaction must outlive each request.
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield schemathesis.openapi.from_wsgi("/api/hsds/openapi.json", get_wsgi_application())
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


def test_all_operations_are_tried(described):
    paths = {each.ok().path for each in described.get_all_operations()}
    assert paths == {f"/api/hsds{path}" for path in OPERATIONS}


@pytest.mark.parametrize("path", OPERATIONS)
def test_no_server_error_and_no_violation(described, path):
    @settings(
        max_examples=40, deadline=None, database=None, derandomize=True,
        suppress_health_check=list(HealthCheck),
    )  # fmt: skip
    @given(case=described[f"/api/hsds{path}"]["GET"].as_strategy())
    def sent(case):
        case.call_and_validate()

    sent()
