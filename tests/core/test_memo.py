"""What a process remembers is forgotten the moment somebody acts."""

import pytest
from django.core.cache import caches
from django.db import transaction

from consuno.agenda.actions import promote
from consuno.agenda.models import Commitment, Meeting
from consuno.core import audit
from consuno.core.memo import Keys, remembered, version
from consuno.core.models import AuditEntry, User

pytestmark = pytest.mark.django_db


def test_remembered_until_the_next_act(agenda):
    asked = []

    def compute():
        asked.append(1)
        return len(asked)

    assert remembered("x", 1, compute=compute) == 1
    assert remembered("x", 1, compute=compute) == 1
    assert remembered("x", 2, compute=compute) == 2
    with transaction.atomic():
        audit.record("something", agenda, by=None)
    assert remembered("x", 1, compute=compute) == 3


def _kept():
    return repr([caches[name]._cache for name in ("memory", "asked")])


def test_what_a_reader_may_not_see_is_not_answered_from_what_another_saw(agenda, cast):
    def answer(reader):
        return remembered("x", compute=lambda: reader.pk, reader=reader)

    stranger = User(pk=0)
    assert answer(stranger) == 0
    assert answer(cast["ana"]) == cast["ana"].pk
    assert answer(cast["carla"]) == cast["ana"].pk  # both act for a body: the same for both
    assert answer(stranger) == 0


def test_nothing_that_somebody_typed_is_in_a_key(agenda, client):
    client.get("/agenda/", {"q": "perejil", "cuerpo": "tomillo"})
    assert caches["asked"]._cache
    assert "perejil" not in _kept()
    assert "tomillo" not in _kept()


def test_whoever_asks_for_much_pushes_nobody_else_out(agenda):
    remembered("x", 1, compute=lambda: "first")
    for number in range(600):
        remembered("x", asked=f"?q={number}", compute=lambda: "more")
    assert remembered("x", 1, compute=lambda: "again") == "first"


def test_only_codes_numbers_and_days_tell_answers_apart(agenda):
    for wrong in (agenda, [1], {"a": 1}):
        with pytest.raises(TypeError):
            remembered("x", wrong, compute=lambda: 1)


def test_keys_are_sorted_once_until_the_next_act(agenda, django_assert_num_queries):
    def keys(name):
        return Keys("x.keys", name, of=Commitment.objects.order_by("-pk"))

    latest = list(Commitment.objects.order_by("-pk").values_list("pk", flat=True))
    assert (len(keys(1)), keys(1)[:2], list(keys(1))) == (len(latest), latest[:2], latest)
    with django_assert_num_queries(2):  # what the state is
        assert keys(1)[:2] == latest[:2]
    with transaction.atomic():
        audit.record("something", agenda, by=None)
    assert keys(1)[2:4] == latest[2:4]
    with django_assert_num_queries(3):
        assert keys(2)[:1] == latest[:1]


def test_an_act_that_commits_after_a_later_number_is_seen(agenda):
    last = AuditEntry.objects.order_by("-pk").first()
    AuditEntry.objects.bulk_create([AuditEntry(pk=last.pk + 2, verb="later", about="x:1")])
    before = version()
    AuditEntry.objects.bulk_create([AuditEntry(pk=last.pk + 1, verb="earlier", about="x:1")])
    assert version() != before


def test_the_board_counts_anew_after_an_act(as_person, cast):
    total = lambda: as_person("ana").get("/agenda/").context["tally"].total  # noqa: E731
    assert total() == 15
    for who in ("ana", "beto"):
        promote(commitment=Commitment.objects.get(ref="1.P4"), by=cast[who])
    assert total() == 16


def test_the_public_is_not_shown_what_members_were(as_person, client):
    Meeting.objects.update(public=False)
    assert as_person("carla").get("/agenda/").context["tally"].total == 15
    page = client.get("/agenda/")
    assert page.context["tally"].total == 0
    assert page.context["owners"] == []
    assert page.context["meetings"] == []
