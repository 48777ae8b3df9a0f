"""The states of a record as a table: from where, by which act, to where, and whom it tells.

Policies ask the table WHEN an act is possible, actions move a record by it, a page asks once what is open
to its reader, and the diagrams in docs/explanation/states.md are drawn from it. A state written anywhere
else is refused by a test (tests/laws/test_states.py).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import wraps
from typing import Any, TypeVar, cast

from django.db.models import QuerySet
from django.utils.functional import Promise

from consuno.core.policy import Denied, allowed

Check = TypeVar("Check", bound=Callable[..., Any])


@dataclass(frozen=True, slots=True)
class Step:
    """One act: for each state in which it is possible, the state or states to which it leads.

    `verb` is the name of the action, and the word that the record of acts keeps. `refusal` is what a
    colleague reads in any other state, or in each. `tells` are the notices that it leaves. What a clock or a
    bearer does stands `alone`: no rule of WHO is asked, and no word of it is kept. `on` names the record on
    which it is done, where that is another: its rule is asked of that one.
    """

    verb: str
    moves: Mapping[str, str | tuple[str, ...]]
    refusal: str | Promise | Mapping[str, str | Promise]
    tells: tuple[str, ...] = ()
    alone: bool = False
    on: str = ""

    def targets(self, state: str) -> tuple[str, ...]:
        """Where it may lead from a state; none where it is not possible."""
        found = self.moves.get(state, ())
        return (found,) if isinstance(found, str) else found


class Workflow:
    """The acts on one kind of record, by the state in which it is."""

    def __init__(
        self,
        model: str,
        read: str | Callable[[Any], str],
        *steps: Step,
        stamps: Mapping[str, str] | None = None,
        by_time: Mapping[str, str] | None = None,
    ) -> None:
        """`read` is the field or property that tells the state, or what works it out. `stamps`: where the
        state is read off days, the field of the day that puts a record in a state. `by_time`: the states to
        which the clock leads, each with the one before.
        """
        self.model, self.read, self.stamps = model, read, stamps
        self.by_time = by_time or {}
        self.steps = {step.verb: step for step in steps}
        #: WHO may do each act, without WHEN.
        self.checks: dict[str, Callable[..., object]] = {}
        assert model not in WORKFLOWS  # noqa: S101 - one table for each kind of record
        WORKFLOWS[model] = self

    def state(self, record: Any) -> str:
        """The state in which a record is."""
        told = self.read(record) if callable(self.read) else getattr(record, self.read)
        return str(told)

    def must_allow(self, verb: str, record: Any) -> None:
        """Raise Denied where the act is not possible in the state of the record."""
        step, state = self.steps[verb], self.state(record)
        if not step.targets(state):
            raise Denied(step.refusal[state] if isinstance(step.refusal, Mapping) else step.refusal)

    def may(self, verb: str) -> Callable[[Check], Check]:
        """Make a check of WHO the rule of an act: it is asked first, then the table."""

        def register(check: Check) -> Check:
            @wraps(check)
            def rule(user: Any, record: Any, *args: Any, **kwargs: Any) -> Any:
                answer = check(user, record, *args, **kwargs)
                if record is not None:  # what is not there yet stands in no state
                    self.must_allow(verb, record)
                return answer

            self.checks[verb] = check
            return cast("Check", rule)

        return register

    def at(self, verb: str) -> tuple[str, ...]:
        """The states in which an act is possible."""
        return tuple(self.steps[verb].moves)

    def open_to(self, user: Any, record: Any) -> frozenset[str]:
        """The acts that this person may do on this record now. The state is worked out once."""
        state = self.state(record)
        return frozenset(
            verb
            for verb, check in self.checks.items()
            if self.steps[verb].targets(state) and allowed(check, user, record)
        )

    def move(self, verb: str, record: Any, to: str | None = None, *, at: Any = None) -> None:
        """Put a record in the state to which an act leads, for its action to save.

        `to` says which, where it may lead to several; `at` is the day or hour that is stamped.
        Raises Denied where the act is not possible, and
        ValueError where it does not lead there.
        """
        self.must_allow(verb, record)
        targets = self.steps[verb].targets(self.state(record))
        if to is None and len(targets) == 1:
            to = targets[0]
        if to not in targets:
            raise ValueError(f"{verb} leads from {self.state(record)} to {targets}, not to {to}")
        if self.stamps is None:
            setattr(record, str(self.read), to)
        elif to in self.stamps:
            setattr(record, self.stamps[to], at)

    def move_all(self, verb: str, records: QuerySet[Any], **also: Any) -> int:
        """Move each of these rows that an act can move, and write `also` what else changes; return how many.

        For an act that leads to one state. Raises ValueError where it leads to several.
        """
        targets = {each for state in self.at(verb) for each in self.steps[verb].targets(state)}
        if len(targets) != 1:
            raise ValueError(f"{verb} leads to {targets}")
        movable = records.filter(**{f"{self.read}__in": self.at(verb)})
        return movable.update(**{str(self.read): targets.pop()}, **also)

    def diagram(self) -> Iterable[str]:
        """Its lines as a Mermaid state diagram; acts that leave a record where it is share an arrow."""
        arrows: dict[tuple[str, str], list[str]] = {}
        for step in self.steps.values():
            for source in step.moves:
                for target in step.targets(source):
                    arrows.setdefault((source, target), []).append(step.verb)
        yield "stateDiagram-v2"
        for target, source in self.by_time.items():
            yield f"    {source} --> {target}: (its day comes)"
        for (source, target), verbs in arrows.items():
            yield f"    {source} --> {target}: {', '.join(verbs)}"


#: Every table, by the label of its model.
WORKFLOWS: dict[str, Workflow] = {}


def open_to(user: Any, record: Any) -> frozenset[str]:
    """The acts that this person may do on a record that has a table."""
    return WORKFLOWS[record._meta.label].open_to(user, record)
