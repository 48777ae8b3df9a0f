"""Who gets what in the pages of people. Those of complaint are everybody's: the receipt opens them, no role."""

from tests.laws.answers import all_get

TABLE = {
    "cases:complain": ("get", "/denuncia/", {}, all_get(200)),
    "cases:begin": ("post", "/denuncia/empezar/", {}, all_get(404)),
    "cases:come_back": ("get", "/denuncia/volver/", {}, all_get(200)),
    "cases:leave": ("post", "/denuncia/salir/", {}, all_get(303)),
} | {
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
