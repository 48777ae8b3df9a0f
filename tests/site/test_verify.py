"""Whoever got a document sees whether it is the one that was published."""

import hashlib
import os

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import CommandError, call_command

from consuno.core import clock
from consuno.meetings.models import ApprovedMinutes, Dossier, DossierFile, Record
from tests.meetings.test_sittings import plan, today

__all__ = ["today"]

PAGE, TEXT = "/verificar/", "Acta inventada.\n"


def hashed(content):
    return hashlib.sha256(content).hexdigest()


def asked(client, content=None, sha256=""):
    fields = {"sha256": sha256}
    if content is not None:
        fields["file"] = SimpleUploadedFile("acta.txt", content)
    return client.post(PAGE, fields).content.decode()


def approved(cast, **more):
    sitting = plan(cast, **more)
    Record.objects.create(
        sitting=sitting, language="es", state="approved", circulated_on=clock.today()
    )
    return ApprovedMinutes.objects.create(
        sitting=sitting, text=TEXT, sha256=hashed(TEXT.encode()), approvals=[]
    )


def test_minutes_by_file_and_by_hash(cast, client):
    made = approved(cast, public=True)
    assert "sin cambio alguno" in asked(client, TEXT.encode())
    page = asked(client, sha256=f"SHA-256: {made.sha256.upper()}")
    assert f"el acta aprobada de {made.sitting}" in page
    assert made.sitting.get_absolute_url() in page
    assert "o cambió después" in asked(client, b"Acta inventada. \n")
    assert "64 cifras" in asked(client, sha256="abc")
    assert "Elija un archivo" in asked(client)


def test_of_what_one_may_not_read_nothing_is_said(cast, client):
    approved(cast)
    unknown = asked(client, b"otra cosa").replace(hashed(b"otra cosa"), "")
    page = asked(client, TEXT.encode()).replace(hashed(TEXT.encode()), "")
    assert "o cambió después" in page
    assert len(page) == len(unknown)
    client.force_login(cast["carla"])
    assert "sin cambio alguno" in asked(client, TEXT.encode())


def test_a_dossier_made_again_takes_its_place(cast, client, tmp_path, capsys):
    sitting = plan(cast)
    for content in (b"uno", b"dos"):
        made = Dossier.objects.create(sitting=sitting, by=cast["ana"])
        DossierFile.objects.create(
            dossier=made, language="es", kind="pdf", content=content, sha256=hashed(content)
        )
    client.force_login(cast["ana"])
    assert "Otro posterior lo reemplaza" in asked(client, b"uno")
    assert "Otro posterior" not in asked(client, b"dos")
    file = tmp_path / "expediente.pdf"
    file.write_bytes(b"uno")
    call_command("verify", str(file))
    assert "Otro posterior lo reemplaza" in capsys.readouterr().out
    file.write_bytes(b"tres")
    with pytest.raises(CommandError, match="se cambió después"):
        call_command("verify", str(file))


def test_what_the_server_keeps_is_looked_at_too(cast, client):
    sitting = plan(cast)
    made = Dossier.objects.create(sitting=sitting, by=cast["ana"])
    DossierFile.objects.create(
        dossier=made, language="es", kind="pdf", content=b"otro", sha256=hashed(b"uno")
    )
    client.force_login(cast["ana"])
    assert "ya no lo es" in asked(client, b"uno")


def test_too_large_a_file_is_told(client, db):
    page = asked(client, os.urandom(10 * 1024 * 1024 + 1))
    assert "pasa de 10 MB" in page
