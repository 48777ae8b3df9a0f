"""English is complete, says the same placeholders, and is compiled, though not kept in git."""

import re

from tools import messages

PLACE = re.compile(r"%(?:\(\w+\))?[sd]")


def test_every_source_string_has_english():
    kept = messages.load()
    known = {(message.id, message.context) for message in kept if message.id}
    wanted = {(message.id, message.context) for message in messages.collect() if message.id}
    assert wanted == known, "run `make messages`, then write the English"
    assert messages.untranslated(kept) == []


def test_placeholders_survive():
    for message in messages.load():
        if not message.id:
            continue
        sources = message.id if isinstance(message.id, tuple) else (message.id,)
        words = message.string if isinstance(message.string, tuple) else (message.string,)
        for word in words:
            assert sorted(PLACE.findall(word)) == sorted(PLACE.findall(sources[-1])), word


def test_what_is_compiled_is_what_is_written():
    binary = messages.PO.with_suffix(".mo").read_bytes()
    assert binary == messages.compiled(messages.load()), "run `make messages`"


def test_templates_hold_no_bare_words():
    """A word between tags that is neither a variable nor marked for translation."""
    bare = re.compile(r">([^<>{}]*[a-záéíóúñ]{3,}[^<>{}]*)<")
    for path in messages.PACKAGE.rglob("templates/**/*.html"):
        if path.name == "500.html":  # shown when nothing works: it says both languages itself
            continue
        text = re.sub(r"{% blocktranslate.*?endblocktranslate %}", "", path.read_text("utf-8"))
        text = re.sub(r"{%.*?%}|{{.*?}}|<script.*?</script>|<svg.*?</svg>", "", text)
        words = {word.strip() for word in bare.findall(text)}
        assert words <= ALLOWED, (path, words - ALLOWED)


#: Names, and words in the language they name.
ALLOWED = {"Consuno", "· Consuno", "English", "Español", "San Salvador", "A1.acuerdo.a"}
