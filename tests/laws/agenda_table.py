"""Who gets what in the pages of the agenda and of minutes.

"done" is what somebody gets whose act is recorded; whoever is refused reads why (403), on the page of
the act (200) or on the one that follows (302).
"""

from tests.laws.answers import all_get, gets

TABLE = {
    "agenda:choose_day": ("get", "/agenda/al/", {}, all_get(302)),
    "agenda:as_of": ("get", "/agenda/al/2014-06-30/", {}, all_get(200)),
    "agenda:export_as_of": ("get", "/agenda/al/2014-06-30/exportar.csv", {}, all_get(200)),
    "agenda:tree": ("get", "/agenda/temas/?tema=trata", {}, all_get(200)),
    "agenda:board": ("get", "/agenda/", {}, all_get(200)),
    "agenda:export": ("get", "/agenda/exportar.csv", {}, all_get(200)),
    "agenda:save_filter": ("post", "/agenda/filtros/guardar/", {"name": "x"}, gets("302 fermin; 302")),
    "agenda:forget_filter": ("post", "/agenda/filtros/{view}/quitar/", {}, gets("302 ana; 404")),
    "agenda:calendar": ("get", "/agenda/plazos.ics", {}, all_get(200)),
    "agenda:meeting": ("get", "/agenda/san-salvador-2013/", {}, all_get(200)),
    "agenda:commitment": ("get", "/agenda/san-salvador-2013/1.A.a1/", {}, all_get(200)),
    "agenda:challenges": ("get", "/agenda/san-salvador-2013/desafios/", {}, all_get(200)),
    "agenda:answer": ("post", "/agenda/san-salvador-2013/desafios/responder/", {"challenge": "II.1", "item": "1.A.a1", "degree": "part"}, gets("done ana beto; 403")),
    "agenda:correct": ("get", "/agenda/san-salvador-2013/1.A.a1/corregir/", {}, gets("200 ana beto; 403")),
    "agenda:settle": ("post", "/correcciones/{correction}/", {"word": "agree"}, gets("done beto; 403")),
    "agenda:set_date": ("post", "/agenda/san-salvador-2013/2.A.4/fecha/", {}, gets("200 ana beto luis; 403")),
    "agenda:promote": ("post", "/agenda/san-salvador-2013/1.P4/promover/", {}, gets("done ana beto; 403")),
    "agenda:papers": ("get", "/actas/", {}, gets("200 ana beto; 403")),
    "agenda:record": ("get", "/actas/nueva/", {}, gets("200 ana beto; 403")),
    "agenda:review": ("get", "/actas/{pk}/", {}, gets("200 ana beto; 403")),
    "agenda:original": ("get", "/actas/{pk}/original/", {}, gets("200 ana beto; 403")),
    "agenda:earlier": ("get", "/actas/{pk}/anteriores/{earlier}/", {}, gets("200 ana beto; 403")),
    "agenda:correct_minutes": ("get", "/actas/{pk}/corregir/", {}, gets("200 ana beto; 403")),
    "agenda:decide": ("post", "/actas/{pk}/1/decidir/", {"word": "accept", "revision": "1"}, gets("done ana beto; 403")),
    "agenda:possible": ("post", "/actas/{pk}/frases/99/", {"word": "take"}, gets("done ana beto; 403")),
    "agenda:edit": ("get", "/actas/{pk}/2/editar/", {}, gets("200 ana beto; 403")),
    "agenda:deadline": ("get", "/actas/{pk}/plazo/", {}, gets("200 ana beto; 403")),
    "agenda:another_paper": ("post", "/actas/{pk}/otra/", {}, gets("done ana beto; 403")),
    "agenda:add": ("post", "/actas/{pk}/agregar/", {"first": "5", "last": "5", "kind": "agreement"}, gets("done ana beto; 403")),
    "agenda:withdraw": ("post", "/actas/{pk}/retirar/", {}, gets("done ana beto; 403")),
}  # fmt: skip
