"""What stands in an address or a hidden field of a report tells nothing of the others."""

import re

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from consuno.cases import actions
from consuno.cases.models import Attachment
from consuno.core.vault import receipts
from consuno.directory.models import Body
from tests.cases.conftest import PROSECUTION, SHELTER
from tests.cases.test_complaints import draft, receipt, sent
from tests.cases.test_handling import at, page_of, recipient

__all__ = ["at", "draft", "receipt", "recipient", "sent"]


def test_no_address_or_hidden_field_tells_how_many_others_there_are(
    recipient, cast, at, receipt, vaults
):
    """The prosecution's numbers 8 and 12 told that three reports had gone to others in between."""
    actions.add_message(text="Más (inventado).", by=receipt)
    actions.propose_handover(
        recipient=recipient, to=Body.objects.get(code=PROSECUTION), reason="(inventado)",
        opened=vaults[SHELTER], by=cast["gloria"],
    )  # fmt: skip
    phone = Client()
    phone.post("/denuncia/volver/", {"receipt": receipt.code})
    phone.post("/denuncia/archivo/", {"file": SimpleUploadedFile("a.txt", b"x")})
    pages = [at("gloria").get(path).content.decode() for path in ("/atencion/", page_of(recipient))]
    pages.append(phone.get("/denuncia/mia/").content.decode())
    found = {
        part for page in pages for address in re.findall(r'(?:href|action)="(/(?:atencion|denuncia)/[^"?]*)', page)
        for part in address.split("/")
    }  # fmt: skip
    assert recipient.name in found
    assert len([each for each in found if len(each) == 32]) == 3, (
        "the report's, its file's and the proposal's"
    )
    assert not any(each.isdigit() for each in found)
    hidden = re.findall(r'type="hidden" name="[\w-]*seen" value="(\d+)"', pages[1])
    assert hidden == ["1"], "how many messages of this report, and of no other"


def test_a_file_of_another_report_is_not_there(recipient, cast, at, vaults, receipt):
    other = receipts.new()
    actions.begin_complaint(country="GT", codes=[PROSECUTION], by=other)
    actions.save_draft(narrative={"category": "labour", "what": "x"}, identity={}, by=other)
    phone = Client()
    phone.post("/denuncia/volver/", {"receipt": other.code})
    phone.post("/denuncia/archivo/", {"file": SimpleUploadedFile("a.txt", b"x")})
    theirs = Attachment.objects.get()
    for name in (theirs.name, theirs.pk):
        assert (
            at("gloria").get(f"{page_of(recipient)}archivo/{name}/?original=1").status_code == 404
        )
