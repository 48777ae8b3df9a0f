"""The page of who sees what says what the rules say, and moves when they do."""

from consuno.cases import queries
from consuno.directory import policies as directory
from consuno.directory.models import Role


def answers(role):
    (row,) = [each for each in queries.who_sees() if each.role == role]
    return dict(zip([str(each.words) for each in queries.QUESTIONS], row.yes, strict=True))


def test_nobody_opens_what_was_entrusted_to_another(agenda):
    for row in queries.who_sees():
        said = answers(row.role)
        assert not said["Abrir lo que confiaron a otra organización"], row.role
        assert not said["Saber que existe una denuncia que otra recibió"], row.role


def test_each_role_has_its_part_and_no_more(agenda):
    opens = {
        row.role
        for row in queries.who_sees()
        if answers(row.role)["Abrir lo que confiaron a su organización, con su clave"]
    }
    assert opens == {Role.CASE_WORKER, Role.SUPERVISOR, Role.PROTECTION_OFFICER, Role.PROSECUTOR}
    assert answers(Role.KEEPER)["Guardar una parte de la clave y devolverla con otra persona"]
    assert (
        not any(answers(Role.READER).values())
        or answers(Role.READER)["Ver quién tiene la clave de su organización"]
    )


def test_it_asks_the_rules_and_holds_no_table_of_its_own(agenda, monkeypatch):
    monkeypatch.setattr(directory, "cares", lambda user, body: True)
    assert answers(Role.READER)["Abrir lo que confiaron a otra organización"]


def test_everybody_reads_it_in_few_queries(agenda, client, django_assert_max_num_queries):
    with django_assert_max_num_queries(12):
        page = client.get("/quien-ve-que/").content.decode()
    assert "Oficial de Protección a la Infancia" in page
