"""The reader on texts of other bodies: what it found once it goes on finding (figures: docs, reader)."""

from tests.reader import regional
from tests.shared import needs_shared

pytestmark = needs_shared


def test_other_bodies_papers():
    found = regional.measure(corpus=regional.OTHERS)
    assert found.labels == 98
    assert found.f1 >= 0.74
    assert found.right >= 0.92 * found.items
    assert found.dated_right >= 35
    assert found.responsible_right >= 47


def test_their_deadlines():
    right, of, wrong = regional.dates(regional.OTHERS)
    assert of == 30
    assert right >= 28, wrong
