"""Who gets what in the newer pages of the directory."""

from tests.laws.answers import all_get, members, only

TABLE = {
    "directory:competence": ("get", "/directorio/competencias/", {}, all_get(200)),
    "directory:country": ("get", "/directorio/pais/HN/", {}, all_get(200)),
    "directory:name_competent": (
        "post",
        "/directorio/pais/HN/competencia/",
        {},
        only({"ana", "eva"}, 200),
    ),
    "directory:end_competence": (
        "post",
        "/directorio/competencias/999999/terminar/",
        {},
        members(404),
    ),
    "directory:doubts": ("get", "/directorio/avisos/", {}, members(200)),
    "directory:settle_doubt": ("post", "/directorio/avisos/999999/", {}, members(404)),
    "directory:doubt": ("get", "/directorio/datos/competencia/999999/", {}, all_get(404)),
    "directory:validate": (
        "post",
        "/directorio/datos/competencia/999999/validar/",
        {},
        members(404),
    ),
}
