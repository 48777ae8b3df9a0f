"""Who gets what in the pages of services."""

from tests.laws.answers import all_get, members, only

UID = "00000000-0000-4000-8000-000000000000"
TABLE = {
    "services:finder": ("get", "/servicios/?pais=HN", {}, all_get(200)),
    "services:service": ("get", f"/servicios/{UID}/", {}, all_get(404)),
    "services:card": ("get", f"/servicios/{UID}/tarjeta/", {}, all_get(404)),
    "services:add": ("get", "/servicios/nuevo/?de=DGM:HN", {}, only({"ana", "eva"}, 200)),
    "services:mine": ("get", "/servicios/mios/", {}, members(200)),
    "services:change": ("get", f"/servicios/{UID}/cambiar/", {}, all_get(404) | {"": "in"}),
    "services:state": ("post", f"/servicios/{UID}/estado/", {}, all_get(404) | {"": "in"}),
    "services:confirm": ("post", "/servicios/confirmar/", {}, members(302)),
    "services:confirm_by_link": ("get", "/servicios/carta/x/", {}, all_get(410)),
}
