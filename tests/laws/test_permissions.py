"""Every address for the whole cast: who gets which answer, in a world where every record exists.

"in" means the sign-in page, "done" that an act was recorded. An address without a row here fails the
first test; a row that answers 404 to everybody, the last.
"""

import pytest
from django.core.cache import cache
from django.db import transaction
from django.test import Client
from django.urls import get_resolver

from consuno.core.models import AuditEntry
from tests.laws import (
    agenda_table,
    cases_table,
    consultation_table,
    directory_table,
    inquiries_table,
    knowledge_table,
    meetings_table,
    monitoring_table,
    services_table,
)
from tests.laws.answers import GUARDED, all_get, only
from tests.laws.worlds import world_of

#: Nobody gets these: no address for reports of faults is set, it is no demo world, nobody has codes.
NOTHING_THERE = {
    "no_such_api", "site:security", "site:demo_sign_in", "mfa_view_recovery_codes",
    "mfa_download_recovery_codes",
}  # fmt: skip


def guarded(mine, others):
    """One answer for those with a second factor, another for the rest."""
    return all_get(others) | dict.fromkeys(GUARDED, mine) | {"": "in"}


#: name of the address -> (method, address, data, who gets what)
TABLE = {
    **agenda_table.TABLE,
    **directory_table.TABLE,
    **inquiries_table.TABLE,
    **knowledge_table.TABLE,
    **cases_table.TABLE,
    **consultation_table.TABLE,
    **services_table.TABLE,
    **meetings_table.TABLE,
    **monitoring_table.TABLE,
    "site:home": ("get", "/", {}, all_get(200)),
    "site:search": ("get", "/buscar/?q=trata", {}, all_get(200)),
    "site:acta": ("get", "/acta/", {}, all_get(200)),
    "site:robots": ("get", "/robots.txt", {}, all_get(200)),
    "site:security": ("get", "/.well-known/security.txt", {}, all_get(404)),
    "site:components": ("get", "/componentes/", {}, all_get(200)),
    "site:demo_sign_in": ("post", "/demo/entrar/", {"who": "ana@example.org"}, all_get(404)),
    "core:csp": ("post", "/csp/", {}, all_get(204)),
    "core:resume": ("get", "/continuar/", {}, all_get(302) | {"": "in"}),
    "site:end_sessions": ("post", "/cuenta/sesiones/", {}, all_get("done") | {"": "in"}),
    "site:notices": ("get", "/avisos/", {}, all_get(200) | {"": "in"}),
    "site:read_notices": ("post", "/avisos/leer/", {}, all_get(302) | {"": "in"}),
    "site:digest": ("post", "/cuenta/avisos/", {}, all_get(302) | {"": "in"}),
    "site:verify": ("get", "/verificar/", {}, all_get(200)),
    "site:chain": ("get", "/registro/", {}, only({"ana", "beto"}, 200)),
    "site:chain_head": ("get", "/registro/huella.json", {}, only({"ana", "beto"}, 200)),
    "site:account": ("get", "/cuenta/", {}, all_get(200) | {"": "in"}),
    "account_reauthenticate": ("get", "/cuenta/confirmar/", {}, guarded(302, 403)),
    "mfa_index": ("get", "/cuenta/segundo-factor/", {}, all_get(200) | {"": "in"}),
    "mfa_authenticate": ("get", "/cuenta/segundo-factor/entrar/", {}, all_get(302) | {"": "in"}),
    "mfa_reauthenticate": ("get", "/cuenta/segundo-factor/confirmar/", {}, guarded(200, 403)),
    "mfa_activate_totp": ("get", "/cuenta/segundo-factor/aplicacion/", {}, guarded(302, 200)),
    "mfa_deactivate_totp": ("get", "/cuenta/segundo-factor/quitar/", {}, guarded(302, 404)),
    "mfa_view_recovery_codes": ("get", "/cuenta/codigos/", {}, guarded(404, 404)),
    "mfa_generate_recovery_codes": ("get", "/cuenta/codigos/nuevos/", {}, guarded(302, 200)),
    "mfa_download_recovery_codes": ("get", "/cuenta/codigos/bajar/", {}, guarded(404, 404)),
    "mfa_list_webauthn": ("get", "/cuenta/llaves/", {}, all_get(200) | {"": "in"}),
    "mfa_add_webauthn": ("get", "/cuenta/llaves/nueva/", {}, guarded(302, 200)),
    "mfa_login_webauthn": ("get", "/cuenta/llaves/entrar/", {}, all_get(302) | {"": "in"}),
    "mfa_reauthenticate_webauthn": ("get", "/cuenta/llaves/confirmar/", {}, guarded(302, 403)),
    "mfa_remove_webauthn": ("get", "/cuenta/llaves/1/quitar/", {}, guarded(302, 404)),
    "account_login": ("get", "/cuenta/entrar/", {}, all_get(302) | {"": 200}),
    "account_logout": ("get", "/cuenta/salir/", {}, all_get(200) | {"": 302}),
    "account_change_password": ("get", "/cuenta/contrasena/", {}, all_get(302) | {"": "in"}),
    "account_set_password": ("get", "/cuenta/contrasena/nueva/", {}, all_get(200) | {"": "in"}),
    "account_reset_password": ("get", "/cuenta/recuperar/", {}, all_get(200)),
    "account_reset_password_done": ("get", "/cuenta/recuperar/enviado/", {}, all_get(200)),
    "account_reset_password_from_key": ("get", "/cuenta/recuperar/1-x/", {}, all_get(200)),
    "account_reset_password_from_key_done": ("get", "/cuenta/recuperar/hecho/", {}, all_get(200)),
    "set_language": ("post", "/idioma/setlang/", {"language": "en"}, all_get(302)),
}


def names(resolver, prefix=""):
    for pattern in resolver.url_patterns:
        if hasattr(pattern, "url_patterns"):
            space = f"{pattern.namespace}:" if pattern.namespace else ""
            yield from names(pattern, prefix + space)
        else:
            yield prefix + pattern.name


def test_row_2_every_address_has_its_row():
    assert set(names(get_resolver())) == set(TABLE)


def answer_to(who, method, address, data):
    """What somebody gets: the status, "in" for the sign-in page, "done" where an act was recorded.

    Whatever was done is undone: everybody finds the same world.
    """
    client, acts = Client(), AuditEntry.objects.count()
    with transaction.atomic():
        if who:
            client.force_login(who)
        response = getattr(client, method)(address, data)
        done = method == "post" and AuditEntry.objects.count() > acts
        transaction.set_rollback(True)
    code = response.status_code
    if code == 302 and response.url.startswith("/cuenta/entrar/"):
        return "in"
    return "done" if done and code < 400 else code


def room(name):
    """The room of an address; those of the accounts have none of their own."""
    return name.partition(":")[0] if ":" in name else ""


def wrong(name, cast, numbers):
    """Each answer of a row that is not what the table says, with who got it."""
    method, address, data, answers = TABLE[name]
    data = {key: str(value).format(**numbers) for key, value in data.items()}
    for who, expected in answers.items():
        cache.clear()
        code = answer_to(cast[who] if who else None, method, address.format(**numbers), data)
        if code != expected:
            yield f"{name}: {who or 'nobody'} gets {code}, not {expected}"


@pytest.mark.parametrize("room_name", sorted({room(name) for name in TABLE}))
def test_row_2_permissions(room_name, cast):
    """One world for all rows of a room: to make it anew for each took half of the time."""
    numbers = world_of(room_name, cast)
    rows = [name for name in TABLE if room(name) == room_name]
    assert not [each for name in rows for each in wrong(name, cast, numbers)]


def test_row_2_every_row_asks_for_something_that_is_there():
    """A row that answers 404 to everybody asks for nothing: it would hold whatever the rule said."""
    nothing = {name for name, row in TABLE.items() if set(row[3].values()) <= {404, "in"}}
    assert nothing == NOTHING_THERE
