"""Every address for the whole cast: who gets which answer.

"in" means the sign-in page. An address without a row here fails the first test.
"""

import datetime

import pytest
from django.test import Client
from django.urls import get_resolver

from consuno.agenda.models import Commitment
from consuno.core import clock
from consuno.directory.actions import invite
from consuno.directory.models import Body
from consuno.inquiries.actions import ask
from consuno.meetings.actions import plan_sitting
from consuno.meetings.models import Sitting
from consuno.monitoring.actions import draft_cycle
from consuno.monitoring.models import Obligation, Report, Scorecard
from consuno.monitoring.queries.scorecards import draft
from tests.agenda.test_review import record
from tests.laws import (
    cases_table,
    consultation_table,
    directory_table,
    inquiries_table,
    knowledge_table,
    meetings_table,
    monitoring_table,
    services_table,
)
from tests.laws.answers import GUARDED, MEMBERS, SECRETARIATS, all_get, only


def requested_report(cast):
    """A report asked of the DGME of El Salvador, in a cycle that waits for the other Secretariat."""
    later = clock.today() + datetime.timedelta(days=9)
    days = [later + datetime.timedelta(days=n) for n in range(3)]
    cycle = draft_cycle(
        code="p", forum="GRCM", reports_due=days[0], reviews_due=days[1], publishes_on=days[2],
        covers=Commitment.objects.filter(ref="3.b.1"), by=cast["ana"],
    )  # fmt: skip
    obligation = Obligation.objects.create(
        commitment=Commitment.objects.get(ref="3.b.1"), body=Body.objects.get(code="DGM:SV")
    )
    text = draft(cycle)
    Scorecard.objects.create(cycle=cycle, number=1, content=text.text, sha256=text.sha256)
    return Report.objects.create(cycle=cycle, obligation=obligation)


def asked_inquiry(cast):
    """ST-CRM asks the DGME of El Salvador for something."""
    return ask(
        title="Prueba", text="¿Cuántas? (prueba)", language="es", among=True, shared_with=[],
        due_on=clock.today() + datetime.timedelta(days=20),
        bodies=[Body.objects.get(code="DGM:SV")], by=cast["ana"],
    )  # fmt: skip


def planned_sitting(cast):
    """A meeting that only institutions read, in a month."""
    day = clock.today() + datetime.timedelta(days=30)
    made = plan_sitting(
        series="adhoc", title="Prueba", place="", starts=day, ends=day, public=False,
        by=cast["ana"],
    )  # fmt: skip
    Sitting.objects.filter(pk=made.pk).update(slug="p")
    return Sitting.objects.get(pk=made.pk)


ITEM = "/agenda/san-salvador-2013/1.A.a1/"
PRIORITY = "/agenda/san-salvador-2013/1.P4/"
ACCEPT = {"word": "accept", "revision": "1"}
LINES = {"first": "5", "last": "5", "kind": "agreement"}


def guarded(mine, others):
    """One answer for those with a second factor, another for the rest."""
    return all_get(others) | dict.fromkeys(GUARDED, mine) | {"": "in"}


#: name of the address -> (method, address, data, who gets what)
TABLE = {
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
    "agenda:choose_day": ("get", "/agenda/al/", {}, all_get(302)),
    "agenda:as_of": ("get", "/agenda/al/2014-06-30/", {}, all_get(200)),
    "agenda:export_as_of": ("get", "/agenda/al/2014-06-30/exportar.csv", {}, all_get(200)),
    "agenda:tree": ("get", "/agenda/temas/?tema=trata", {}, all_get(200)),
    "agenda:board": ("get", "/agenda/", {}, all_get(200)),
    "agenda:export": ("get", "/agenda/exportar.csv", {}, all_get(200)),
    "agenda:save_filter": (
        "post",
        "/agenda/filtros/guardar/",
        {"name": "x"},
        all_get(302) | {"": "in"},
    ),
    "agenda:forget_filter": (
        "post",
        "/agenda/filtros/1/quitar/",
        {},
        all_get(404) | {"": "in"},
    ),
    "agenda:calendar": ("get", "/agenda/plazos.ics", {}, all_get(200)),
    "agenda:meeting": ("get", "/agenda/san-salvador-2013/", {}, all_get(200)),
    "agenda:commitment": ("get", ITEM, {}, all_get(200)),
    "agenda:challenges": ("get", "/agenda/san-salvador-2013/desafios/", {}, all_get(200)),
    "agenda:answer": (
        "post",
        "/agenda/san-salvador-2013/desafios/responder/",
        {"challenge": "II.1", "item": "1.A.a1", "degree": "part"},
        only(SECRETARIATS, 302),
    ),
    "agenda:correct": ("get", ITEM + "corregir/", {}, only(SECRETARIATS, 200)),
    "agenda:settle": ("post", "/correcciones/1/", {}, only(SECRETARIATS, 404)),
    "agenda:set_date": (
        "post",
        "/agenda/san-salvador-2013/2.A.4/fecha/",
        {},
        only({*SECRETARIATS, "luis"}, 200),
    ),
    "agenda:promote": ("post", PRIORITY + "promover/", {}, only(SECRETARIATS, 302)),
    "agenda:papers": ("get", "/actas/", {}, only(SECRETARIATS, 200)),
    "agenda:record": ("get", "/actas/nueva/", {}, only(SECRETARIATS, 200)),
    "agenda:review": ("get", "/actas/{pk}/", {}, only(SECRETARIATS, 200)),
    "agenda:original": ("get", "/actas/{pk}/original/", {}, only(SECRETARIATS, 200)),
    "agenda:earlier": ("get", "/actas/{pk}/anteriores/999/", {}, only(SECRETARIATS, 404)),
    "agenda:correct_minutes": ("get", "/actas/{pk}/corregir/", {}, only(SECRETARIATS, 200)),
    "agenda:decide": ("post", "/actas/{pk}/1/decidir/", ACCEPT, only(SECRETARIATS, 302)),
    "agenda:edit": ("get", "/actas/{pk}/2/editar/", {}, only(SECRETARIATS, 200)),
    "agenda:deadline": ("get", "/actas/{pk}/plazo/", {}, only(SECRETARIATS, 200)),
    "agenda:add": ("post", "/actas/{pk}/agregar/", LINES, only(SECRETARIATS, 302)),
    "agenda:withdraw": ("post", "/actas/{pk}/retirar/", {}, only(SECRETARIATS, 302)),
    "core:csp": ("post", "/csp/", {}, all_get(204)),
    "core:resume": ("get", "/continuar/", {}, all_get(302) | {"": "in"}),
    "directory:bodies": ("get", "/directorio/", {}, all_get(200)),
    "directory:body": ("get", "/directorio/ST-CRM/", {}, all_get(200)),
    "directory:people": ("get", "/directorio/ST-CRM/personas/", {}, only({"ana", "karla"}, 200)),
    "directory:end_membership": ("post", "/personas/{carla}/terminar/", {}, only(set(), 302)),
    "directory:change_invitation": (
        "post",
        "/invitaciones/{invitation}/",
        {"word": "again"},
        only({"ana"}, 302),
    ),
    "directory:invitation": ("get", "/invitacion/", {}, all_get(410)),
    "directory:open_invitation": ("get", "/invitacion/x/", {}, all_get(302)),
    "directory:remove_second_factor": (
        "post",
        "/personas/{carla}/segundo-factor/",
        {},
        only(set(), 302),
    ),
    "directory:show_body": (
        "post",
        "/directorio/DEMO:ALB-GT/mostrar/",
        {},
        dict.fromkeys(MEMBERS, 404)
        | {"fermin": 404, "": "in"}
        | dict.fromkeys({"ana", "beto", "gloria", "hugo"}, 403),
    ),
    "directory:add_body": ("get", "/directorio/nueva/", {}, only(SECRETARIATS, 200)),
    "directory:change_body": ("get", "/directorio/DGM:HN/cambiar/", {}, only({"ana"}, 200)),
    "directory:see_off": ("get", "/personas/{ana}/salida/", {}, only({"karla"}, 200)),
    "directory:end_sessions": ("post", "/personas/{carla}/sesiones/", {}, only(set(), 302)),
    "site:end_sessions": ("post", "/cuenta/sesiones/", {}, all_get(302) | {"": "in"}),
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


@pytest.mark.parametrize("name", TABLE)
def test_row_2_permissions(name, cast):
    method, address, data, answers = TABLE[name]
    invitation = invite(
        body=Body.objects.get(code="DGM:HN"), email="nora@example.org", role="administrator",
        language="es", by=cast["ana"],
    )  # fmt: skip
    numbers = {
        "invitation": invitation.pk,
        "carla": cast["carla"].memberships.get().pk,
        "ana": cast["ana"].memberships.get().pk,
        "owed": Commitment.objects.get(ref="3.b.1").pk,
    }
    if name.startswith("monitoring:"):
        asked = requested_report(cast)
        numbers |= {"report": asked.pk, "duty": asked.obligation_id}
    if name.startswith("inquiries:"):
        made = asked_inquiry(cast)
        numbers |= {"inquiry": made.pk, "answer": made.answers.get().pk}
    if name.startswith("meetings:"):
        planned_sitting(cast)
    for who, expected in answers.items():
        if "{pk}" in address:  # an act on a paper leaves nothing for the next person
            numbers["pk"] = record(cast["ana"]).pk
        client = Client()
        if who:
            client.force_login(cast[who])
        response = getattr(client, method)(address.format(**numbers), data)
        code = response.status_code
        if code == 302 and response.url.startswith("/cuenta/entrar/"):
            code = "in"
        assert code == expected, (name, who or "nobody", code)
