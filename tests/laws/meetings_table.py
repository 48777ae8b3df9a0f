"""Who gets what in the pages of meetings.

"done" is what somebody gets whose act is recorded; whoever is refused reads why (403), on the page of
the act (200) or on the one that follows (302).
"""

from tests.laws.answers import all_get, gets

TABLE = {
    "meetings:home": ("get", "/reuniones/", {}, all_get(200)),
    "meetings:calendar": ("get", "/reuniones/reuniones.ics", {}, all_get(200)),
    "meetings:plan": ("get", "/reuniones/nueva/", {}, gets("200 ana beto; 403")),
    "meetings:sitting": ("get", "/reuniones/p/", {}, gets("200")),
    "meetings:change": ("get", "/reuniones/p/cambiar/", {}, gets("200 ana beto; 403")),
    "meetings:cancel": ("post", "/reuniones/p/suspender/", {"reason": "Huracán."}, gets("done ana beto; 403")),
    "meetings:invite": ("get", "/reuniones/p/invitar/", {}, gets("200 ana beto; 403")),
    "meetings:answer": ("post", "/reuniones/p/responder/", {"delegation": "{delegation}", "answer": "accepted"}, gets("done carla; 403")),
    "meetings:minutes": ("get", "/reuniones/circula/acta/", {}, gets("200")),
    "meetings:begin_minutes": ("post", "/reuniones/sin-acta/acta/empezar/", {}, gets("done ana beto; 403")),
    "meetings:download_minutes": ("get", "/reuniones/aprobada/acta/texto.txt", {}, gets("200")),
    "meetings:write_item": ("post", "/reuniones/escrita/acta/puntos/{item}/", {"discussion": "Se leyó.", "revision": "1"}, gets("done ana beto; 403")),
    "meetings:strike_agreement": ("post", "/reuniones/escrita/acta/acuerdos/{agreed}/quitar/", {}, gets("done ana beto; 403")),
    "meetings:act_on_minutes": ("post", "/reuniones/escrita/acta/decidir/", {"word": "circulate"}, gets("done ana beto; 403")),
    "meetings:correct_minutes": ("post", "/reuniones/circula/acta/correcciones/", {"text": "Sobra una (prueba)."}, gets("done carla eva; 200")),
    "meetings:settle_correction": ("post", "/reuniones/circula/acta/correcciones/{correction}/", {"word": "taken"}, gets("done ana beto; 200")),
    "meetings:tie_event": ("post", "/reuniones/p/plazos/{event}/", {}, gets("done ana beto; 403")),
    "meetings:tables": ("get", "/reuniones/mesas/", {}, gets("200 ana beto karla luis; 302")),
    "meetings:table": ("get", "/reuniones/mesas/SV/", {}, gets("200 ana beto carla marta; 403")),
    "meetings:topic": ("get", "/reuniones/temas/{topic}/", {}, gets("200 ana beto carla marta; 403")),
    "meetings:correct_topic": ("post", "/reuniones/temas/{fresh}/corregir/", {"body": "{of_sv}", "title": "Otro", "text": "Otro.", "language": "es"}, gets("done carla; 403")),
    "meetings:take_back": ("post", "/reuniones/dichos/{said}/retirar/", {}, gets("done carla; 403")),
    "meetings:act_on_topic": ("post", "/reuniones/temas/{topic}/decir/", {"body": "{of_sv}", "text": "Bien."}, gets("200 ana beto marta; done carla; 403")),
    "meetings:answer_elevation": ("post", "/reuniones/elevados/{elevation}/responder/", {"outcome": "Se vio."}, gets("done ana beto; 403")),
    "meetings:dossier": ("get", "/reuniones/p/expediente/", {}, gets("200")),
    "meetings:make_dossier": ("post", "/reuniones/sin-acta/expediente/preparar/", {}, gets("done ana beto; 403")),
    "meetings:dossier_file": ("get", "/reuniones/expedientes/{dossier}/", {}, gets("200")),
    "meetings:efforts": ("get", "/reuniones/esfuerzos/", {}, gets("200")),
    "meetings:export_efforts": ("get", "/reuniones/esfuerzos/esfuerzos.csv", {}, gets("200 carla diego eva luis marta; 302")),
    "meetings:tell_effort": ("get", "/reuniones/esfuerzos/nuevo/", {}, gets("200")),
    "meetings:change_effort": ("get", "/reuniones/esfuerzos/{effort}/", {}, gets("200 carla; 403")),
    "meetings:withdraw_effort": ("post", "/reuniones/esfuerzos/{effort}/retirar/", {}, gets("done carla; 403")),
    "meetings:document": ("get", "/reuniones/documentos/{document}/", {}, gets("200")),
    "meetings:remove_document": ("post", "/reuniones/documentos/{document}/quitar/", {}, gets("done ana beto; 403")),
    "meetings:add_document": ("get", "/reuniones/p/documentos/", {}, gets("200 ana beto carla eva; 403")),
    "meetings:agenda": ("get", "/reuniones/p/agenda/", {}, gets("200")),
    "meetings:compute_agenda": ("post", "/reuniones/p/agenda/calcular/", {}, gets("done ana beto; 403")),
    "meetings:add_item": ("post", "/reuniones/p/agenda/agregar/", {"title": "Prueba"}, gets("done ana beto; 403")),
    "meetings:change_item": ("post", "/reuniones/p/agenda/{planned}/", {"act": "drop"}, gets("done ana beto; 403")),
    "meetings:attendance": ("get", "/reuniones/sin-acta/asistencia/", {}, gets("200 ana beto; 403")),
}  # fmt: skip
