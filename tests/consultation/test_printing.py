"""Files of a version: PDF, and Word with changes that accept to the new and reject to the old."""

import datetime
import io
import json
import os
import shutil
import subprocess
import zipfile

import pytest
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from consuno.consultation import actions
from consuno.consultation.printing import paragraphs, tracked
from tests.consultation.test_drafting import TEXT, draft, proposal, take

__all__ = ["proposal"]

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
AT = datetime.datetime(2026, 11, 25, 12, 0, tzinfo=datetime.UTC)
OLD = [(1, "Objeto"), (2, "El Estado protege a la víctima desde el primer contacto."),
       (3, "El retorno es voluntario."), (4, "Los datos no salen del país."), (5, "Fin del texto.")]  # fmt: skip
NEW = [(1, "Objeto"), (4, "Los datos no salen del país."),
       (2, "El Estado ampara a la víctima, y a su familia, desde el primer contacto."),
       (6, "Una cláusula nueva & «más»."), (5, "Fin del texto.")]  # fmt: skip


def word(old=OLD, new=NEW):
    return tracked("Prueba", "es", paragraphs(old, new, frozenset({1})), AT)


def read(content, accept):
    """The paragraphs of a file with all its changes accepted, or rejected."""
    body = etree.fromstring(zipfile.ZipFile(io.BytesIO(content)).read("word/document.xml"))
    gone, kept = ("del", "ins") if accept else ("ins", "del")
    lines, carried = [], ""
    for paragraph in body.iter(f"{W}p"):
        text = "".join(
            node.text or ""
            for node in paragraph.iter(f"{W}t", f"{W}delText")
            if not any(each.tag == f"{W}{gone}" for each in node.iterancestors())
        )
        ends = paragraph.find(f"{W}pPr/{W}rPr/{W}{gone}") is None
        carried += text
        if ends:
            lines.append(carried)
            carried = ""
    assert kept
    return lines


def test_accepted_it_is_the_new_and_rejected_the_old():
    content = word()
    assert read(content, accept=True) == [text for _uid, text in NEW]
    assert read(content, accept=False) == [text for _uid, text in OLD]


OFFICE = shutil.which("soffice")
#: Run by the Python that has LibreOffice's bridge.
BRIDGE = """
import json, os, sys, time, uno
from com.sun.star.beans import PropertyValue
local = uno.getComponentContext()
resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
for _turn in range(120):
    try:
        context = resolver.resolve(f"uno:pipe,name={sys.argv[2]};urp;StarOffice.ComponentContext")
        break
    except Exception:
        time.sleep(0.5)
desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
dispatcher = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.DispatchHelper", context)
hidden = PropertyValue("Hidden", 0, True, 0)
found = {}
for word in ("AcceptAllTrackedChanges", "RejectAllTrackedChanges"):
    paper = desktop.loadComponentFromURL("file://" + sys.argv[1], "_blank", 0, (hidden,))
    before = paper.Redlines.createEnumeration().hasMoreElements()
    dispatcher.executeDispatch(paper.CurrentController.Frame, ".uno:" + word, "", 0, ())
    lines, each = [], paper.Text.createEnumeration()
    while each.hasMoreElements():
        lines.append(each.nextElement().String)
    found[word] = [before, lines]
    paper.close(False)
print(json.dumps(found), flush=True)
os._exit(0)  # its own way out may crash once all is said
"""


@pytest.mark.skipif(OFFICE is None, reason="no LibreOffice here; to have it: apt-get install libreoffice-writer-nogui python3-uno")  # fmt: skip
def test_libreoffice_accepts_to_the_new_and_rejects_to_the_old(tmp_path):
    paper = tmp_path / "cambios.docx"
    paper.write_bytes(word())
    pipe = f"consuno{os.getpid()}"
    home = {**os.environ, "HOME": str(tmp_path)}
    office = subprocess.Popen(
        [OFFICE, "--headless", "--norestore", f"-env:UserInstallation=file://{tmp_path}/office",
         f"--accept=pipe,name={pipe};urp;"], env=home,
    )  # fmt: skip
    try:
        done = subprocess.run(
            ["/usr/bin/python3", "-c", BRIDGE, str(paper), pipe], capture_output=True, timeout=90,
            check=True, text=True,
        )  # fmt: skip
    finally:
        office.terminate()
        office.wait(20)
    found = json.loads(done.stdout)
    assert found["AcceptAllTrackedChanges"] == [True, [text for _uid, text in NEW]]
    assert found["RejectAllTrackedChanges"] == [True, [text for _uid, text in OLD]]


TEXTS = st.lists(st.text("ab ñ.&<", max_size=9), max_size=8)


@given(TEXTS, st.lists(st.tuples(st.integers(0, 9), st.text("ab ñ.&<", max_size=9)), max_size=8))
def test_whatever_changed(old, new):
    before = [(uid, text.strip() or "x") for uid, text in enumerate(old)]
    after = [(uid, text.strip() or "y") for uid, text in dict(new).items()]
    content = word(before, after)
    assert read(content, accept=True) == [text for _uid, text in after]
    assert read(content, accept=False) == [text for _uid, text in before]


def test_through_the_pages(proposal, cast, as_person):
    take(proposal, cast["beto"])
    actions.freeze(version=draft(proposal), by=cast["ana"])
    actions.begin_version(proposal=proposal, by=cast["ana"])
    actions.remove_clause(clause=draft(proposal).clauses.first(), by=cast["ana"])
    page = as_person("ana")
    docx = page.get(reverse("consultation:docx", args=[proposal.pk, 2]), {"idioma": "es"}).content
    assert read(docx, accept=False) == TEXT
    assert read(docx, accept=True) == TEXT[1:]
    pdf = page.get(reverse("consultation:pdf", args=[proposal.pk, 2]), {"idioma": "en"})
    assert pdf.content.startswith(b"%PDF")
    assert pdf["Content-Disposition"].endswith('v2-en.pdf"')
