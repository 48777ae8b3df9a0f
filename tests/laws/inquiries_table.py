"""Who gets what in the pages of information requests.

"done" is what somebody gets whose act is recorded; whoever is refused reads why (403), on the page of
the act (200) or on the one that follows (302).
"""

from tests.laws.answers import gets

TABLE = {
    "inquiries:home": ("get", "/solicitudes/", {}, gets("200")),
    "inquiries:ask": ("get", "/solicitudes/nueva/", {}, gets("200 ana beto; 403")),
    "inquiries:inquiry": ("get", "/solicitudes/{inquiry}/", {}, gets("200 ana beto carla eva marta; 403")),
    "inquiries:change": ("post", "/solicitudes/{inquiry}/cambiar/", {"due_on": "20/02/2027"}, gets("done ana; 403")),
    "inquiries:export": ("get", "/solicitudes/{inquiry}/respuestas.csv", {}, gets("200 carla eva marta; 302 ana beto; 403")),
    "inquiries:answer": ("post", "/solicitudes/respuestas/{answer}/", {"word": "decline", "language": "es", "text": "No se sabe.", "revision": "1"}, gets("done carla; 403")),
    "inquiries:file": ("get", "/solicitudes/respuestas/{given}/archivo/", {}, gets("200 ana beto carla eva marta; 403")),
    "inquiries:pass_on": ("post", "/solicitudes/respuestas/{answer}/pasar/", {"to": "{other}", "reason": "Le compete."}, gets("done carla; 403")),
    "inquiries:reopen": ("post", "/solicitudes/respuestas/{given}/devolver/", {}, gets("done ana; 403")),
}  # fmt: skip
