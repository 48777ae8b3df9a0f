"""Who gets what in the pages of consultation."""

from tests.laws.answers import all_get, members, only

NONE = "/propuestas/999999/"
TEXT = f"{NONE}v/1/"
ROUND = f"{NONE}ronda/1/"
SAID = f"{NONE}observacion/1/"
PROPOSE = only({"ana", "beto", "carla", "diego", "eva", "karla", "marta"}, 200)
TABLE = {
    "consultation:proposals": ("get", "/propuestas/", {}, members(200)),
    "consultation:adopted": ("get", "/propuestas/adoptadas/", {}, all_get(200)),
    "consultation:record": ("get", "/propuestas/adoptadas/999999/", {}, all_get(404)),
    "consultation:adopted_file": (
        "get", "/propuestas/adoptadas/999999/archivos/1/", {}, all_get(404),
    ),
    "consultation:absence": ("get", "/propuestas/ausencia/", {}, members(200)),
    "consultation:decide_absence": ("post", "/propuestas/ausencia/999999/", {}, members(404)),
    "consultation:remind": ("post", "/propuestas/999999/posturas/recordar/", {}, members(404)),
    "consultation:office": ("get", "/propuestas/secretarias/", {}, only({"ana", "beto"}, 200)),
    "consultation:propose": ("get", "/propuestas/nueva/", {}, PROPOSE),
    **{
        f"consultation:{name}": (method, path, {}, members(404))
        for name, method, path in (
            ("proposal", "get", NONE), ("withdraw", "post", f"{NONE}retirar/"),
            ("begin_version", "post", f"{NONE}version/"), ("topics", "get", f"{NONE}temas/"),
            ("cover", "get", f"{NONE}temas/1/"), ("version", "get", TEXT),
            ("compare", "get", f"{TEXT}cambios/"), ("declare_adoption", "get", f"{NONE}adoptar/"),
            ("certify_adoption", "post", f"{NONE}certificar/"),
            ("elevate", "post", f"{NONE}elevar/"), ("order_silence", "get", f"{NONE}silencio/"), ("lift_silence", "post", f"{ROUND}levantar/"),
            ("positions", "get", f"{NONE}posturas/"),
            ("take_position", "get", f"{NONE}posturas/nueva/"),
            ("confirm_position", "post", f"{NONE}posturas/1/"), ("open_round", "get", f"{TEXT}ronda/"), ("round", "get", ROUND),
            ("observe", "get", f"{ROUND}observar/"), ("bring_observations", "get", f"{ROUND}hoja/"),
            ("matrix", "get", f"{ROUND}hoja/observaciones.xlsx"), ("own_country", "get", f"{ROUND}pais/"),
            ("heat_map", "get", f"{ROUND}mapa/"),
            ("export_round", "get", f"{ROUND}observaciones.csv"),
            ("extend_round", "post", f"{ROUND}plazo/"), ("close_round", "post", f"{ROUND}cerrar/"),
            ("acknowledge", "post", f"{ROUND}acuse/1/"), ("observation", "get", SAID),
            ("change_observation", "get", f"{SAID}cambiar/"),
            ("dispose", "post", f"{SAID}decidir/"), ("act_on_observation", "post", f"{SAID}hacer/"),
            ("pdf", "get", f"{TEXT}texto.pdf"), ("docx", "get", f"{TEXT}cambios.docx"),
            ("freeze", "post", f"{TEXT}fijar/"),
            ("split", "get", f"{TEXT}separar/"), ("whole", "get", f"{TEXT}texto/"), ("describe", "get", f"{TEXT}datos/"),
            ("add_clause", "get", f"{TEXT}nueva/"), ("add_artefact", "get", f"{TEXT}archivos/"),
            ("artefact", "get", f"{TEXT}archivos/1/"), ("clause", "get", f"{TEXT}c/1/"),
            ("place_clause", "post", f"{TEXT}c/1/lugar/"),
        )
    },
}  # fmt: skip
