"""Nothing that somebody writes is ever run: no language of ours is opened to texts, files or names."""

import ast
from pathlib import Path

import pytest

from consuno.directory.models import Body, Country
from consuno.meetings import actions

PACKAGE = Path(__file__).resolve().parents[2] / "consuno"
#: What runs a text as code, or makes objects of whatever stands in a file.
RUNS = {
    "eval", "exec", "compile", "__import__", "Template", "from_string", "system", "popen", "loads_pickle",
}  # fmt: skip
#: Modules that make objects of whatever they read.
READS = {"pickle", "marshal", "shelve", "dill", "jsonpickle"}
WRITTEN = [
    "{{ 7|add:7 }}", "{% now 'Y' %}", "${7*7}", "<%= 7*7 %>", "#{7*7}", "{7*7!r}", "%(by)s",
    "<script>7*7</script>", "javascript:7*7", "{{ settings.SECRET_KEY }}",
]  # fmt: skip


def called(node):
    """The name by which something is called, and whether it is a method of `re`."""
    found = node.func
    if isinstance(found, ast.Attribute):
        owner = found.value.id if isinstance(found.value, ast.Name) else ""
        return found.attr, owner
    return (found.id, "") if isinstance(found, ast.Name) else ("", "")


def offences(source):
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call):
            name, owner = called(node)
            shell = any(k.arg == "shell" and getattr(k.value, "value", 1) for k in node.keywords)
            # `compile` of a module (of patterns, of our own page layout) takes what is ours.
            if shell or (name in RUNS and not (name == "compile" and owner)):
                yield f"{owner}.{name}"
        names = [each.name for each in node.names] if isinstance(node, ast.Import) else []
        if isinstance(node, ast.ImportFrom):
            names.append(node.module or "")
        yield from (each for each in names if each.split(".")[0] in READS)


def test_row_38_nothing_of_ours_runs_a_text():
    found = {
        f"{path.relative_to(PACKAGE)}: {each}"
        for path in PACKAGE.rglob("*.py") for each in offences(path.read_text("utf-8"))
    }  # fmt: skip
    assert found == set()


@pytest.mark.parametrize(
    "source",
    ["eval(x)", "Template(x)", "import pickle", "run(x, shell=True)", "engine.from_string(x)"],
)
def test_what_would_run_a_text_is_seen(source):
    assert list(offences(source))


@pytest.mark.parametrize("words", WRITTEN)
def test_row_38_what_somebody_writes_comes_back_letter_for_letter(cast, client, words):
    topic = actions.raise_topic(
        country=Country.objects.get(code="GT"), body=Body.objects.get(code="DEMO:ONG-GT"),
        title=f"a{words}b", text=f"c{words}d", language="es", by=cast["diego"],
    )  # fmt: skip
    client.force_login(cast["diego"])
    page = client.get(topic.get_absolute_url()).content.decode()
    shown = words.replace("<", "&lt;").replace(">", "&gt;").replace("'", "&#x27;")
    assert page.count(f"a{shown}b") >= 2
    assert f"c{shown}d" in page
    assert "49" not in page.partition("<h1")[2].partition("</h1>")[0]
