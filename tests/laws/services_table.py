"""Who gets what in the pages and the interface of services.

"done" is what somebody gets whose act is recorded; whoever is refused reads why (403), on the page of
the act (200) or on the one that follows (302).
"""

from tests.laws.answers import all_get, gets

TABLE = {
    "hsds:list_services": ("get", "/api/hsds/services", {}, all_get(200)),
    "hsds:list_organizations": ("get", "/api/hsds/organizations", {}, all_get(200)),
    "hsds:list_taxonomies": ("get", "/api/hsds/taxonomies", {}, all_get(200)),
    "hsds:list_at_locations": ("get", "/api/hsds/service_at_locations", {}, all_get(200)),
    "hsds:list_terms": ("get", "/api/hsds/taxonomy_terms", {}, all_get(200)),
    "hsds:one_service": ("get", "/api/hsds/services/{service}", {}, all_get(200)),
    "hsds:one_organization": ("get", "/api/hsds/organizations/{organization}", {}, all_get(200)),
    "hsds:one_taxonomy": ("get", "/api/hsds/taxonomies/{taxonomy}", {}, all_get(200)),
    "hsds:one_term": ("get", "/api/hsds/taxonomy_terms/{term}", {}, all_get(200)),
    "hsds:about": ("get", "/api/hsds/", {}, all_get(200)),
    "hsds:api-root": ("get", "/api/hsds/", {}, all_get(200)),
    "hsds:openapi-json": ("get", "/api/hsds/openapi.json", {}, all_get(200)),
    "services:profile": ("get", "/api/hsds/perfil.json", {}, all_get(200)),
    "services:finder": ("get", "/servicios/?pais=HN", {}, all_get(200)),
    "services:service": ("get", "/servicios/{service}/", {}, all_get(200)),
    "services:card": ("get", "/servicios/{service}/tarjeta/", {}, all_get(200)),
    "services:programme": ("get", "/servicios/programas/{programme}/", {}, all_get(200)),
    "services:add_programme": ("get", "/servicios/programas/nuevo/?de=DGM:HN", {}, gets("200 ana eva; 403")),
    "services:change_programme": ("get", "/servicios/programas/{programme}/cambiar/", {}, gets("200 ana eva; 403")),
    "services:end_programme": ("post", "/servicios/programas/{programme}/retirar/", {}, gets("done ana eva; 403")),
    "services:add": ("get", "/servicios/nuevo/?de=DGM:HN", {}, gets("200 ana eva; 403")),
    "services:start": ("get", "/servicios/traer/?de=DGM:HN", {}, gets("200 ana eva; 403")),
    "services:bringing": ("get", "/servicios/traer/{bringing}/", {}, gets("200 ana eva; 403")),
    "services:throw_away": ("post", "/servicios/traer/{bringing}/olvidar/", {}, gets("done ana eva; 403")),
    "services:export": ("get", "/servicios/exportar/?de=DGM:HN", {}, gets("200 ana eva; 403")),
    "services:areas": ("get", "/servicios/zonas/?pais=HN", {}, all_get(200)),
    "services:channels": ("get", "/servicios/quejas/", {}, all_get(200)),
    "services:channel": ("get", "/servicios/quejas/{channel}/", {}, all_get(200)),
    "services:change_channel": ("get", "/servicios/quejas/{channel}/cambiar/", {}, gets("200 ana beto eva; 403")),
    "services:act_channel": ("post", "/servicios/quejas/{channel}/acto/", {"word": "end"}, gets("done ana beto eva; 403")),
    "services:write_channel": ("get", "/servicios/quejas/nuevo/HN/", {}, gets("200 ana beto eva; 403")),
    "services:mine": ("get", "/servicios/mios/", {}, gets("200")),
    "services:change": ("get", "/servicios/{service}/cambiar/", {}, gets("200 ana eva; 403")),
    "services:state": ("post", "/servicios/{service}/estado/", {"status": "inactive"}, gets("done ana eva; 403")),
    "services:confirm": ("post", "/servicios/confirmar/", {"service": "{service}"}, gets("done eva; 403")),
    "services:confirm_by_link": ("get", "/servicios/carta/x/", {}, all_get(410)),
    "no_such_api": ("get", "/api/x", {}, all_get(404)),
}  # fmt: skip
