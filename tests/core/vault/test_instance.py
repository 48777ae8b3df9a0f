"""What the server reads by itself is unreadable in a copy of the database."""

import pytest

from consuno.core.primitives import DoesNotOpenError
from consuno.core.vault import instance


@pytest.fixture(autouse=True)
def own(settings, tmp_path):
    settings.INSTANCE_KEYS = str(tmp_path / "instance_keys")


def test_it_is_made_once_and_only_its_owner_reads_it():
    sealed = instance.seal("17", purpose="assigned")
    assert instance.unseal(sealed, purpose="assigned") == "17"
    assert instance.path().stat().st_mode & 0o077 == 0
    with pytest.raises(DoesNotOpenError):
        instance.unseal(sealed, purpose="other")
    assert instance.seal("", purpose="assigned") == instance.unseal("", purpose="assigned") == ""


def test_a_new_line_on_top_seals_and_the_older_ones_still_open():
    before = instance.seal("17", purpose="assigned")
    where = instance.path()
    where.write_text(f"new {'0a' * 32}\n" + where.read_text())
    assert instance.seal("17", purpose="assigned").startswith("new:")
    assert instance.unseal(before, purpose="assigned") == "17"
    where.write_text(f"new {'0a' * 32}\n")
    with pytest.raises(DoesNotOpenError):
        instance.unseal(before, purpose="assigned")


@pytest.mark.parametrize("text", ["", "x 00", "one two three", "x zz"])
def test_a_broken_file_is_no_key(text):
    instance.path().write_text(text)
    with pytest.raises(instance.NoInstanceKeyError):
        instance.keys()
