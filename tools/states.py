"""Draw the state diagrams of docs/explanation/states.md from the tables: `make states`."""

from __future__ import annotations

import os
from pathlib import Path

PAGE = Path(__file__).parent.parent / "docs" / "explanation" / "states.md"
HEAD = """# The states of each record

Drawn from the tables in each room's `workflow.py` by `make states`; a test holds them together.
An arrow is an act: the name is that of the action, and the word that the record of acts keeps.
"""


def page() -> str:
    """The whole page, one diagram for each table, in the order of their names."""
    from consuno.core.workflow import WORKFLOWS

    parts = [HEAD]
    for name, table in sorted(WORKFLOWS.items()):
        parts.append("\n".join([f"## {name}", "", "```mermaid", *table.diagram(), "```", ""]))
    return "\n".join(parts)


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "consuno.settings")
    import django
    from django.utils.module_loading import autodiscover_modules

    django.setup()
    autodiscover_modules("workflow")
    PAGE.write_text(page(), encoding="utf-8")
