"""Who gets what in the pages of services."""

from tests.laws.answers import all_get, members, only

UID = "00000000-0000-4000-8000-000000000000"
API = {
    **{
        f"hsds:list_{name}": ("get", f"/api/hsds/{name}", {}, all_get(200))
        for name in ("services", "organizations", "taxonomies")
    },
    "hsds:list_at_locations": ("get", "/api/hsds/service_at_locations", {}, all_get(200)),
    "hsds:list_terms": ("get", "/api/hsds/taxonomy_terms", {}, all_get(200)),
    "hsds:one_service": ("get", f"/api/hsds/services/{UID}", {}, all_get(404)),
    "hsds:one_organization": ("get", f"/api/hsds/organizations/{UID}", {}, all_get(404)),
    "hsds:one_taxonomy": ("get", f"/api/hsds/taxonomies/{UID}", {}, all_get(404)),
    "hsds:one_term": ("get", f"/api/hsds/taxonomy_terms/{UID}", {}, all_get(404)),
    "hsds:about": ("get", "/api/hsds/", {}, all_get(200)),
    "hsds:api-root": ("get", "/api/hsds/", {}, all_get(200)),
    "hsds:openapi-json": ("get", "/api/hsds/openapi.json", {}, all_get(200)),
    "services:profile": ("get", "/api/hsds/perfil.json", {}, all_get(200)),
    "no_such_api": ("get", "/api/x", {}, all_get(404)),
}
TABLE = {
    **API,
    "services:finder": ("get", "/servicios/?pais=HN", {}, all_get(200)),
    "services:service": ("get", f"/servicios/{UID}/", {}, all_get(404)),
    "services:card": ("get", f"/servicios/{UID}/tarjeta/", {}, all_get(404)),
    "services:programme": ("get", f"/servicios/programas/{UID}/", {}, all_get(404)),
    "services:add_programme": (
        "get",
        "/servicios/programas/nuevo/?de=DGM:HN",
        {},
        only({"ana", "eva"}, 200),
    ),
    "services:change_programme": (
        "get",
        f"/servicios/programas/{UID}/cambiar/",
        {},
        all_get(404) | {"": "in"},
    ),
    "services:end_programme": (
        "post",
        f"/servicios/programas/{UID}/retirar/",
        {},
        all_get(404) | {"": "in"},
    ),
    "services:add": ("get", "/servicios/nuevo/?de=DGM:HN", {}, only({"ana", "eva"}, 200)),
    "services:start": ("get", "/servicios/traer/?de=DGM:HN", {}, only({"ana", "eva"}, 200)),
    "services:bringing": ("get", "/servicios/traer/999999/", {}, members(404)),
    "services:throw_away": ("post", "/servicios/traer/999999/olvidar/", {}, members(404)),
    "services:export": ("get", "/servicios/exportar/?de=DGM:HN", {}, only({"ana", "eva"}, 200)),
    "services:areas": ("get", "/servicios/zonas/?pais=HN", {}, all_get(200)),
    "services:channels": ("get", "/servicios/quejas/", {}, all_get(200)),
    "services:channel": ("get", "/servicios/quejas/999999/", {}, all_get(404)),
    "services:change_channel": (
        "get",
        "/servicios/quejas/999999/cambiar/",
        {},
        all_get(404) | {"": "in"},
    ),
    "services:act_channel": (
        "post",
        "/servicios/quejas/999999/acto/",
        {},
        all_get(404) | {"": "in"},
    ),
    "services:write_channel": (
        "get",
        "/servicios/quejas/nuevo/HN/",
        {},
        only({"ana", "beto", "eva"}, 200),
    ),
    "services:mine": ("get", "/servicios/mios/", {}, members(200)),
    "services:change": ("get", f"/servicios/{UID}/cambiar/", {}, all_get(404) | {"": "in"}),
    "services:state": ("post", f"/servicios/{UID}/estado/", {}, all_get(404) | {"": "in"}),
    "services:confirm": ("post", "/servicios/confirmar/", {}, members(302)),
    "services:confirm_by_link": ("get", "/servicios/carta/x/", {}, all_get(410)),
}
