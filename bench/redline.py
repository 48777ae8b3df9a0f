"""The redline of a long text, beside a plain difflib run over the same two texts.

    python -m bench.redline

2,000 clauses (about 60 pages), of which one in ten is rewritten, one in fifty is gone, one in fifty is
new and a block moved; every other number is the best of five turns.
"""

from __future__ import annotations

import difflib
import random
import time
from collections.abc import Callable

from consuno.consultation.texts import align, redline

CLAUSES = 2_000
WORDS = (
    "el la los Estado país persona víctima niñez plazo deberá podrá informe remitir datos consulado "
    "asistencia protección días hábiles ley retorno familia decisión recurso audiencia costo"
).split()


def clause(chance: random.Random) -> str:
    """Some fifteen words."""
    return " ".join(chance.choices(WORDS, k=chance.randint(8, 22)))


def versions() -> tuple[list[tuple[int, str]], list[tuple[int, str]]]:
    """An old text and a new one, made from the same seed every time."""
    chance = random.Random(2013)
    old = [(uid, clause(chance)) for uid in range(CLAUSES)]
    new = []
    for uid, text in old:
        dice = chance.random()
        if dice < 0.02:
            continue
        if dice < 0.12:
            words = text.split()
            words[chance.randrange(len(words))] = "modificado"
            text = " ".join(words)
        new.append((uid, text))
        if dice > 0.98:
            new.append((CLAUSES + uid, clause(chance)))
    return old, new[300:] + new[:300]


def best(act: Callable[[], object]) -> float:
    """Milliseconds of the quickest of five turns."""
    turns = []
    for _turn in range(5):
        began = time.perf_counter()
        act()
        turns.append((time.perf_counter() - began) * 1000)
    return min(turns)


def main() -> None:
    """Print the figures."""
    old, new = versions()
    texts = [text for _uid, text in new]
    ours = best(lambda: redline(old, new))
    aligned = best(lambda: align(old, texts))
    mine, theirs = ("\n".join(text for _uid, text in each) for each in (old, new))
    plain = best(
        lambda: list(
            difflib.SequenceMatcher(None, mine.splitlines(), theirs.splitlines()).get_opcodes()
        )
    )
    words = best(
        lambda: list(difflib.SequenceMatcher(None, mine.split(), theirs.split()).get_opcodes())
    )
    print(f"redline of {CLAUSES} clauses: {ours:.0f} ms (word by word, moves told)")
    print(f"which clause is which in a text that comes in: {aligned:.0f} ms")
    print(f"plain difflib on the same texts: by lines {plain:.0f} ms, by words {words:.0f} ms;")
    print(f"the redline takes {ours / plain:.1f} of the first and {ours / words:.3f} of the second")


if __name__ == "__main__":
    main()
