"""Who gets what in the pages of monitoring.

"done" is what somebody gets whose act is recorded; whoever is refused reads why (403), on the page of
the act (200) or on the one that follows (302).
"""

from tests.laws.answers import all_get, gets

TABLE = {
    "monitoring:home": ("get", "/seguimiento/", {}, gets("200")),
    "monitoring:who_answers": ("get", "/seguimiento/quien/", {}, gets("200")),
    "monitoring:name_bodies": ("get", "/seguimiento/quien/{owed}/", {}, gets("200 ana beto; 403")),
    "monitoring:draft_cycle": ("get", "/seguimiento/ciclos/nuevo/", {}, gets("200 ana beto; 403")),
    "monitoring:cycle": ("get", "/seguimiento/ciclos/p/", {}, gets("200")),
    "monitoring:change_cycle": ("get", "/seguimiento/ciclos/p/cambiar/", {}, gets("200 ana beto; 403")),
    "monitoring:confirm_cycle": ("post", "/seguimiento/ciclos/{waiting}/confirmar/", {"revision": "1"}, gets("done ana beto; 403")),
    "monitoring:report": ("get", "/seguimiento/informes/{report}/", {}, gets("200 carla marta; 403")),
    "monitoring:assess": ("post", "/seguimiento/informes/{given}/valorar/", {"rating": "limited", "reasons": "Poco.", "revision": "1"}, gets("done ana beto; 200")),
    "monitoring:remark": ("post", "/seguimiento/informes/{given}/palabra/", {"kind": "note", "text": "Bien.", "language": "es"}, gets("done beto diego; 200")),
    "monitoring:add_evidence": ("get", "/seguimiento/informes/{report}/pruebas/", {}, gets("200 carla; 403")),
    "monitoring:evidence": ("get", "/seguimiento/pruebas/{evidence}/", {}, gets("200 carla marta; 403")),
    "monitoring:withdraw_evidence": ("post", "/seguimiento/pruebas/{evidence}/retirar/", {}, gets("done carla; 403")),
    "monitoring:obligation": ("get", "/seguimiento/obligaciones/{duty}/", {}, gets("200")),
    "monitoring:ask_extension": ("post", "/seguimiento/obligaciones/{dated}/plazo/", {"wanted": "20/02/2027", "reason": "Falta."}, gets("done carla; 200")),
    "monitoring:decide_extension": ("post", "/seguimiento/plazos/{extension}/", {"word": "grant", "reason": "Sí."}, gets("done ana beto; 403")),
    "monitoring:say_outcome": ("post", "/seguimiento/obligaciones/{duty}/cierre/", {"outcome": "fulfilled", "reason": "Se hizo."}, gets("done ana beto; 403")),
    "monitoring:set_milestone": ("post", "/seguimiento/obligaciones/{duty}/hitos/", {"title": "Dos", "weight": "1"}, gets("done carla; 200")),
    "monitoring:name_partner": ("post", "/seguimiento/obligaciones/{duty}/socia/", {}, gets("302 beto; 403")),
    "monitoring:bring_reports": ("get", "/seguimiento/ciclos/p/hoja/DGM:SV/", {}, gets("200 carla; 403")),
    "monitoring:report_template": ("get", "/seguimiento/ciclos/p/hoja/DGM:SV/informes.xlsx", {}, gets("200 carla; 403")),
    "monitoring:intakes": ("get", "/seguimiento/traer/", {}, gets("200 ana beto; 403")),
    "monitoring:intake": ("get", "/seguimiento/traer/{intake}/", {}, gets("200 ana; 403")),
    "monitoring:choose_columns": ("post", "/seguimiento/traer/{intake}/columnas/", {"head": "1", "statement": "1"}, gets("done ana; 403")),
    "monitoring:take_in": ("post", "/seguimiento/traer/{intake}/todo/", {}, gets("done ana; 403")),
    "monitoring:discard_intake": ("post", "/seguimiento/traer/{intake}/descartar/", {}, gets("done ana; 403")),
    "monitoring:deliver": ("post", "/seguimiento/obligaciones/{duty}/entregas/", {"title": "Lista", "link": "https://example.org/", "reach": "members", "language": "es"}, gets("done carla; 200")),
    "monitoring:delivery": ("get", "/seguimiento/entregas/{delivery}/", {}, gets("200")),
    "monitoring:take_back": ("post", "/seguimiento/entregas/{delivery}/retirar/", {}, gets("done carla; 403")),
    "monitoring:drop_milestone": ("post", "/seguimiento/hitos/{milestone}/retirar/", {}, gets("done carla; 403")),
    "monitoring:commitment": ("get", "/seguimiento/compromisos/{owed}/", {}, gets("200")),
    "monitoring:keep_report": ("post", "/seguimiento/informes/{report}/guardar/", {"language": "es", "revision": "1"}, gets("done carla; 403")),
    "monitoring:exports": ("get", "/seguimiento/datos/", {}, gets("200")),
    "monitoring:export": ("get", "/seguimiento/datos/seguimiento.json", {}, gets("200 carla diego eva luis marta; 302")),
    "monitoring:report_by_note": ("post", "/seguimiento/informes/{untouched}/nota/", {"instrument": "Nota 1", "rating": "limited", "narrative": "Algo.", "language": "es"}, gets("done ana; 403")),
    "monitoring:dashboard": ("get", "/seguimiento/panel/", {}, gets("200")),
    "monitoring:published": ("get", "/seguimiento/boletines/", {}, all_get(200)),
    "monitoring:hashes": ("get", "/seguimiento/boletines/resumenes.txt", {}, all_get(200)),
    "monitoring:scorecard": ("get", "/seguimiento/boletines/p/1/", {}, all_get(200)),
    "monitoring:download_scorecard": ("get", "/seguimiento/boletines/p/1/boletin.json", {}, all_get(200)),
    "monitoring:draft_scorecard": ("get", "/seguimiento/ciclos/p/boletin/", {}, gets("200 ana beto; 403")),
    "monitoring:decide_report": ("post", "/seguimiento/informes/{sent}/decidir/", {"word": "validate"}, gets("200 carla; done marta; 403")),
}  # fmt: skip
