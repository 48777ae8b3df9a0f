"""No module needs one that needs it, however far around."""

from __future__ import annotations

from graphlib import CycleError, TopologicalSorter

import grimp


def test_no_circle_of_modules() -> None:
    """Imports inside functions count, those for types alone do not.

    A package and what is inside it are told apart: `consuno.core` needs nothing.
    """
    graph = grimp.build_graph("consuno", exclude_type_checking_imports=True)
    needs = {
        module: graph.find_modules_directly_imported_by(module) for module in sorted(graph.modules)
    }
    try:
        TopologicalSorter(needs).prepare()
    except CycleError as error:
        circle = " → ".join(reversed(error.args[1]))
        raise AssertionError(circle) from None
