import pytest


@pytest.mark.django_db
def test_home_speaks_spanish_first(client):
    page = client.get("/")
    assert page.status_code == 200
    assert "La agenda común" in page.content.decode()
    assert '<html lang="es">' in page.content.decode()
