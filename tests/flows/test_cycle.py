"""A whole cycle of the joint mechanism: eleven countries and the network, from asking to publishing."""

import io

import pytest
from django.test import Client
from pypdf import PdfReader

from consuno.core.accounts import create_account
from consuno.core.models import User
from consuno.directory.actions import appoint
from consuno.directory.models import Body, Country, Membership, Role
from consuno.meetings.models import DossierFile
from consuno.monitoring.models import Obligation, Report, Scorecard
from tests.monitoring.test_cycles import DRAFTING, ticked

ON_TIME, LATE = ["SV", "HN", "GT", "MX", "CR", "NI", "PA", "DO", "US", "CA"], "BZ"


def named(email, code):
    """A focal point; invented, as everybody here."""
    user = create_account(email=email, name="Punto Focal Inventado", by=None)
    appoint(user=user, body=Body.objects.get(code=code), role=Role.FOCAL_POINT, by=None)
    return user


def signed_in(user):
    """Whoever comes back on another day signs in again."""
    client = Client()
    client.force_login(User.objects.get(pk=user.pk))
    return client


@pytest.fixture
def focal_points(cast):
    """Everywhere somebody reports, save in Belize, where the post is vacant."""
    Membership.objects.filter(role=Role.VALIDATOR).delete()
    made = {code: named(f"{code.lower()}@example.org", f"DGM:{code}") for code in ON_TIME}
    return made | {"RROCM": named("red@example.org", "RROCM")}


def report_of(code, ref="3.b.1"):
    return Report.objects.get(obligation__body__code=code, obligation__commitment__ref=ref)


def send(user, code, rating="limited", ref="3.b.1"):
    report = report_of(code, ref)
    said = {
        "revision": report.revision, "rating": rating, "language": "es", "send": "1",
        "narrative": "Se revisó la práctica (inventado).",
    }  # fmt: skip
    return (
        signed_in(user)
        .post(f"/seguimiento/informes/{report.pk}/", said, follow=True)
        .content.decode()
    )


def assess(client, code, rating, ref="3.b.1"):
    report = report_of(code, ref)
    said = {"revision": report.revision, "rating": rating, "reasons": "Lo leímos (inventado)."}
    address = f"/seguimiento/informes/{report.pk}/valorar/"
    return client.post(address, said, follow=True).content.decode()


@pytest.mark.acta("A3.acuerdo.2")
def test_a_cycle_from_asking_to_publishing(cast, focal_points, time_machine, run_jobs):
    # On 1 March 2027 both Secretariats take what somebody owes, and who answers, as the page proposes.
    time_machine.move_to("2027-03-01 15:00Z")
    ana, beto = signed_in(cast["ana"]), signed_in(cast["beto"])
    days = {"reports_due": "15/03/2027", "reviews_due": "31/03/2027", "publishes_on": "30/04/2027"}
    items = {"cosa": sorted(ticked(ana.get(DRAFTING)))}
    ana.post(DRAFTING, {"code": "2027-I", "forum": "GRCM (inventada)", **days, **items})
    opened = beto.post("/seguimiento/ciclos/2027-I/confirmar/", {"revision": "1"}, follow=True)
    assert "El ciclo está abierto" in opened.content.decode()

    # The eleven countries and the network are asked; in Belize nobody holds the post, and it shows.
    asked = Report.objects.filter(obligation__commitment__ref="3.b.1")
    assert asked.count() == Country.objects.count() + 1
    assert (
        "nadie en el puesto"
        in ana.get("/seguimiento/ciclos/2027-I/?cuerpo=DGM:BZ").content.decode()
    )

    # Ten countries and the network report of best interests in time. Mexico asks for more time for
    # something else, and both Secretariats grant it.
    for code in ON_TIME:
        assert "Ya lo leen las dos Secretarías" in send(focal_points[code], f"DGM:{code}")
    send(focal_points["RROCM"], "RROCM", "substantial")
    duty = Obligation.objects.get(body__code="DGM:MX", commitment__ref="1.A.a2")
    signed_in(focal_points["MX"]).post(
        f"/seguimiento/obligaciones/{duty.pk}/plazo/",
        {"wanted": "30/06/2027", "reason": "Falta la consulta interna (inventado)"},
    )
    for secretariat in (ana, beto):
        extension = duty.extensions.get()
        secretariat.post(f"/seguimiento/plazos/{extension.pk}/", {"word": "grant"})
    page = (
        signed_in(focal_points["MX"]).get(f"/seguimiento/obligaciones/{duty.pk}/").content.decode()
    )
    assert "30 de junio de 2027" in page
    assert "<del>30 de junio de 2013</del>" in page

    # On 16 March the Secretariats assess, each by itself. Of El Salvador they find different
    # things, and so it stays; of the others they find the same.
    time_machine.move_to("2027-03-16 15:00Z")
    ana, beto = signed_in(cast["ana"]), signed_in(cast["beto"])
    for code in [*ON_TIME, "RROCM"]:
        body = code if code == "RROCM" else f"DGM:{code}"
        assess(ana, body, "substantial" if code == "SV" else "limited")
        done = assess(beto, body, "limited")
        assert ("Encuentran cosas distintas" in done) == (code == "SV")

    # El Salvador replies within its ten working days; nobody signs before they are over.
    report = report_of("DGM:SV")
    draft = "/seguimiento/ciclos/2027-I/boletin/"
    text = ana.get(draft).context["draft"].sha256
    assert "todavía puede responder" in ana.post(draft, {"sha256": text}).content.decode()
    signed_in(focal_points["SV"]).post(
        f"/seguimiento/informes/{report.pk}/palabra/",
        {"kind": "reply", "language": "es", "text": "Los textos ya se enviaron (inventado)."},
    )

    # On 20 April both sign the same text off, and it is public, in both languages.
    time_machine.move_to("2027-04-20 15:00Z")
    ana, beto = signed_in(cast["ana"]), signed_in(cast["beto"])
    for secretariat in (ana, beto):
        text = secretariat.get(draft).context["draft"].sha256
        published = secretariat.post(draft, {"sha256": text}, follow=True)
    assert "Publicado" in published.content.decode()
    public = Client()
    page = public.get("/seguimiento/boletines/2027-I/1/").content.decode()
    for words in ("Encuentran cosas distintas", "Los textos ya se enviaron", "No informó"):
        assert words in page
    english = public.get("/seguimiento/boletines/2027-I/1/", headers={"accept-language": "en"})
    assert "They find different things" in english.content.decode()
    counts = Scorecard.objects.get().read["distribution"]
    assert (counts["divergent"], counts["limited"]) == (1, 10)
    assert counts["not_reported"] + counts["vacant"] == Report.objects.count() - 11

    # Belize, late, is counted as not reported: its silence made nothing better.
    assert report_of("DGM:BZ").state == "requested"

    # For the meeting it was opened for, the dossier is made in both languages.
    _the_dossier_tells_it(ana, run_jobs)


def _the_dossier_tells_it(ana, run_jobs):
    """What the Secretariats find differently stands in it, and the hash of the scorecard."""
    plan = {"series": "grcm", "title": "GRCM (inventada)", "starts": "30/04/2027"}
    meeting = ana.post("/reuniones/nueva/", plan)["Location"]
    ana.post(f"{meeting}agenda/calcular/")
    ana.post(f"{meeting}expediente/preparar/")
    for _file in range(6):
        run_jobs()
    for file in DossierFile.objects.filter(kind="pdf"):
        pages = PdfReader(io.BytesIO(bytes(file.content))).pages
        text = "".join("\n".join(page.extract_text() for page in pages).split())
        words = {"es": "Encuentrancosasdistintas", "en": "Theyfinddifferentthings"}
        assert words[file.language] in text
        assert Scorecard.objects.get().sha256 in text
