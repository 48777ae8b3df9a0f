"""A file is sealed as it comes, comes out as it was, and opens to nobody when anything of it is amiss."""

import tracemalloc

import pytest
from django.db import transaction
from hypothesis import given
from hypothesis import strategies as st

from consuno.core.models import FilePiece, SealedFile, Section
from consuno.core.primitives import DoesNotOpenError
from consuno.core.vault import files, organisations, sections
from tests.core.vault.test_sections import cheap, orgs

__all__ = ["cheap", "orgs"]


def bring(data, step=files.CHUNK):
    sealer = files.Sealer()
    for at in range(0, len(data), step):
        sealer.take(data[at : at + step])
    sealer.finish()
    return files.SealedUpload(sealer, "foto inventada.jpg", "image/jpeg")


@pytest.mark.parametrize("size", [0, 1, 511, 512, 65_535, 65_536, 65_537, 16 * 65_536, 3_000_001])
def test_it_comes_out_as_it_was(orgs, size):
    data = bytes(n % 251 for n in range(size))
    _who, key, secret = orgs["ORG:A"]
    section = files.keep(bring(data, 50_000), "ORG:A", [key], purpose="own")
    found = files.open_file(section, key, secret, by=None, purpose="prueba")
    assert (found.name, found.size) == ("foto inventada.jpg", size)
    assert b"".join(files.pieces(found)) == data
    _who, other, theirs = orgs["ORG:B"]
    with pytest.raises(sections.NoGrantError):
        files.open_file(section, other, theirs, by=None, purpose="prueba")


def test_cut_swapped_or_altered_it_does_not_open(orgs):
    _who, key, secret = orgs["ORG:A"]
    section = files.keep(bring(bytes(2_500_000)), "ORG:A", [key], purpose="own")
    other = files.keep(bring(bytes(2_500_000)), "ORG:A", [key], purpose="own")
    found = files.open_file(section, key, secret, by=None, purpose="prueba")
    mine = {row.number: bytes(row.sealed) for row in FilePiece.objects.filter(upload=found.upload)}
    theirs = bytes(FilePiece.objects.get(upload=other.file.upload, number=1).sealed)
    broken = bytearray(mine[1])
    broken[77] ^= 1
    rows = FilePiece.objects.filter(upload=found.upload, number=1)
    for sealed in (theirs, bytes(broken), mine[0], mine[1][:-100], b""):
        rows.update(sealed=sealed)
        with pytest.raises(DoesNotOpenError):
            list(files.pieces(found))
    rows.update(sealed=mine[1])
    FilePiece.objects.filter(upload=found.upload, number=2).delete()
    with pytest.raises(DoesNotOpenError):
        list(files.pieces(found))


def test_what_is_stored_shows_neither_name_nor_content_nor_exact_size(orgs):
    _who, key, _secret = orgs["ORG:A"]
    canary = b"canario-inventado" * 4000
    section = files.keep(bring(canary), "ORG:A", [key], purpose="own")
    stored = b"".join(bytes(row.sealed) for row in FilePiece.objects.all())
    assert b"canario" not in stored
    assert b"canario" not in bytes(section.sealed)
    assert b"foto" not in bytes(section.sealed)
    assert len(stored) > len(canary)


@given(st.integers(0, files.LARGEST))
def test_a_stored_length_is_little_longer_and_shared_by_many(size):
    stored = files.padded(size)
    assert size <= stored <= max(512, size * 1.12)
    assert files.padded(stored) == stored


def test_too_large_nothing_is_kept(orgs, monkeypatch):
    monkeypatch.setattr(files, "LARGEST", 100_000)
    upload = bring(bytes(200_000))
    assert upload.sealer.too_large
    assert not FilePiece.objects.exists()


def test_fifty_megabytes_pass_through_little_memory(orgs):
    piece = bytes(files.CHUNK)
    sealer = files.Sealer()
    tracemalloc.start()
    for _each in range(files.LARGEST // files.CHUNK):
        sealer.take(piece)
    sealer.finish()
    _now, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert sealer.size == files.LARGEST
    assert most < 12 * 1024 * 1024


def test_erased_no_piece_is_left_and_an_unfinished_one_is_forgotten(orgs, time_machine):
    who, key, _secret = orgs["ORG:A"]
    assert organisations.secret_of(key, who)
    section = files.keep(bring(bytes(70_000)), "ORG:A", [key], purpose="own")
    bring(bytes(70_000))
    time_machine.move_to("2026-11-27 12:00Z")
    files.forget_unfinished.run()
    assert FilePiece.objects.filter(upload=section.file.upload).exists()
    assert FilePiece.objects.values("upload").distinct().count() == 1
    sections.erase(section)
    assert not FilePiece.objects.exists()
    assert not SealedFile.objects.exists()


def test_taken_from_somebody_its_pieces_are_sealed_anew(orgs):
    data = bytes(n % 251 for n in range(1_500_000))
    _who, key, secret = orgs["ORG:A"]
    _who, other, theirs = orgs["ORG:B"]
    section = files.keep(bring(data), "ORG:A", [key, other], purpose="own")
    kept = files.open_file(section, other, theirs, by=None, purpose="prueba")
    stolen = list(FilePiece.objects.filter(upload=kept.upload).values_list("pk", flat=True))
    sections.revoke(section, other)
    assert sections.rekey_due(key, secret, owner="ORG:A") == 1
    assert not FilePiece.objects.filter(pk__in=stolen).exists()
    now = files.open_file(section, key, secret, by=None, purpose="prueba")
    assert (now.name, now.size, now.sha256) == (kept.name, kept.size, kept.sha256)
    assert b"".join(files.pieces(now)) == data
    assert SealedFile.objects.get(section=section).upload == now.upload
    FilePiece.objects.filter(upload=now.upload).update(upload=kept.upload)
    with pytest.raises(
        DoesNotOpenError
    ):  # the key that was kept opens nothing of what is there now
        list(files.pieces(kept))


def test_few_files_at_a_time(orgs, monkeypatch):
    monkeypatch.setattr(sections, "FILES_AT_ONCE", 1)
    _who, key, secret = orgs["ORG:A"]
    _who, other, _theirs = orgs["ORG:B"]
    made = [files.keep(bring(b"x"), "ORG:A", [key, other], purpose="own") for _each in range(2)]
    for section in made:
        sections.revoke(section, other)
    assert [sections.rekey_due(key, secret, owner="ORG:A") for _each in range(3)] == [1, 1, 0]


def test_pieces_that_are_amiss_keep_their_section_as_it_was(orgs):
    _who, key, secret = orgs["ORG:A"]
    section = files.keep(bring(bytes(100)), "ORG:A", [key], purpose="own")
    found = files.open_file(section, key, secret, by=None, purpose="prueba")
    FilePiece.objects.filter(upload=found.upload).update(sealed=b"x" * 600)
    with pytest.raises(DoesNotOpenError), transaction.atomic():
        sections.rekey(section, key, secret)
    assert files.open_file(section, key, secret, by=None, purpose="prueba").upload == found.upload
    section.rekey_due = True
    section.save()
    other = files.keep(bring(b"x"), "ORG:A", [key], purpose="own")
    Section.objects.filter(pk=other.pk).update(rekey_due=True)
    assert sections.rekey_due(key, secret, owner="ORG:A") == 1  # the others get theirs
