"""The reader: what it finds in the 2013 minutes, its time beside a bare start, its growth."""

import statistics
import subprocess
import sys
import time
from dataclasses import asdict

from consuno.reader import extract
from tests.reader import golden, regional, scoring


def seconds(job, repeat=7):
    """Median of a few runs."""
    times = []
    for _turn in range(repeat):
        start = time.perf_counter()
        job()
        times.append(time.perf_counter() - start)
    return statistics.median(times)


def command(*words):
    subprocess.run([sys.executable, "-m", "consuno", *words], check=True, capture_output=True)


def print_corpora():
    """Invented documents, and regional texts in restatement: tuned figures (see the docs)."""
    for folder in ("corpus", "corpus_held_out"):
        papers = scoring.documents(scoring.CORPUS.with_name(folder))
        total = scoring.Score()
        for path, want in papers:
            total += scoring.score(extract(path.read_text("utf-8")), want)
        print(
            f"reader: {folder:<16} {total.documents} documents, F1 {total.f1:.3f}, "
            f"dates {total.dated_right}/{total.dated}, "
            f"responsible {total.responsibles_right}/{total.responsibles}, "
            f"invented {total.invented} in {total.negatives} that hold none"
        )
    for name, folder in (("regional", regional.CORPUS), ("other", regional.OTHERS)):
        found, (right, of, _wrong) = regional.measure(corpus=folder), regional.dates(folder)
        print(
            f"reader: restated {name} texts: F1 {found.f1:.3f}, dates {found.dated_right}/{found.dated}, "
            f"responsible {found.responsible_right}/{found.responsible}, "
            f"invented {found.invented} in {found.empty_documents} that hold none; "
            f"deadline sentences {right}/{of}"
        )


def main():
    if not golden.MINUTES.is_file():
        print("reader: the 2013 minutes are not beside this checkout; nothing measured")
        return
    for name, value in asdict(golden.measure(golden.read())).items():
        print(f"reader: {name:<14} {value}")
    print_corpora()
    text = golden.MINUTES.read_text(encoding="utf-8")
    once, twice = seconds(lambda: extract(text)), seconds(lambda: extract(text + "\n" + text))
    long, longer = seconds(lambda: extract(text * 8), 3), seconds(lambda: extract(text * 16), 3)
    bare = seconds(lambda: command("extract_minutes", "--help"), 3)
    whole = seconds(lambda: command("extract_minutes", str(golden.MINUTES)), 3)
    print(
        f"reader: 117 lines in {once * 1e3:.1f} ms; twice the text costs {twice / once:.2f} times"
    )
    print(f"reader: 16 copies cost {longer / long:.2f} times what 8 copies cost (2.0 is linear)")
    print(f"reader: the command takes {whole / bare:.2f} times its bare start ({bare:.2f} s)")


if __name__ == "__main__":
    main()
