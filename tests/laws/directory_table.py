"""Who gets what in the newer pages of the directory."""

from tests.laws.answers import all_get, members, only, taking

#: Whose work asks for a vault; with it closed each act asks for the phrase first.
VAULTED = {"ana", "beto", "gloria", "hugo", "ines", "julio"}

TABLE = {
    "directory:competence": ("get", "/directorio/competencias/", {}, all_get(200)),
    "directory:country": ("get", "/directorio/pais/HN/", {}, all_get(200)),
    "directory:name_competent": (
        "post",
        "/directorio/pais/HN/competencia/",
        {},
        only({"ana", "eva"}, 200),
    ),
    "directory:attach_basis": ("get", "/directorio/competencias/999999/norma/", {}, members(404)),
    "directory:end_competence": (
        "post",
        "/directorio/competencias/999999/terminar/",
        {},
        members(404),
    ),
    "directory:show_civil_society": (
        "post",
        "/directorio/pais/NI/sociedad-civil/",
        {"rule": "members"},
        only({"beto"}, 302),
    ),
    "directory:network": ("get", "/directorio/red/", {}, all_get(200)),
    "directory:export_network": ("get", "/directorio/red.csv", {}, taking(members(200))),
    "directory:contact": ("get", "/directorio/DGM:HN/contacto/", {}, only({"ana", "eva"}, 200)),
    "directory:charge": ("post", "/personas/999999/tema/", {}, members(404)),
    "directory:route": ("get", "/directorio/ruta/", {}, all_get(200)),
    "directory:write_seat": (
        "get",
        "/directorio/pais/HN/asiento/",
        {},
        only({"ana", "beto", "eva"}, 200),
    ),
    "directory:correct_seat": ("get", "/directorio/asientos/999999/corregir/", {}, members(404)),
    "directory:change_seat": ("post", "/directorio/asientos/999999/", {}, members(404)),
    "directory:doubts": ("get", "/directorio/avisos/", {}, members(200)),
    "directory:settle_doubt": ("post", "/directorio/avisos/999999/", {}, members(404)),
    "directory:doubt": ("get", "/directorio/datos/competencia/999999/", {}, all_get(404)),
    "directory:validate": (
        "post",
        "/directorio/datos/competencia/999999/validar/",
        {},
        members(404),
    ),
    "directory:vault": ("get", "/boveda/", {}, only(VAULTED, 200)),
    "directory:close_vault": ("post", "/boveda/cerrar/", {}, only(VAULTED, 302)),
    "directory:change_passphrase": ("get", "/boveda/frase/", {}, only(VAULTED, 200)),
    "directory:lost_passphrase": ("get", "/boveda/perdida/", {}, only(VAULTED, 200)),
    "directory:key_directory": ("get", "/claves/", {}, all_get(200)),
    "directory:endorse_key": ("post", "/claves/999999/firmar/", {}, only(VAULTED, 200)),
    "directory:give_part": ("post", "/claves/peticion/999999/", {}, only(VAULTED, 200)),
    "directory:keys": ("get", "/directorio/DGM:MX/claves/", {}, only({"ana", "ines"}, 200)),
    "directory:found_keys": ("post", "/directorio/DGM:MX/claves/hacer/", {}, only(VAULTED, 200)),
    "directory:rotate_keys": ("post", "/directorio/DGM:MX/claves/cambiar/", {}, only(VAULTED, 200)),
    "directory:entrust_keys": ("post", "/directorio/DGM:MX/claves/partes/", {}, only(VAULTED, 200)),
    "directory:ask_recovery": ("post", "/directorio/DGM:MX/claves/pedir/", {}, members(403)),
    "directory:give_key": ("post", "/directorio/DGM:MX/claves/dar/999999/", {}, only(VAULTED, 200)),
}
