"""Each Secretariat keeps the end of the record that the other cannot change."""

from django.urls import reverse

from consuno.core import audit
from consuno.core.models import AuditSeal
from consuno.core.vault import locks


def test_its_end_is_taken_by_one_and_found_again_by_the_other(cast, as_person):
    locks.begin(cast["gloria"], "x" * 15)
    audit.seal()
    taken = as_person("ana").get(reverse("site:chain_head")).json()
    last = AuditSeal.objects.order_by("-number").first()
    assert (taken["entries"], taken["hash"]) == (last.number, last.hash)
    beto = as_person("beto")
    page = beto.get("/registro/", {"anotado": str(taken)}).content.decode()
    assert f"es el asiento {last.number}" in page
    assert "No está" in beto.get("/registro/", {"anotado": "0" * 64}).content.decode()
