"""Who held the Presidency, year by year: with its source, or looking unconfirmed."""

from consuno.directory.models import Country
from consuno.directory.presidencies import years


def test_each_year_once_and_of_a_member(agenda):
    known = years()
    assert len({each.year for each in known}) == len(known)
    assert {each.holder for each in known} <= set(Country.objects.values_list("pk", flat=True))
    assert {each.year: each.holder for each in known}[2013] == "CR"  # as the minutes say, line 67


def test_the_page_shows_how_well_each_is_known(agenda, client):
    page = client.get("/directorio/PPT-CRM/").content.decode()
    years_ = page[page.index("año por año") :]
    of = {
        year: years_[years_.index(f"<strong>{year}") :].partition("</li>")[0]
        for year in (2014, 2015)
    }
    assert "con fuente" in of[2014]
    assert "2014-07" in of[2014]
    assert "México" in of[2015]
    assert "sin confirmar" in of[2015]
    assert "Fuente:" not in of[2015]
    assert "año por año" not in client.get("/directorio/GRCM/").content.decode()
