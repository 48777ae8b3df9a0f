"""The reader on papers labelled before the rules that they test."""

from tests.reader.labelled import labelled, measure


def test_the_papers_are_sound():
    parts = {part: list(labelled(part)) for part in ("learn", "judge", "fresh")}
    names = [paper.name for papers in parts.values() for paper in papers]
    assert len(names) == len(set(names)) >= 60
    for papers in parts.values():
        assert any(not paper.duties for paper in papers)
        for paper in papers:
            assert "[[" not in paper.text
            assert all(duty.text in paper.text for duty in paper.duties)
            days = [duty.when for duty in paper.duties if duty.when not in {"-", "?"}]
            assert all(day > paper.day.isoformat() for day in days)


def test_what_it_finds_on_those_it_was_not_written_for():
    marks = measure("judge")
    assert marks.f1 >= 0.90
    assert marks.right >= 0.88 * marks.items
    assert marks.dated_right >= 0.9 * marks.dated


def test_what_it_finds_on_those_it_was_written_for():
    marks = measure("learn")
    assert marks.f1 >= 0.97
    assert marks.right >= 0.95 * marks.items


def test_what_it_finds_on_kinds_that_came_later():
    marks = measure("fresh")
    assert marks.f1 >= 0.80
    assert marks.right >= 0.95 * marks.items
