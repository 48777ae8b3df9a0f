"""Who gets what in the pages of people. Those of complaint are everybody's: the receipt opens them, no role."""

from tests.laws.answers import VAULTED, all_get, only

#: Whoever works with people; the others of the vault hold or sign keys.
CARE = VAULTED - {"ana", "beto"}

TABLE = (
    {
        "cases:complain": ("get", "/denuncia/", {}, all_get(200)),
        "cases:begin": ("post", "/denuncia/empezar/", {"country": "HN"}, all_get(400)),
        "cases:come_back": ("get", "/denuncia/volver/", {}, all_get(200)),
        "cases:handed_over": ("post", "/denuncia/entregada/", {}, all_get(302)),
        "cases:who_sees": ("get", "/quien-ve-que/", {}, all_get(200)),
        "cases:leave": ("post", "/denuncia/salir/", {}, all_get(303)),
    }
    | {
        f"cases:{name}": ("get", f"/denuncia/{path}/", {}, all_get(302))
        for name, path in (
            ("receipt", "recibo"),
            ("write", "escribir"),
            ("review", "enviar"),
            ("change_readers", "quien"),
            ("mine", "mia"),
            ("withdraw", "retirar"),
        )
    }
    | {
        "cases:answer_handover": ("post", "/denuncia/propuesta/999999/", {}, all_get(200)),
        "cases:add_file": ("get", "/denuncia/archivo/", {}, all_get(302)),
        "cases:take_file": ("get", "/atencion/999999/archivo/1/", {}, only(VAULTED, 302)),
        "cases:desk": ("get", "/atencion/", {}, only(CARE, 200)),
        "cases:handle": ("get", "/atencion/999999/", {}, only(VAULTED, 302)),
    }
    | {
        f"cases:{name}": ("post", f"/atencion/999999/{path}/", {}, only(VAULTED, 200))
        for name, path in (
            ("acknowledge", "recibida"),
            ("reply", "responder"),
            ("note", "nota"),
            ("assign", "encargar"),
            ("close", "cerrar"),
            ("propose_handover", "proponer"),
        )
    }
)
