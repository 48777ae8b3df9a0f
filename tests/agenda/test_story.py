"""The history of an item says every act in words, of whichever room."""

import re
from pathlib import Path

import consuno
from consuno.agenda.models import Commitment
from consuno.agenda.views.story import WORDS
from consuno.monitoring import actions

#: An act recorded about something on the agenda: its verb comes first.
ACT = re.compile(r'audit\.record\(\s*"(\w+)",\s*(?:\w+\.)?commitment\b')


def test_every_act_about_an_item_has_words():
    files = Path(consuno.__file__).parent.rglob("actions/*.py")
    verbs = {verb for file in files for verb in ACT.findall(file.read_text(encoding="utf-8"))}
    assert {"promote", "name_bodies", "tie_event"} <= verbs
    assert verbs <= WORDS.keys()


def test_the_page_says_who_named_those_who_answer(cast, client):
    item = Commitment.objects.get(meeting__slug="san-salvador-2013", ref="2.A.4")
    for who in ("ana", "beto"):
        actions.name_bodies(commitment=item, codes=["DGM:SV"], by=cast[who])
    page = client.get(item.get_absolute_url()).content.decode()
    assert page.count("Dijo qué instituciones responden.") == 2
    assert "Quedó dicho qué instituciones responden." in page
    assert "name_bodies" not in page
