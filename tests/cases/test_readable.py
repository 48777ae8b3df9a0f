"""What a frightened person reads is easy to read: measured on the pages as they are shown.

INFLESZ (Barrio-Cantalejo 2008) reads Szigriszt-Pazos: 206.835 - 62.3 syllables/words - words/sentences; from 65 on
"fairly easy". English: Flesch's reading ease, 206.835 - 84.6 syllables/words - 1.015 words/sentences.
"""

import re
from html import unescape

import pytest
from django.test import Client

from tests.cases.test_complaint_pages import begin, write

EASY = 65
BLOCKS = re.compile(r"</(?:p|li|h1|h2|dt|dd|label|legend|summary|button|option|small)>|<br>")


def prose(page):
    """The words of a page's main part, a sentence for each block; figures and the receipt's words apart."""
    main = page.split("<main", 1)[1].split("</main>")[0]
    main = re.sub(
        r"<(svg|code|ol class=\"words\"|option)[^>]*>.*?</(svg|code|ol|option)>",
        " ",
        main,
        flags=re.S,
    )
    text = unescape(re.sub(r"<[^>]+>", " ", BLOCKS.sub(". ", main)))
    sentences = [each for each in re.split(r"[.:;?!¿¡]+", text) if re.search(r"[^\W\d]", each)]
    return sentences, re.findall(r"[^\W\d_]+", " ".join(sentences))


def syllables_es(word):
    """Groups of vowels, where two strong ones or an accented weak one count apart."""
    word = word.lower()
    groups = re.findall(r"[aeiouáéíóúü]+", re.sub(r"[gq]u(?=[eiéí])", "g", word))
    apart = sum(
        len(re.findall(r"(?<=[aeoáéó])[aeoáéó]|[íú](?=[aeo])|(?<=[aeo])[íú]", each))
        for each in groups
    )
    return max(1, len(groups) + apart)


def syllables_en(word):
    """Groups of vowels, a silent e at the end apart."""
    word = word.lower()
    found = len(re.findall(r"[aeiouy]+", word))
    if word.endswith("e") and not word.endswith(("le", "ee")) and found > 1:
        found -= 1
    if re.search(r"[^td]ed$", word) and found > 1:
        found -= 1
    return max(1, found)


def ease(page, language):
    sentences, words = prose(page)
    count, factor, step = (
        (syllables_es, 62.3, 1) if language == "es" else (syllables_en, 84.6, 1.015)
    )
    syllables = sum(count(each) for each in words)
    return 206.835 - factor * syllables / len(words) - step * len(words) / len(sentences)


@pytest.mark.parametrize(
    ("word", "number"),
    [("denuncia", 3), ("país", 2), ("quien", 1), ("leerá", 3), ("guarde", 2), ("año", 2)],
)
def test_syllables_are_counted_as_they_are_said(word, number):
    assert syllables_es(word) == number


@pytest.mark.parametrize("language", ["es", "en"])
def test_every_page_of_a_report_is_easy_to_read(vaults, language, capsys):
    phone = Client(headers={"accept-language": language})
    pages = {
        path: phone.get(path).content.decode()
        for path in ("/denuncia/", "/denuncia/?pais=GT", "/denuncia/?pais=HN", "/denuncia/volver/")
    }
    begin(phone)
    for path in ("/denuncia/recibo/", "/denuncia/escribir/", "/denuncia/archivo/"):
        pages[path] = phone.get(path).content.decode()
    write(phone)
    pages["/denuncia/enviar/"] = phone.get("/denuncia/enviar/").content.decode()
    phone.post("/denuncia/enviar/")
    for path in ("/denuncia/mia/", "/denuncia/retirar/"):
        pages[path] = phone.get(path).content.decode()
    found = {path: ease(page, language) for path, page in pages.items()}
    with capsys.disabled():
        for path, value in sorted(found.items()):
            print(f"{language} {value:6.1f} {path}")  # noqa: T201 (to be read where the suite runs)
    assert min(found.values()) >= EASY, found
