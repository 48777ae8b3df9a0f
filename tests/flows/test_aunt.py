"""A girl's aunt tells what is being done to her, and only those she chose ever know.

Readable by a Secretariat: each step is what a person does on a page. All people are invented.
"""

import io
import re

import pytest
from django.test import Client
from PIL import Image

from consuno.cases.models import Attachment, HandOver, Recipient
from consuno.core.models import AuditEntry
from tests.cases.conftest import CENTRE, PROSECUTION, SHELTER, cheap, vaults
from tests.cases.test_attachments import body_of, photo
from tests.cases.test_handling import allow_transfer, at

__all__ = ["at", "cheap", "vaults"]

STORY = "La niña cuida una casa día y noche. No la dejan salir (historia inventada)."


def press(browser, page, **fields):
    """Fill a form in and press its button; what comes next is shown."""
    answer = browser.post(page, fields, follow=True)
    assert answer.status_code == 200, answer.content.decode()
    return answer.content.decode()


@pytest.mark.acta("II.5", "II.6")
def test_the_aunts_report(vaults, at):
    aunts_phone = Client()

    # She opens the page on a telephone without scripts, and chooses civil society only.
    choice = aunts_phone.get("/denuncia/?pais=GT").content.decode()
    assert "Puede elegir solo la sociedad civil: entonces ninguna autoridad la lee." in choice
    receipt = press(aunts_phone, "/denuncia/empezar/", country="GT", body=SHELTER)
    words = re.findall(r"<li>(\w+)</li>", receipt)
    assert len(words) == 12
    review = press(
        aunts_phone,
        "/denuncia/escribir/",
        what=STORY,
        person="other",
        child="yes",
        category="trafficking",
    )
    assert "Y nadie más." in review
    assert "Está enviada" in press(aunts_phone, "/denuncia/enviar/")

    # The shelter reads it and answers.
    shelters = Recipient.objects.get(body__code=SHELTER)
    desk = at("gloria").get("/atencion/").content.decode()
    assert shelters.complaint.folio in desk
    assert STORY in at("gloria").get(f"/atencion/{shelters.name}/").content.decode()
    press(
        at("gloria"),
        f"/atencion/{shelters.name}/responder/",
        **{"reply-text": "¿Hay una foto de la casa? (inventado)", "reply-asks": "on"},
    )

    # She comes back from another telephone with her twelve words, reads the answer and adds a photo.
    other_phone = Client()
    assert "¿Hay una foto de la casa?" in press(
        other_phone, "/denuncia/volver/", receipt=" ".join(words)
    )
    taken = photo()
    other_phone.post("/denuncia/archivo/", {"file": io.BytesIO(taken)})
    there = f"/atencion/{shelters.name}/archivo/{Attachment.objects.get().name}/"
    clean = body_of(at("gloria").get(there))
    assert not Image.open(io.BytesIO(clean)).getexif()
    assert body_of(at("gloria").get(f"{there}?original=1")) == taken

    # The shelter would hand it over to the child protection of another country: her country has to allow it,
    refused = at("gloria").post(
        f"/atencion/{shelters.name}/proponer/",
        {"handover-to": CENTRE, "handover-reason": "Allí está la niña."},
    )
    assert "no ha confirmado que su ley permita pasar datos a otro país" in refused.content.decode()
    allow_transfer("GT")
    press(
        at("gloria"),
        f"/atencion/{shelters.name}/proponer/",
        **{"handover-to": CENTRE, "handover-reason": "Allí está la niña."},
    )
    assert not Recipient.objects.filter(body__code=CENTRE).exists()

    # and she has to say yes.
    assert "Allí está la niña." in other_phone.get("/denuncia/mia/").content.decode()
    press(other_phone, f"/denuncia/propuesta/{HandOver.objects.get().name}/", answer="all")
    theirs = Recipient.objects.get(body__code=CENTRE)
    page = at("ines").get(f"/atencion/{theirs.name}/").content.decode()
    assert STORY in page
    assert "foto" in page or "file" in page

    # The prosecution of her own country never learns that it exists.
    julio = at("julio")
    for number in (shelters.name, theirs.name, shelters.pk, 999_999):
        assert julio.get(f"/atencion/{number}/").status_code == 404
    assert shelters.complaint.folio not in julio.get("/atencion/").content.decode()
    assert not AuditEntry.objects.filter(verb="section_opened", on_behalf_of=PROSECUTION).exists()
