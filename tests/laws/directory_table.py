"""Who gets what in the pages of the directory.

"done" is what somebody gets whose act is recorded; whoever is refused reads why (403), on the page of
the act (200) or on the one that follows (302).
"""

from tests.laws.answers import all_get, gets

TABLE = {
    "directory:competence": ("get", "/directorio/competencias/", {}, all_get(200)),
    "directory:country": ("get", "/directorio/pais/HN/", {}, all_get(200)),
    "directory:name_competent": ("post", "/directorio/pais/HN/competencia/", {}, gets("200 ana eva; 403")),
    "directory:attach_basis": ("get", "/directorio/competencias/{competence}/norma/", {}, gets("200 ana eva; 403")),
    "directory:end_competence": ("post", "/directorio/competencias/{competence}/terminar/", {}, gets("done ana eva; 403")),
    "directory:show_civil_society": ("post", "/directorio/pais/NI/sociedad-civil/", {"rule": "members"}, gets("done beto; 403")),
    "directory:network": ("get", "/directorio/red/", {}, all_get(200)),
    "directory:export_network": ("get", "/directorio/red.csv", {}, gets("200 carla diego eva luis marta; 302")),
    "directory:contact": ("get", "/directorio/DGM:HN/contacto/", {}, gets("200 ana eva; 403")),
    "directory:charge": ("post", "/personas/{ana}/tema/", {"matter": "retorno"}, gets("done karla; 403")),
    "directory:route": ("get", "/directorio/ruta/", {}, all_get(200)),
    "directory:write_seat": ("get", "/directorio/pais/HN/asiento/", {}, gets("200 ana beto eva; 403")),
    "directory:correct_seat": ("get", "/directorio/asientos/{seat}/corregir/", {}, gets("200 ana beto eva; 403")),
    "directory:change_seat": ("post", "/directorio/asientos/{seat}/", {"word": "end"}, gets("done ana beto eva; 302")),
    "directory:doubts": ("get", "/directorio/avisos/", {}, gets("200")),
    "directory:settle_doubt": ("post", "/directorio/avisos/{doubt}/", {"answer": "Así es."}, gets("done ana eva; 200")),
    "directory:doubt": ("get", "/directorio/datos/competencia/{competence}/", {}, all_get(200)),
    "directory:validate": ("post", "/directorio/datos/competencia/{competence}/validar/", {}, gets("done eva; 302")),
    "directory:vault": ("get", "/boveda/", {}, gets("200 ana beto gloria hugo ines julio; 403")),
    "directory:close_vault": ("post", "/boveda/cerrar/", {}, gets("302 ana beto gloria hugo ines julio; 403")),
    "directory:change_passphrase": ("get", "/boveda/frase/", {}, gets("200 ana beto gloria hugo ines julio; 403")),
    "directory:lost_passphrase": ("get", "/boveda/perdida/", {}, gets("200 ana beto gloria hugo ines julio; 403")),
    "directory:key_directory": ("get", "/claves/", {}, all_get(200)),
    "directory:endorse_key": ("post", "/claves/999999/firmar/", {}, gets("200 ana beto gloria hugo ines julio; 403")),
    "directory:give_part": ("post", "/claves/peticion/999999/", {}, gets("200 ana beto gloria hugo ines julio; 403")),
    "directory:keys": ("get", "/directorio/DGM:MX/claves/", {}, gets("200 ana ines; 403")),
    "directory:found_keys": ("post", "/directorio/DGM:MX/claves/hacer/", {}, gets("200 ana beto gloria hugo ines julio; 403")),
    "directory:rotate_keys": ("post", "/directorio/DGM:MX/claves/cambiar/", {}, gets("200 ana beto gloria hugo ines julio; 403")),
    "directory:entrust_keys": ("post", "/directorio/DGM:MX/claves/partes/", {}, gets("200 ana beto gloria hugo ines julio; 403")),
    "directory:ask_recovery": ("post", "/directorio/DGM:MX/claves/pedir/", {}, gets("403")),
    "directory:give_key": ("post", "/directorio/DGM:MX/claves/dar/999999/", {}, gets("200 ana beto gloria hugo ines julio; 403")),
    "directory:bodies": ("get", "/directorio/", {}, all_get(200)),
    "directory:body": ("get", "/directorio/ST-CRM/", {}, all_get(200)),
    "directory:people": ("get", "/directorio/ST-CRM/personas/", {}, gets("200 ana karla; 403")),
    "directory:end_membership": ("post", "/personas/{ana}/terminar/", {}, gets("done karla; 403")),
    "directory:change_invitation": ("post", "/invitaciones/{invitation}/", {"word": "again"}, gets("done ana; 403")),
    "directory:invitation": ("get", "/invitacion/", {}, all_get(410)),
    "directory:open_invitation": ("get", "/invitacion/x/", {}, all_get(302)),
    "directory:remove_second_factor": ("post", "/personas/{ana}/segundo-factor/", {}, gets("done karla; 403")),
    "directory:show_body": ("post", "/directorio/DEMO:ALB-GT/mostrar/", {}, gets("403 ana beto gloria hugo; 404")),
    "directory:add_body": ("get", "/directorio/nueva/", {}, gets("200 ana beto; 403")),
    "directory:change_body": ("get", "/directorio/DGM:HN/cambiar/", {}, gets("200 ana; 403")),
    "directory:see_off": ("get", "/personas/{ana}/salida/", {}, gets("200 karla; 403")),
    "directory:end_sessions": ("post", "/personas/{ana}/sesiones/", {}, gets("done karla; 403")),
}  # fmt: skip
