"""Every address of information requests: method, address, data, who gets what."""

from tests.laws.answers import SECRETARIATS, members, only, taking

#: The request is made by ST-CRM to the DGME of El Salvador alone, its answers among those asked.
ASKED = {"ana", "beto", "carla", "marta"}

TABLE = {
    "inquiries:home": ("get", "/solicitudes/", {}, members(200)),
    "inquiries:ask": ("get", "/solicitudes/nueva/", {}, only(SECRETARIATS, 200)),
    "inquiries:inquiry": ("get", "/solicitudes/{inquiry}/", {}, only(ASKED, 200)),
    "inquiries:change": ("post", "/solicitudes/{inquiry}/cambiar/", {}, only({"ana"}, 200)),
    "inquiries:export": (
        "get",
        "/solicitudes/{inquiry}/respuestas.csv",
        {},
        taking(only(ASKED, 200)),
    ),
    "inquiries:answer": (
        "post",
        "/solicitudes/respuestas/{answer}/",
        {"word": "decline", "language": "es"},
        only({"carla"}, 200),
    ),
    "inquiries:file": (
        "get",
        "/solicitudes/respuestas/{answer}/archivo/",
        {},
        only({"carla", "marta"}, 404),
    ),
    "inquiries:pass_on": ("post", "/solicitudes/respuestas/999999/pasar/", {}, members(404)),
    "inquiries:reopen": (
        "post",
        "/solicitudes/respuestas/{answer}/devolver/",
        {},
        only(set(), 403),
    ),
}
