"""axe finds nothing on any page, in both languages and themes; nothing overflows a phone."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from consuno.agenda.models import Commitment
from consuno.consultation import actions as consultation
from consuno.consultation.models import Observation, Version
from consuno.core import clock, search
from consuno.core.sheets import Sheet
from consuno.directory.actions import invite
from consuno.directory.invitations import path_of
from consuno.directory.models import Body, Country
from consuno.knowledge.actions import load_entries, load_instruments, load_law
from consuno.knowledge.models import Entry
from consuno.meetings import actions as meetings
from consuno.meetings.actions import compute_agenda
from consuno.meetings.models import Sitting
from consuno.monitoring.actions import begin_intake
from consuno.monitoring.models import Intake
from consuno.site.demo_proposals import load_proposal
from tests.agenda.test_review import TEXT, candidate, record
from tests.browser.records import asked_inquiry, planned_sitting, requested_report
from tests.services.test_services import write

PUBLIC = [
    "/", "/reuniones/", "/agenda/", "/agenda/?que=prioridades&agrupar=responsable", "/agenda/temas/?tema=vulnerables", "/agenda/al/2014-06-30/", "/seguimiento/boletines/", "/seguimiento/boletines/p/1/", "/acta/", "/directorio/",
    "/agenda/san-salvador-2013/", "/agenda/san-salvador-2013/desafios/", "/agenda/san-salvador-2013/3.b.1/", "/agenda/san-salvador-2013/1.P4/", "/directorio/DGM:SV/",
    "/componentes/", "/cuenta/entrar/", "/no-existe/",
    "/cuenta/recuperar/", "/cuenta/recuperar/enviado/", "/cuenta/recuperar/hecho/",
    "/cuenta/recuperar/1-x/", "/invitacion/x/", "{invitation}",
    "/directorio/competencias/", "/directorio/red/?pais=SV", "/directorio/ruta/", "/directorio/pais/SV/",
    "/servicios/?pais=SV&necesidad=salud&edad=12-17", "/verificar/", "/servicios/quejas/", "/servicios/zonas/?pais=SV",
    "/propuestas/adoptadas/", "/biblioteca/", "/biblioteca/leyes/", "/biblioteca/leyes/?pais=SV&pais=PA", "/biblioteca/palabras/",
    "/biblioteca/instrumentos/", "/biblioteca/instrumentos/perfiles/",
    "/biblioteca/fichas/practica/?ver={practice}&ver={other}", "/biblioteca/ficha/{practice}/",
    "/biblioteca/palabras/revisar/", "/buscar/?q=trata", "{service}", "{service}tarjeta/",
]  # fmt: skip
OURS = [
    "/", "/actas/", "/actas/nueva/", "/actas/{pk}/", "/actas/{pk}/?n=2", "/actas/{pk}/3/editar/", "/actas/{pk}/corregir/", "/reuniones/", "/reuniones/nueva/", "/reuniones/p/", "/reuniones/p/invitar/", "/reuniones/p/agenda/", "/reuniones/p/expediente/", "/reuniones/p/documentos/", "/reuniones/esfuerzos/", "/reuniones/mesas/", "/reuniones/temas/{topic}/", "/reuniones/acta/acta/", "/solicitudes/", "/solicitudes/nueva/", "/solicitudes/{inquiry}/", "/seguimiento/datos/", "/seguimiento/traer/{intake}/", "/seguimiento/panel/?al=01/01/2020", "/seguimiento/traer/", "/seguimiento/", "/seguimiento/quien/", "/seguimiento/quien/{owed}/", "/seguimiento/panel/", "/seguimiento/ciclos/p/", "/seguimiento/ciclos/p/boletin/", "/seguimiento/ciclos/nuevo/", "/seguimiento/compromisos/{owed}/",
    "/cuenta/contrasena/nueva/", "/cuenta/salir/", "/cuenta/", "/cuenta/segundo-factor/",
    "/cuenta/segundo-factor/confirmar/", "/avisos/", "/agenda/san-salvador-2013/1.A.a1/corregir/", "/agenda/san-salvador-2013/desafios/", "/directorio/nueva/", "/directorio/PPT-CRM/cambiar/",
    "/propuestas/secretarias/", "/propuestas/ausencia/", "/propuestas/nueva/", "/propuestas/{proposal}/v/2/", "/propuestas/{proposal}/v/2/cambios/", "/propuestas/{proposal}/v/2/texto/", "/propuestas/{proposal}/v/2/c/6/", "/propuestas/{proposal}/temas/",
]  # fmt: skip
MEMBER = [
    "/seguimiento/",
    "/reuniones/p/",
    "/seguimiento/informes/{report}/",
    "/seguimiento/ciclos/p/hoja/DGM:SV/",
    "/solicitudes/{inquiry}/",
    "/reuniones/mesas/SV/",
    "/reuniones/esfuerzos/nuevo/",
    "/seguimiento/obligaciones/{duty}/",
    "/seguimiento/informes/{report}/pruebas/",
    "/cuenta/segundo-factor/aplicacion/",
    "/cuenta/codigos/nuevos/",
    "/cuenta/llaves/",
    "/cuenta/llaves/nueva/",
    "/directorio/pais/SV/",
    "/directorio/pais/SV/asiento/",
    "/directorio/DGM:SV/contacto/",
    "/directorio/avisos/",
    "/servicios/mios/",
    "/servicios/nuevo/?de=DGM:SV",
    "/servicios/programas/nuevo/?de=DGM:SV",
    "/servicios/traer/?de=DGM:SV",
    "/servicios/quejas/nuevo/SV/",
    "/biblioteca/leyes/?pais=SV",
    "/biblioteca/leyes/SV/identidad/",
    "/biblioteca/leyes/SV/palermo/",
    "/biblioteca/diagnosticos/reinsercion/",
    "/biblioteca/instrumentos/perfiles/SV/",
    "/biblioteca/fichas/taller/nueva/",
    "/propuestas/",
    "/propuestas/{proposal}/",
    "/propuestas/{proposal}/v/1/",
    "/propuestas/{proposal}/ronda/{round}/",
    "/propuestas/{proposal}/ronda/{round}/observar/",
    "/propuestas/{proposal}/ronda/{round}/pais/",
    "/propuestas/{proposal}/ronda/{round}/mapa/",
    "/propuestas/{proposal}/ronda/{round}/hoja/",
    "/propuestas/{proposal}/observacion/{observation}/",
    "/propuestas/{proposal}/posturas/",
    "/propuestas/{proposal}/posturas/nueva/",
]
MANAGER = ["/directorio/ST-CRM/personas/"]
PRESIDENCY = ["/propuestas/{proposal}/silencio/", "/propuestas/{proposal}/"]
READERS = (
    ("", PUBLIC), ("ana", OURS), ("karla", MANAGER), ("carla", MEMBER), ("luis", PRESIDENCY),
)  # fmt: skip


def more_pages(cast):
    """Minutes that are written, a topic of Guatemala, a follow-up sheet on its way in."""
    today = clock.today()
    made = meetings.plan_sitting(
        series="adhoc",
        title="Acta",
        place="",
        starts=today,
        ends=None,
        public=False,
        by=cast["ana"],
    )
    Sitting.objects.filter(pk=made.pk).update(slug="acta")
    item = meetings.add_item(sitting=made, title="Uno", by=cast["ana"])
    meetings.open_minutes(sitting=made, by=cast["ana"])
    for text in ("La ST-CRM enviará el glosario el 3 de mayo de 2027.", "Un saludo (prueba)."):
        meetings.take_agreement(item=item, text=text, by=cast["ana"])
    begin_intake(
        title="Plan", place="", day=today, public=False, file_name="a.csv", content=b"x",
        sheet=Sheet("", [["No.", "Acuerdo"], ["1", "Algo (prueba)"], ["1", ""]]), by=cast["ana"],
    )  # fmt: skip
    return meetings.raise_topic(
        country=Country.objects.get(code="GT"), body=Body.objects.get(code="DEMO:ONG-GT"),
        title="Agua (prueba)", text="Falta.", language="es", by=cast["diego"],
    )  # fmt: skip


def consulted(cast):
    """The demo world's proposal in its round, and its next version as a draft."""
    load_proposal()
    first = Version.objects.get(number=1)
    made = Observation.objects.get(body__code="PAIS:SV")
    second = consultation.begin_version(proposal=first.proposal, by=cast["ana"])
    clause = second.clauses.get(uid=6)
    consultation.write_clause(clause=clause, es="Otra cosa (prueba).", en="", by=cast["ana"])
    return made


@pytest.fixture
def fill(minutes, cast):
    """Write the numbers of this test's own records into an address."""
    invitation = invite(
        body=Body.objects.get(code="ST-CRM"), email="nora@example.org", role="reader",
        language="es", by=cast["karla"],
    )  # fmt: skip
    report = requested_report(cast)
    compute_agenda(sitting=planned_sitting(cast), by=cast["ana"])
    topic, inquiry = more_pages(cast), asked_inquiry(cast)
    owed = Commitment.objects.get(ref="3.b.1").pk
    load_law()
    helps = write(cast["carla"], code="DGM:SV", needs=["salud"], minimum_age=18, places=3)
    load_instruments()
    load_entries()
    practices = list(Entry.objects.filter(kind="practica").values_list("pk", flat=True))
    observed = consulted(cast)
    search.rebuild_search.run()
    return lambda address: address.format(
        pk=minutes.pk,
        invitation=path_of(invitation),
        owed=owed,
        report=report.pk,
        inquiry=inquiry.pk,
        topic=topic.pk,
        service=helps.get_absolute_url(),
        intake=Intake.objects.get().pk,
        duty=report.obligation_id,
        practice=practices[0],
        other=practices[1],
        observation=observed.pk,
        round=observed.round_id,
        proposal=observed.round.version.proposal_id,
    )


@pytest.fixture
def minutes(cast):
    from consuno.agenda import actions

    made = record(cast["ana"], TEXT)
    for who, line in (("ana", 5), ("beto", 5), ("ana", 6)):
        actions.accept(candidate=candidate(made, line), revision=1, by=cast[who])
    return made


def problems(page):
    options = {
        "runOnly": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"],
        "resultTypes": ["violations"],
        "preload": False,
    }
    found = Axe().run(page, options=options)
    return [
        (rule["id"], node["html"][:160], node.get("failureSummary", "")[:200])
        for rule in found.response["violations"]
        for node in rule["nodes"][:3]
    ]


#: Identifiers that stand twice on a page: a label would name the wrong field.
TWICE = """[...document.querySelectorAll("[id]")].map(e => e.id)
  .filter((id, at, all) => all.indexOf(id) != at)"""
BREACHES = (
    "window.breaches = []; addEventListener('securitypolicyviolation',"
    " e => window.breaches.push(e.effectiveDirective + ' ' + e.blockedURI))"
)
#: A screen, a phone, and a phone zoomed four times (WCAG 1.4.10).
SCREEN, *PHONES = 1280, 375, 320


def wrong_on(page):
    """What is wrong on the page that is open, on a phone and on a screen."""
    wrong = page.evaluate("window.breaches") + page.evaluate(TWICE)
    for width in PHONES:
        page.set_viewport_size({"width": width, "height": 700})
        found = page.evaluate("document.documentElement.scrollWidth")
        wrong += [(width, found)] if found > width else []
    page.set_viewport_size({"width": SCREEN, "height": 900})
    return wrong + problems(page)


def test_what_is_wrong_would_be_found(visit):
    """The check itself can fail, in each of its parts."""
    page = visit()
    page.add_init_script(BREACHES)
    page.goto("/")
    page.evaluate("document.querySelector('h1').style = 'color: #ddd; width: 500px'")
    page.evaluate("document.querySelector('main').after(document.querySelector('h1').cloneNode())")
    page.evaluate("document.querySelectorAll('h1').forEach(each => each.id = 'twice')")
    page.evaluate("document.body.append(Object.assign(new Image(), {src: '//example.org/x.png'}))")
    page.wait_for_function("window.breaches.length")
    found = [each[0] if isinstance(each, (tuple, list)) else each for each in wrong_on(page)]
    assert found[0].startswith("img-src")
    assert {"twice", 375, 320, "color-contrast"} <= set(found)


@pytest.mark.parametrize(("locale", "scheme"), [("es-SV", "light"), ("en-US", "dark")])
def test_axe_finds_nothing_nor_overflows_a_phone_nor_breaks_the_content_policy(
    visit, fill, locale, scheme
):
    """Each page in both schemes and both languages, which is what it depends on, in two turns.

    Row 32: no page asks for what the policy forbids.
    """
    wrong = {}
    for who, addresses in READERS:
        page = visit(who, locale=locale, color_scheme=scheme)
        page.add_init_script(BREACHES)
        for address in addresses:
            page.goto(fill(address))
            found = wrong_on(page)
            if found:
                wrong[address] = found
    assert wrong == {}


def test_no_script_breaks_and_nothing_is_fetched_from_elsewhere(visit, minutes, site):
    page = visit("ana")
    errors, fetched = [], []
    page.on("console", lambda said: errors.append(said.text) if said.type == "error" else None)
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("request", lambda request: fetched.append(request.url))
    for address in ("/", "/agenda/", "/actas/{pk}/"):
        page.goto(address.format(pk=minutes.pk))
    assert errors == []
    assert all(url.startswith((site, "data:")) for url in fetched)
