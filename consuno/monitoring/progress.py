"""The figure of progress, from weighed steps alone: ratings are ordinals and are never averaged."""

from __future__ import annotations

from collections.abc import Iterable


def progress(steps: Iterable[tuple[int, int | None]]) -> int | None:
    """Return sum(w * p) / sum(w) in whole per cent, rounded down; None where there is no step.

    Each step is its weight (above 0) and how far it was reported, in per cent; a step of which
    nothing was reported counts as 0, so that silence never moves the figure up.
    """
    weights = done = 0
    for weight, percent in steps:
        weights += weight
        done += weight * (percent or 0)
    return done // weights if weights else None
