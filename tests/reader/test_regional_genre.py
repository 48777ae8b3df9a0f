"""Ways of writing that these bodies have used since 1996, on invented papers."""

import datetime

import pytest

from consuno.reader import extract

HEADS = {
    "conclusions": "CONCLUSIONES\nGrupo Regional de Consulta sobre Migración, CRM\nSan Ficticio, 24 de mayo de 2001\n\n",
    "declaration": "DECLARACIÓN DE LOS VICEMINISTROS\nX Conferencia Regional sobre Migración\n"
    "Ciudad Supuesta, 24 de mayo de 2001\n\nLos Viceministros,\n\nDECIDEN:\n\n",
    "minutes": "OCAM. ACTA DE LA REUNIÓN ORDINARIA\nCiudad de Mentira, 24 de mayo de 2001\n\nPunto 3. Tránsito.\n",
    "english": "Vice-Ministerial Declaration\nRegional Conference on Migration\nFiction Bay, 24 May 2001\n\n"
    "We, the Vice-Ministers,\n\n",
}
DAY = datetime.date(2001, 5, 24)


@pytest.mark.parametrize(
    ("head", "sentence", "kind", "who", "due"),
    [
        ("conclusions", "1. Acordaron que la Secretaría Virtual publique los informes a más tardar en el mes de agosto.", "agreement", ["ST-CRM"], "2001-08-31"),
        ("conclusions", "1. Exhortaron a los países que aún no lo han hecho a ratificar el Protocolo.", "request", ["los países que aún no lo han hecho"], None),
        ("conclusions", "1. Encomendaron a la Red de Oficiales de Enlace la actualización del directorio.", "request", ["la Red de Oficiales de Enlace"], None),
        ("conclusions", "1. Instaron a los gobiernos de la CRM a suspender las redadas.", "request", ["GOBIERNOS"], None),
        ("declaration", "1. Impulsar en sus respectivos países la creación de albergues.", "agreement", [], None),
        ("declaration", "1. Que cada país designe un punto focal antes del 1 de septiembre de 2001.", "agreement", ["PAISES-CRM:each"], "2001-09-01"),
        ("declaration", "1. Aprobar los Lineamientos para el retorno.", "decision", [], None),
        ("declaration", "1. Crear un fondo, que administrará la Dirección de Costa Rica.", "agreement", ["la Dirección de Costa Rica"], None),
        ("minutes", "Se delega en Panamá la redacción del borrador, con el apoyo de la OIM.", "request", ["PAIS:PA"], None),
        ("minutes", "La Dirección de Costa Rica se compromete a remitir su formulario dentro de los 15 días hábiles siguientes.", "offer", ["La Dirección de Costa Rica"], "2001-06-14"),
        ("minutes", "Las redes de Honduras y Nicaragua elaborarán una propuesta.", "agreement", ["Las redes de Honduras y Nicaragua"], None),
        ("english", "1. Urge countries that have not yet done so to adopt the guidelines.", "request", ["countries that have not yet done so"], None),
        ("english", "1. Request the PPT to convene, no later than April 2002, a working group.", "request", ["PPT-CRM"], "2002-04-30"),
        ("english", "1. Agree that a workshop will be held in the first quarter of 2002, on a date to be confirmed.", "agreement", [], "2002-03-31"),
    ],
)  # fmt: skip
def test_duty(head, sentence, kind, who, due):
    (item,) = extract(HEADS[head] + sentence + "\n", date=DAY).commitments
    assert item.kind == kind
    assert [party.body or party.name for party in item.responsible] == who
    assert (item.deadline.resolved and item.deadline.resolved.isoformat()) == due


@pytest.mark.parametrize(
    ("head", "sentence"),
    [
        ("conclusions", "1. Felicitaron a la Presidencia por la conducción de los trabajos."),
        ("conclusions", "1. Reafirmaron su compromiso con los derechos humanos de los migrantes."),
        ("declaration", "1. Expresar su agradecimiento al Gobierno anfitrión."),
        ("minutes", "Se da por recibido el informe de la Secretaría Técnica."),
        ("minutes", "Se deja constancia de que Belice no asistió."),
        ("english", "1. Acknowledge the work of the organizations."),
        ("english", "1. Reaffirm our commitment to human rights."),
    ],
)
def test_no_duty(head, sentence):
    assert extract(HEADS[head] + sentence + "\n", date=DAY).commitments == ()
