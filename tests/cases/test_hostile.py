"""What somebody types or sends to do harm is shown as text, named harmlessly, or left aside."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from consuno.cases.models import Attachment, Complaint
from tests.cases.test_attachments import phone
from tests.cases.test_complaints import draft, receipt, sent
from tests.cases.test_handling import at, page_of, recipient

__all__ = ["at", "draft", "phone", "receipt", "recipient", "sent"]

CORPUS = (
    "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "</textarea><svg onload=alert(1)>",
    "javascript:alert(1)", "{{ 7|add:7 }}{% debug %}", "' onfocus='alert(1)",
)  # fmt: skip
NAMES = (
    "../../etc/passwd",
    "foto\u202egpj.exe",
    "a\r\nSet-Cookie: x=1.jpg",
    'comi"llas.jpg',
    "ñandú.jpg",
)


@pytest.mark.parametrize("text", CORPUS)
def test_row_35_what_is_typed_is_shown_and_never_run(draft, phone, at, text):
    fields = dict.fromkeys(("what", "where", "when", "name", "contact"), f"x {text}")
    phone.post("/denuncia/escribir/", fields)
    phone.post("/denuncia/enviar/")
    phone.post("/denuncia/mia/", {"text": text})
    page = page_of(draft.recipients.get())
    at("gloria").post(f"{page}responder/", {"reply-text": text, "reply-asks": "on"})
    at("gloria").post(f"{page}nota/", {"note-text": text})
    for shown in (phone.get("/denuncia/mia/"), at("gloria").get(page)):
        content = shown.content.decode()
        assert "alert(1)>" not in content.replace("&gt;", "")
        assert "<script>alert" not in content
        assert "<img src=x" not in content
        assert "<svg onload" not in content
        assert "x 14" not in content


@pytest.mark.parametrize("name", NAMES)
def test_row_40_names_of_files_are_harmless(sent, recipient, phone, at, name):
    phone.post("/denuncia/archivo/", {"file": SimpleUploadedFile("x.txt", b"(inventado)")})
    phone.post("/denuncia/archivo/", {"file": SimpleUploadedFile(name, b"(inventado)")})
    found = Attachment.objects.last()
    answer = at("gloria").get(f"{page_of(recipient)}archivo/{found.name}/?original=1")
    header = answer["Content-Disposition"]
    assert header.startswith("attachment; filename*=UTF-8''")
    assert header.isascii()
    said = header.split("''", 1)[1]
    for bad in ("/", "\\", "\r", "\n", '"', "..%2F", "%E2%80%AE", "%0D", "%0A", "%2F"):
        assert bad not in said, header
    assert "Set-Cookie" not in dict(answer.items())


def test_row_49_fields_that_the_form_does_not_have_change_nothing(draft, phone):
    extra = {
        "status": "closed",
        "country": "HN",
        "folio": "AAAAAAAA",
        "recipients": "1",
        "lookup": "0",
        "way": "phone",
    }
    phone.post("/denuncia/escribir/", {"what": "(inventado)", **extra})
    row = Complaint.objects.get(pk=draft.pk)
    assert (row.status, row.country_id, row.folio) == ("draft", "GT", draft.folio)
    assert "Por teléfono" not in phone.get("/denuncia/enviar/").content.decode()
