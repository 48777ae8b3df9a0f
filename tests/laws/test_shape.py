"""The house keeps its shape: small files, actions that say who acts, links that lead somewhere."""

import ast
import inspect
import re
from pathlib import Path

import consuno.agenda.actions as agenda_actions
from consuno.cases import actions as cases_actions
from consuno.consultation import actions as consultation_actions
from consuno.core import accounts
from consuno.directory import actions as directory_actions
from consuno.inquiries import actions as inquiries_actions
from consuno.knowledge import actions as knowledge_actions
from consuno.meetings import actions as meetings_actions
from consuno.monitoring import actions as monitoring_actions
from consuno.services import actions as services_actions

ROOT = Path(__file__).resolve().parents[2]
SKIPPED = {".venv", "var", "migrations"}


def files(pattern):
    return [path for path in ROOT.rglob(pattern) if not SKIPPED & set(path.parts)]


def test_no_file_is_longer_than_it_can_be_read():
    lengths = {path.name: path.read_text("utf-8").count("\n") for path in files("*.py")}
    assert not {name for name, lines in lengths.items() if lines > 400}


def test_no_function_is_longer_than_a_screen():
    for path in files("*.py"):
        if "tests" in path.parts:
            continue
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.FunctionDef):
                assert node.end_lineno - node.lineno <= 45, (path.name, node.name)


#: A sentence of the catalogue stands on one line, however long it is; so does what a script reads.
SENTENCE = re.compile(
    r"\{% translate .*?%\}|\{% blocktranslate.*?\{% endblocktranslate %\}|<script.*?</script>"
)


def test_no_line_of_a_template_runs_out_of_the_page():
    long = {
        f"{path.relative_to(ROOT)}:{number}"
        for path in files("*.html")
        for number, line in enumerate(path.read_text("utf-8").split("\n"), 1)
        if len(SENTENCE.sub("", line)) > 160
    }
    assert not long


def actions():
    for module in (
        agenda_actions,
        directory_actions,
        monitoring_actions,
        meetings_actions,
        inquiries_actions,
        knowledge_actions,
        consultation_actions,
        cases_actions,
        services_actions,
        accounts,
    ):
        for name, value in vars(module).items():
            ours = getattr(value, "__module__", "").startswith(module.__name__)
            if ours and inspect.isfunction(value) and not name.startswith("_"):
                yield name, inspect.signature(value)


def test_every_action_is_keyword_only_and_says_who_acts():
    found = dict(actions())
    assert len(found) > 10
    for name, signature in found.items():
        kinds = {parameter.kind for parameter in signature.parameters.values()}
        assert kinds <= {inspect.Parameter.KEYWORD_ONLY, inspect.Parameter.VAR_KEYWORD}, name
        assert "by" in signature.parameters, name


def test_links_in_the_docs_lead_somewhere():
    for path in files("*.md"):
        if "corpus" in path.parts:
            continue
        for target in re.findall(r"\]\(([^)#]+)", path.read_text("utf-8")):
            if "://" not in target:
                assert (path.parent / target).exists(), (path.name, target)
