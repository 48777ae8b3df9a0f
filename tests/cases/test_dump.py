"""ASVS 14.2.4: after a whole report nothing of it can be read in anything that is kept (canaries, in any encoding).

Here every column of every table, the log, letters and caches; test_at_once looks at the files of a server's own
database, its WAL, its copies and its plain dump.
"""

import base64
import binascii
import contextlib
import gzip
import logging
import zlib

import pytest
from django.apps import apps
from django.core.cache import cache, caches
from django.db import connection
from django.test import Client

from consuno.cases import actions
from consuno.cases.models import Recipient
from consuno.core.search.indexing import rebuild_search
from consuno.core.vault import receipts
from tests.cases.conftest import SHELTER
from tests.cases.test_attachments import add, photo
from tests.cases.test_handling import at

__all__ = ["at"]
CANARIES = {
    "what": "canario-de-lo-que-paso", "name": "Canaria de Prueba", "contact": "canario-contacto-55512345",
    "where": "canario-lugar", "message": "canario-mensaje", "note": "canario-nota", "answer": "canario-respuesta",
    "file": "canario-archivo.jpg", "exif": "Fabricante Inventado", "passphrase": "canario frase de la boveda",
}  # fmt: skip


def shapes(word):
    """A word as it could lie somewhere: plain, by 16 bits, in base64 at each offset, in hexadecimal."""
    plain = word.encode()
    yield plain
    yield word.encode("utf-16-le")
    yield binascii.hexlify(plain)
    yield binascii.hexlify(plain).upper()
    for shift in range(3):
        inner = base64.b64encode(b"x" * shift + plain)
        yield inner[(0, 4, 4)[shift] : -4]


def found_in(kept):
    """Which canaries are in these bytes, also once unpacked."""
    texts = [kept]
    at = kept.find(b"\x1f\x8b\x08")
    while at >= 0:
        with contextlib.suppress(zlib.error):
            texts.append(zlib.decompressobj(31).decompress(kept[at:]))
        at = kept.find(b"\x1f\x8b\x08", at + 1)
    return {
        name
        for name, word in every().items()
        for text in texts
        for shape in shapes(word)
        if shape in text
    }


def every():
    return CANARIES | RECEIPT


RECEIPT: dict[str, str] = {}


@pytest.fixture
def told(vaults, at, tmp_path):
    """The whole of it: draft, sending, file, message, answer, note, a later rotation; returns the log."""
    log = tmp_path / "log.txt"
    handler = logging.FileHandler(log)
    logging.getLogger().addHandler(handler)
    logging.getLogger("django").addHandler(handler)
    mine = receipts.new()
    RECEIPT.update(code=mine.code, words=" ".join(mine.words()), chance=mine.chance.hex())
    actions.begin_complaint(country="GT", codes=[SHELTER], by=mine)
    phone = Client()
    phone.post("/denuncia/volver/", {"receipt": mine.code})
    given = {name: CANARIES[name] for name in ("what", "name", "contact", "where")}
    phone.post("/denuncia/escribir/", given)
    phone.post("/denuncia/escribir/", {"what": ""})  # refused: what was typed must not stay either
    phone.post("/denuncia/escribir/", given)
    add(phone, photo(), CANARIES["file"])
    phone.post("/denuncia/enviar/")
    phone.post("/denuncia/mia/", {"text": CANARIES["message"]})
    recipient = Recipient.objects.get()
    gloria = at("gloria")
    gloria.get(f"/atencion/{recipient.name}/")
    gloria.post(
        f"/atencion/{recipient.name}/responder/",
        {"reply-text": CANARIES["answer"], "reply-asks": "on"},
    )
    gloria.post(f"/atencion/{recipient.name}/nota/", {"note-text": CANARIES["note"]})
    gloria.post("/boveda/", {"passphrase": CANARIES["passphrase"]})
    actions.tell_recipients.run()
    assert CANARIES["what"] in phone.get("/denuncia/mia/").content.decode()
    rebuild_search.run()
    yield log
    logging.getLogger().removeHandler(handler)
    logging.getLogger("django").removeHandler(handler)


def tables():
    """All that every table holds, search index, sessions, cache table and audit included, row by row."""
    with connection.cursor() as cursor:
        for name in connection.introspection.table_names(cursor):
            cursor.execute(f'SELECT * FROM "{name}"')
            for row in cursor.fetchall():
                for value in row:
                    yield (
                        name,
                        bytes(value)
                        if isinstance(value, (bytes, memoryview))
                        else str(value).encode(),
                    )


def test_the_search_for_canaries_would_find_them():
    RECEIPT.clear()
    for word in CANARIES.values():
        for kept in (
            word.encode(),
            base64.b64encode(b"ab" + word.encode() + b"cde"),
            word.encode().hex().encode(),
            gzip.compress(word.encode()),
        ):
            assert found_in(b"..." + kept + b"..."), word


def test_row_1_nothing_that_was_told_can_be_read_in_anything_that_is_kept(told, mailoutbox):
    where = {name for name, value in tables() if found_in(value)}
    assert where == set()
    assert found_in(told.read_bytes()) == set()
    for letter in mailoutbox:
        assert found_in(str(letter.message()).encode()) == set()
    for each in (cache, caches["memory"]):
        assert found_in(repr(getattr(each, "_cache", "")).encode()) == set()
    assert apps.get_model("core", "Section").objects.count() >= 6
