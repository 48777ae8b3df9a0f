"""Who gets what in the pages of the library.

"done" is what somebody gets whose act is recorded; whoever is refused reads why (403), on the page of
the act (200) or on the one that follows (302).
"""

from tests.laws.answers import all_get, gets

TABLE = {
    "knowledge:home": ("get", "/biblioteca/", {}, all_get(200)),
    "knowledge:terms": ("get", "/biblioteca/palabras/?q=trata", {}, all_get(200)),
    "knowledge:wording": ("post", "/biblioteca/palabras/revisar/", {"text": "x"}, all_get(200)),
    "knowledge:law": ("get", "/biblioteca/leyes/?pais=HN", {}, all_get(200)),
    "knowledge:export_law": ("get", "/biblioteca/leyes/exportar.csv", {}, all_get(200)),
    "knowledge:palermo": ("get", "/biblioteca/leyes/HN/palermo/", {}, gets("200")),
    "knowledge:write_provision": ("get", "/biblioteca/leyes/HN/identidad/", {}, gets("200 ana eva; 403")),
    "knowledge:ask_country": ("post", "/biblioteca/leyes/HN/identidad/preguntar/", {}, gets("done")),
    "knowledge:instruments": ("get", "/biblioteca/instrumentos/", {}, all_get(200)),
    "knowledge:export_instruments": ("get", "/biblioteca/instrumentos/exportar.csv", {}, all_get(200)),
    "knowledge:instrument": ("get", "/biblioteca/instrumentos/{slug}/", {}, all_get(200)),
    "knowledge:edition_text": ("get", "/biblioteca/instrumentos/texto/{text}/", {}, all_get(200)),
    "knowledge:add_instrument": ("get", "/biblioteca/instrumentos/nuevo/", {}, gets("200 ana beto; 403")),
    "knowledge:add_edition": ("get", "/biblioteca/instrumentos/{slug}/version/", {}, gets("200 ana beto; 403")),
    "knowledge:add_text": ("get", "/biblioteca/instrumentos/version/{edition}/", {}, gets("200 ana beto; 403")),
    "knowledge:write_adoption": ("get", "/biblioteca/instrumentos/{slug}/HN/", {}, gets("200 ana eva; 403")),
    "knowledge:entries": ("get", "/biblioteca/fichas/practica/", {}, all_get(200)),
    "knowledge:export_entries": ("get", "/biblioteca/fichas/practica/exportar.csv", {}, all_get(200)),
    "knowledge:add_entry": ("get", "/biblioteca/fichas/piloto/nueva/", {}, gets("200 ana beto carla diego eva marta; 403")),
    "knowledge:entry": ("get", "/biblioteca/ficha/{entry}/", {}, all_get(200)),
    "knowledge:entry_file": ("get", "/biblioteca/ficha/{entry}/archivo/", {}, all_get(200)),
    "knowledge:change_entry": ("get", "/biblioteca/ficha/{entry}/cambiar/", {}, gets("200 ana beto eva; 403")),
    "knowledge:withdraw_entry": ("post", "/biblioteca/ficha/{entry}/retirar/", {}, gets("done ana beto eva; 403")),
    "knowledge:review_entry": ("get", "/biblioteca/ficha/{entry}/opinar/", {}, gets("200 carla diego eva karla marta; 403")),
    "knowledge:replicate_entry": ("get", "/biblioteca/ficha/{entry}/repetir/", {}, gets("200 carla diego eva karla marta; 403")),
    "knowledge:compared": ("get", "/biblioteca/diagnosticos/reinsercion/", {}, gets("200")),
    "knowledge:begin": ("post", "/biblioteca/diagnosticos/reinsercion/empezar/", {"body": "DGM:SV"}, gets("done carla marta; 302")),
    "knowledge:assessment": ("get", "/biblioteca/diagnosticos/{assessment}/", {}, gets("200 eva; 403")),
}  # fmt: skip
