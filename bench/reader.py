"""The reader: what it finds in the 2013 minutes, its time beside a bare start, its growth."""

import statistics
import subprocess
import sys
import time
from dataclasses import asdict

from consuno.agenda.extraction import extract
from tests.agenda.extraction import golden


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


def main():
    if not golden.MINUTES.is_file():
        print("reader: the 2013 minutes are not beside this checkout; nothing measured")
        return
    for name, value in asdict(golden.measure(golden.read())).items():
        print(f"reader: {name:<14} {value}")
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
