"""Texts in both languages: a missing translation is never hidden, and never shown as nothing."""

import pytest
from django.utils import translation

from consuno.core.bilingual import Bilingual

BOTH, SPANISH, ENGLISH, NONE = (
    Bilingual("uno", "one"), Bilingual("uno"), Bilingual(en="one"), Bilingual(),
)  # fmt: skip


@pytest.mark.parametrize(
    ("reads", "text", "shown", "language", "translated"),
    [
        ("es", BOTH, "uno", "es", True), ("en", BOTH, "one", "en", True),
        ("es", SPANISH, "uno", "es", True), ("en", SPANISH, "uno", "es", False),
        ("es", ENGLISH, "one", "en", False), ("en", ENGLISH, "one", "en", True),
        ("es", NONE, "", "en", True), ("en", NONE, "", "en", True),
        ("fr", BOTH, "uno", "es", False), ("en-us", BOTH, "one", "en", True),
    ],
)  # fmt: skip
def test_who_reads_gets_their_language_or_the_one_there_is(
    reads, text, shown, language, translated
):
    with translation.override(reads):
        assert (str(text), text.language, text.is_translated) == (shown, language, translated)


def test_a_text_is_there_where_it_is_in_either_language():
    assert [bool(each) for each in (BOTH, SPANISH, ENGLISH, NONE)] == [True, True, True, False]
