"""How many functions are more complex than ten branches (McCabe); no more than one in a hundred may be."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
MOST = 10
SHARE = 0.01


def functions() -> int:
    """The functions and methods of the project, migrations aside."""
    paths = (path for path in (ROOT / "consuno").rglob("*.py") if "migrations" not in path.parts)
    return sum(
        isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        for path in paths
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
    )


def complex_ones() -> list[str]:
    """Where those are that are too complex, whatever is said beside them."""
    said = subprocess.run(
        [
            str(Path(sys.executable).with_name("ruff")), "check", "--select", "C901", "--ignore-noqa",
            "--config", f"lint.mccabe.max-complexity={MOST}", "--output-format", "concise", "consuno",
        ],
        cwd=ROOT, capture_output=True, text=True, check=False,
    ).stdout  # fmt: skip
    return [line for line in said.splitlines() if "C901" in line]


def main() -> None:
    """Print the count; end with 1 where there are too many."""
    found, total = complex_ones(), functions()
    print(f"complexity over {MOST}: {len(found)} of {total} functions ({len(found) / total:.2%})")
    for line in found:
        print(f"  {line}")
    sys.exit(len(found) > total * SHARE)


if __name__ == "__main__":
    main()
