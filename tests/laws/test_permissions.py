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
from consuno.domain import rows
from consuno.meetings.actions import plan_sitting
from consuno.meetings.models import Sitting
from consuno.monitoring.actions import draft_cycle
from consuno.monitoring.models import Obligation, Report, Scorecard
from consuno.monitoring.queries.scorecards import draft
from tests.agenda.test_review import record

SECRETARIATS = {"ana", "beto"}
EVERYONE = {row["email"].partition("@")[0] for row in rows("demo/cast.csv")}
MEMBERS = EVERYONE - {"fermin"}
ITEM = "/agenda/san-salvador-2013/1.A.a1/"
PRIORITY = "/agenda/san-salvador-2013/1.P4/"


def all_get(code):
    return dict.fromkeys({"", *EVERYONE}, code)


def requested_report(cast):
    """A report asked of the DGME of El Salvador, in a cycle that waits for the other Secretariat."""
    later = clock.today() + datetime.timedelta(days=9)
    days = [later + datetime.timedelta(days=n) for n in range(3)]
    cycle = draft_cycle(
        code="p", forum="GRCM", reports_due=days[0], reviews_due=days[1], publishes_on=days[2],
        by=cast["ana"],
    )  # fmt: skip
    obligation = Obligation.objects.create(
        commitment=Commitment.objects.get(ref="3.b.1"), body=Body.objects.get(code="DGM:SV")
    )
    text = draft(cycle)
    Scorecard.objects.create(cycle=cycle, number=1, content=text.text, sha256=text.sha256)
    return Report.objects.create(cycle=cycle, obligation=obligation)


def planned_sitting(cast):
    """A meeting that only institutions read, in a month."""
    day = clock.today() + datetime.timedelta(days=30)
    made = plan_sitting(
        series="adhoc", title="Prueba", place="", starts=day, ends=day, public=False,
        by=cast["ana"],
    )  # fmt: skip
    Sitting.objects.filter(pk=made.pk).update(slug="p")
    return Sitting.objects.get(pk=made.pk)


def members(code):
    """Whoever acts for a body; strangers nothing, the rest the sign-in page."""
    return dict.fromkeys(MEMBERS, code) | {"fermin": 404, "": "in"}


def only(names, code):
    """These get `code`; other members a reason, strangers nothing, the rest the sign-in page."""
    answers = dict.fromkeys(MEMBERS, 403) | {"fermin": 404, "": "in"}
    return answers | dict.fromkeys(names, code)


ACCEPT = {"word": "accept", "revision": "1"}
LINES = {"first": "5", "last": "5", "kind": "agreement"}

#: Who has a second factor; nobody of the cast has a password.
GUARDED = {"ana", "beto", "gloria", "hugo", "ines", "julio", "karla"}


def guarded(mine, others):
    """One answer for those with a second factor, another for the rest."""
    return all_get(others) | dict.fromkeys(GUARDED, mine) | {"": "in"}


#: name of the address -> (method, address, data, who gets what)
TABLE = {
    "site:home": ("get", "/", {}, all_get(200)),
    "site:acta": ("get", "/acta/", {}, all_get(200)),
    "site:components": ("get", "/componentes/", {}, all_get(200)),
    "site:demo_sign_in": ("post", "/demo/entrar/", {"who": "ana@example.org"}, all_get(404)),
    "meetings:home": ("get", "/reuniones/", {}, all_get(200)),
    "meetings:calendar": ("get", "/reuniones/reuniones.ics", {}, all_get(200)),
    "meetings:plan": ("get", "/reuniones/nueva/", {}, only(SECRETARIATS, 200)),
    "meetings:sitting": ("get", "/reuniones/p/", {}, members(200)),
    "meetings:change": ("get", "/reuniones/p/cambiar/", {}, only(SECRETARIATS, 200)),
    "meetings:cancel": ("post", "/reuniones/p/suspender/", {}, only(SECRETARIATS, 200)),
    "meetings:invite": ("get", "/reuniones/p/invitar/", {}, only(SECRETARIATS, 200)),
    "meetings:answer": ("post", "/reuniones/p/responder/", {}, members(404)),
    "meetings:minutes": ("get", "/reuniones/p/acta/", {}, only(SECRETARIATS, 403)),
    "meetings:begin_minutes": (
        "post",
        "/reuniones/p/acta/empezar/",
        {},
        only(SECRETARIATS, 403),
    ),
    "meetings:download_minutes": ("get", "/reuniones/p/acta/texto.txt", {}, members(404)),
    "meetings:write_item": (
        "post",
        "/reuniones/p/acta/puntos/999999/",
        {},
        only(SECRETARIATS, 403),
    ),
    "meetings:strike_agreement": (
        "post",
        "/reuniones/p/acta/acuerdos/999999/quitar/",
        {},
        only(SECRETARIATS, 403),
    ),
    "meetings:act_on_minutes": ("post", "/reuniones/p/acta/decidir/", {}, members(404)),
    "meetings:correct_minutes": ("post", "/reuniones/p/acta/correcciones/", {}, members(404)),
    "meetings:settle_correction": (
        "post",
        "/reuniones/p/acta/correcciones/999999/",
        {},
        members(404),
    ),
    "meetings:tie_event": (
        "post",
        "/reuniones/p/plazos/999999/",
        {},
        only(SECRETARIATS, 404),
    ),
    "meetings:agenda": ("get", "/reuniones/p/agenda/", {}, members(200)),
    "meetings:compute_agenda": (
        "post",
        "/reuniones/p/agenda/calcular/",
        {},
        only(SECRETARIATS, 302),
    ),
    "meetings:add_item": (
        "post",
        "/reuniones/p/agenda/agregar/",
        {"title": "Prueba"},
        only(SECRETARIATS, 302),
    ),
    "meetings:change_item": (
        "post",
        "/reuniones/p/agenda/999999/",
        {},
        only(SECRETARIATS, 404),
    ),
    "meetings:attendance": ("get", "/reuniones/p/asistencia/", {}, only(SECRETARIATS, 403)),
    "monitoring:home": ("get", "/seguimiento/", {}, members(200)),
    "monitoring:who_answers": ("get", "/seguimiento/quien/", {}, members(200)),
    "monitoring:name_bodies": ("get", "/seguimiento/quien/{owed}/", {}, only(SECRETARIATS, 200)),
    "monitoring:draft_cycle": ("get", "/seguimiento/ciclos/nuevo/", {}, only(SECRETARIATS, 200)),
    "monitoring:cycle": ("get", "/seguimiento/ciclos/p/", {}, members(200)),
    "monitoring:change_cycle": (
        "get",
        "/seguimiento/ciclos/p/cambiar/",
        {},
        only(SECRETARIATS, 200),
    ),
    "monitoring:confirm_cycle": (
        "post",
        "/seguimiento/ciclos/p/confirmar/",
        {"revision": "0"},
        only(SECRETARIATS, 200),
    ),
    "monitoring:report": (
        "get",
        "/seguimiento/informes/{report}/",
        {},
        only({"carla", "marta"}, 200),
    ),
    "monitoring:assess": (
        "post",
        "/seguimiento/informes/{report}/valorar/",
        {},
        only({"carla", "marta"}, 200),
    ),
    "monitoring:remark": (
        "post",
        "/seguimiento/informes/{report}/palabra/",
        {},
        only({"carla", "marta"}, 200),
    ),
    "monitoring:add_evidence": (
        "get",
        "/seguimiento/informes/{report}/pruebas/",
        {},
        only({"carla"}, 200),
    ),
    "monitoring:evidence": ("get", "/seguimiento/pruebas/999999/", {}, all_get(404)),
    "monitoring:withdraw_evidence": (
        "post",
        "/seguimiento/pruebas/999999/retirar/",
        {},
        all_get(404),
    ),
    "monitoring:obligation": ("get", "/seguimiento/obligaciones/{duty}/", {}, members(200)),
    "monitoring:ask_extension": (
        "post",
        "/seguimiento/obligaciones/{duty}/plazo/",
        {},
        members(200),
    ),
    "monitoring:decide_extension": (
        "post",
        "/seguimiento/plazos/999999/",
        {},
        only(SECRETARIATS, 404),
    ),
    "monitoring:say_outcome": (
        "post",
        "/seguimiento/obligaciones/{duty}/cierre/",
        {},
        only(SECRETARIATS, 200),
    ),
    "monitoring:set_milestone": (
        "post",
        "/seguimiento/obligaciones/{duty}/hitos/",
        {},
        members(200),
    ),
    "monitoring:name_partner": (
        "post",
        "/seguimiento/obligaciones/{duty}/socia/",
        {},
        only({"beto"}, 302),
    ),
    "monitoring:bring_reports": (
        "get",
        "/seguimiento/ciclos/p/hoja/DGM:SV/",
        {},
        only({"carla"}, 200),
    ),
    "monitoring:report_template": (
        "get",
        "/seguimiento/ciclos/p/hoja/DGM:SV/informes.xlsx",
        {},
        only({"carla"}, 200),
    ),
    "monitoring:intakes": ("get", "/seguimiento/traer/", {}, only(SECRETARIATS, 200)),
    "monitoring:intake": ("get", "/seguimiento/traer/999999/", {}, only(SECRETARIATS, 404)),
    "monitoring:choose_columns": (
        "post",
        "/seguimiento/traer/999999/columnas/",
        {},
        only(SECRETARIATS, 404),
    ),
    "monitoring:take_in": (
        "post",
        "/seguimiento/traer/999999/todo/",
        {},
        only(SECRETARIATS, 404),
    ),
    "monitoring:discard_intake": (
        "post",
        "/seguimiento/traer/999999/descartar/",
        {},
        only(SECRETARIATS, 404),
    ),
    "monitoring:deliver": ("post", "/seguimiento/obligaciones/{duty}/entregas/", {}, members(200)),
    "monitoring:delivery": ("get", "/seguimiento/entregas/999999/", {}, all_get(404)),
    "monitoring:take_back": ("post", "/seguimiento/entregas/999999/retirar/", {}, members(404)),
    "monitoring:drop_milestone": ("post", "/seguimiento/hitos/999999/retirar/", {}, members(404)),
    "monitoring:commitment": ("get", "/seguimiento/compromisos/{owed}/", {}, members(200)),
    "monitoring:keep_report": (
        "post",
        "/seguimiento/informes/{report}/guardar/",
        {"language": "es"},
        only({"carla"}, 200),
    ),
    "monitoring:dashboard": ("get", "/seguimiento/panel/", {}, members(200)),
    "monitoring:published": ("get", "/seguimiento/boletines/", {}, all_get(200)),
    "monitoring:hashes": ("get", "/seguimiento/boletines/resumenes.txt", {}, all_get(200)),
    "monitoring:scorecard": ("get", "/seguimiento/boletines/p/1/", {}, all_get(200)),
    "monitoring:download_scorecard": (
        "get",
        "/seguimiento/boletines/p/1/boletin.json",
        {},
        all_get(200),
    ),
    "monitoring:draft_scorecard": (
        "get",
        "/seguimiento/ciclos/p/boletin/",
        {},
        only(SECRETARIATS, 200),
    ),
    "monitoring:decide_report": (
        "post",
        "/seguimiento/informes/{report}/decidir/",
        {"word": "validate"},
        only({"carla", "marta"}, 200),
    ),
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
    "agenda:spreadsheet": ("get", "/agenda/exportar.xlsx", {}, all_get(200)),
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


def test_every_address_has_its_row():
    assert set(names(get_resolver())) == set(TABLE)


@pytest.mark.parametrize("name", TABLE)
def test_permissions(name, cast):
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
