"""Who gets what in the pages of consultation."""

from tests.laws.answers import members, only

NONE = "/propuestas/999999/"
TEXT = f"{NONE}v/1/"
PROPOSE = only({"ana", "beto", "carla", "diego", "eva", "karla", "marta"}, 200)
TABLE = {
    "consultation:proposals": ("get", "/propuestas/", {}, members(200)),
    "consultation:propose": ("get", "/propuestas/nueva/", {}, PROPOSE),
    **{
        f"consultation:{name}": (method, path, {}, members(404))
        for name, method, path in (
            ("proposal", "get", NONE), ("withdraw", "post", f"{NONE}retirar/"),
            ("begin_version", "post", f"{NONE}version/"), ("topics", "get", f"{NONE}temas/"),
            ("cover", "get", f"{NONE}temas/1/"), ("version", "get", TEXT),
            ("compare", "get", f"{TEXT}cambios/"), ("pdf", "get", f"{TEXT}texto.pdf"), ("docx", "get", f"{TEXT}cambios.docx"),
            ("freeze", "post", f"{TEXT}fijar/"),
            ("whole", "get", f"{TEXT}texto/"), ("describe", "get", f"{TEXT}datos/"),
            ("add_clause", "get", f"{TEXT}nueva/"), ("add_artefact", "get", f"{TEXT}archivos/"),
            ("artefact", "get", f"{TEXT}archivos/1/"), ("clause", "get", f"{TEXT}c/1/"),
            ("place_clause", "post", f"{TEXT}c/1/lugar/"),
        )
    },
}  # fmt: skip
