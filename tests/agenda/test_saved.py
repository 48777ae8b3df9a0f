"""Views of the board that a person keeps."""

import pytest

from consuno.agenda import actions
from consuno.agenda.models import SavedFilter
from consuno.core.policy import Denied


def save(browser, name, query):
    return browser.post("/agenda/filtros/guardar/", {"name": name, "query": query})


def test_kept_found_again_replaced_and_forgotten(as_person):
    carla = as_person("carla")
    assert save(carla, " Lo  de trata ", "?tema=trata&agrupar=plazo")["Location"] == (
        "/agenda/?tema=trata&agrupar=plazo"
    )
    page = carla.get("/agenda/").content.decode()
    assert "Lo de trata" in page
    assert 'href="/agenda/?tema=trata&amp;agrupar=plazo"' in page
    save(carla, "Lo de trata", "?q=informe")
    (kept,) = SavedFilter.objects.all()
    assert kept.query == "?q=informe"
    carla.post(f"/agenda/filtros/{kept.pk}/quitar/")
    assert not SavedFilter.objects.exists()


def test_only_its_owner_sees_and_forgets_it(as_person, cast):
    save(as_person("carla"), "Mío", "?q=x")
    kept = SavedFilter.objects.get()
    assert "Mío" not in as_person("eva").get("/agenda/").content.decode()
    assert as_person("eva").post(f"/agenda/filtros/{kept.pk}/quitar/").status_code == 404
    with pytest.raises(Denied):
        actions.forget_filter(saved=kept, by=cast["eva"])


@pytest.mark.parametrize(
    "query", ["https://elsewhere.example/", "//x", "?next=//x&que=todo", "\x00"]
)
def test_nothing_but_filters_is_kept(as_person, query):
    sent = save(as_person("carla"), "Raro", query)
    assert sent["Location"].startswith("/agenda/?")
    assert "elsewhere" not in SavedFilter.objects.get().query
    assert "//x" not in SavedFilter.objects.get().query


def test_a_name_is_needed_and_thirty_are_enough(as_person, cast):
    page = save(as_person("carla"), " ", "?q=x").headers["Location"]
    assert page == "/agenda/?q=x"
    for number in range(30):
        actions.save_filter(name=str(number), query="?", by=cast["carla"])
    with pytest.raises(Denied, match="treinta"):
        actions.save_filter(name="31", query="?", by=cast["carla"])
    actions.save_filter(name="3", query="?q=y", by=cast["carla"])
