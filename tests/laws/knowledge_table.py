"""Who gets what in the pages of the library."""

from tests.laws.answers import SECRETARIATS, all_get, members, only

KIND = "/biblioteca/diagnosticos/reinsercion/"
#: Institutions and organisations of a country, and the Secretariats.
KEEPERS = only({"ana", "beto", "carla", "diego", "eva", "marta"}, 200)
TABLE = {
    "knowledge:home": ("get", "/biblioteca/", {}, all_get(200)),
    "knowledge:terms": ("get", "/biblioteca/palabras/?q=trata", {}, all_get(200)),
    "knowledge:wording": ("post", "/biblioteca/palabras/revisar/", {"text": "x"}, all_get(200)),
    "knowledge:law": ("get", "/biblioteca/leyes/?pais=HN", {}, all_get(200)),
    "knowledge:export_law": ("get", "/biblioteca/leyes/exportar.csv", {}, all_get(200)),
    "knowledge:palermo": ("get", "/biblioteca/leyes/HN/palermo/", {}, members(200)),
    "knowledge:write_provision": (
        "get",
        "/biblioteca/leyes/HN/identidad/",
        {},
        only({"ana", "eva"}, 200),
    ),
    "knowledge:ask_country": (
        "post",
        "/biblioteca/leyes/HN/identidad/preguntar/",
        {},
        members(302),
    ),
    "knowledge:instruments": ("get", "/biblioteca/instrumentos/", {}, all_get(200)),
    "knowledge:export_instruments": (
        "get",
        "/biblioteca/instrumentos/exportar.csv",
        {},
        all_get(200),
    ),
    "knowledge:instrument": ("get", "/biblioteca/instrumentos/no-hay/", {}, all_get(404)),
    "knowledge:edition_text": ("get", "/biblioteca/instrumentos/texto/999999/", {}, all_get(404)),
    "knowledge:add_instrument": (
        "get",
        "/biblioteca/instrumentos/nuevo/",
        {},
        only(SECRETARIATS, 200),
    ),
    "knowledge:add_edition": (
        "get",
        "/biblioteca/instrumentos/no-hay/version/",
        {},
        only(SECRETARIATS, 404),
    ),
    "knowledge:add_text": (
        "get",
        "/biblioteca/instrumentos/version/999999/",
        {},
        only(SECRETARIATS, 404),
    ),
    "knowledge:write_adoption": (
        "get",
        "/biblioteca/instrumentos/no-hay/HN/",
        {},
        only({"ana", "eva"}, 404),
    ),
    "knowledge:entries": ("get", "/biblioteca/fichas/practica/", {}, all_get(200)),
    "knowledge:export_entries": (
        "get",
        "/biblioteca/fichas/practica/exportar.csv",
        {},
        all_get(200),
    ),
    "knowledge:add_entry": ("get", "/biblioteca/fichas/piloto/nueva/", {}, KEEPERS),
    "knowledge:entry": ("get", "/biblioteca/ficha/999999/", {}, all_get(404)),
    "knowledge:entry_file": ("get", "/biblioteca/ficha/999999/archivo/", {}, all_get(404)),
    "knowledge:change_entry": ("get", "/biblioteca/ficha/999999/cambiar/", {}, all_get(404)),
    "knowledge:withdraw_entry": ("post", "/biblioteca/ficha/999999/retirar/", {}, all_get(404)),
    "knowledge:review_entry": ("get", "/biblioteca/ficha/999999/opinar/", {}, members(404)),
    "knowledge:replicate_entry": ("get", "/biblioteca/ficha/999999/repetir/", {}, members(404)),
    "knowledge:compared": ("get", KIND, {}, members(200)),
    "knowledge:begin": ("post", f"{KIND}empezar/", {"body": "x"}, members(404)),
    "knowledge:assessment": ("get", "/biblioteca/diagnosticos/999999/", {}, members(404)),
}
