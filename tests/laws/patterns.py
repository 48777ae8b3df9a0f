"""Every regular expression of the project and how it is used: those kept in modules, and those written in a call."""

import ast
import importlib
import pkgutil
import re
from pathlib import Path

import consuno

ROOT = Path(consuno.__file__).parent
USES = ("search", "match", "fullmatch", "finditer", "findall", "sub", "split", "subn")
SKIPPED = re.compile(r"\.migrations|__main__$|^consuno\.wsgi$|\.jobs\.postgres$")


def _inside(value, depth=0):
    if isinstance(value, re.Pattern):
        yield value
    elif depth < 4 and isinstance(value, dict):
        for each in value.values():
            yield from _inside(each, depth + 1)
    elif depth < 4 and isinstance(value, list | tuple | set | frozenset):
        for each in value:
            yield from _inside(each, depth + 1)
    elif (
        depth < 3 and type(value).__module__.startswith("consuno.") and not isinstance(value, type)
    ):
        names = [*getattr(value, "__dict__", {}), *getattr(type(value), "__slots__", ())]
        for name in names:
            yield from _inside(getattr(value, name, None), depth + 1)


def _kept():
    for found in pkgutil.walk_packages([str(ROOT)], "consuno."):
        if SKIPPED.search(found.name):
            continue
        module = importlib.import_module(found.name)
        source = Path(module.__file__).read_text("utf-8")
        for name, value in vars(module).items():
            for pattern in _inside(value):
                yield found.name, pattern, _uses(source, name)


def _uses(source, name):
    """How its own module uses a name; of what is kept deeper, or used elsewhere, the hardest."""
    found = set(re.findall(rf"\b{re.escape(name)}\.(\w+)\(", source)) & set(USES)
    return {each if each in {"match", "fullmatch"} else "search" for each in found} or {"search"}


def _written():
    for path in ROOT.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if _calls_re(node) and isinstance(node.args[0], ast.Constant):
                use = node.func.attr if node.func.attr in {"match", "fullmatch"} else "search"
                where = str(path.relative_to(ROOT))
                yield where, re.compile(node.args[0].value, _flags(node)), {use}


def _calls_re(node):
    called = isinstance(node, ast.Call) and node.args and isinstance(node.func, ast.Attribute)
    return (
        called
        and isinstance(node.func.value, ast.Name)
        and node.func.value.id == "re"
        and node.func.attr in USES
    )


def _flags(node):
    arguments = [*node.args[1:], *[each.value for each in node.keywords]]
    names = {
        each.attr for argument in arguments for each in ast.walk(argument)
        if isinstance(each, ast.Attribute) and each.attr.isupper()
    }  # fmt: skip
    return sum((getattr(re, name) for name in names), re.RegexFlag(0))


def patterns():
    """Each once: where it stands, itself, and how it is used."""
    seen = {}
    for where, pattern, uses in [*_kept(), *_written()]:
        kept = seen.setdefault((pattern.pattern, pattern.flags), (where, pattern, set()))
        kept[2].update(uses)
    return [(where, pattern, sorted(uses)) for where, pattern, uses in seen.values()]
