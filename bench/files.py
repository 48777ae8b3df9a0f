"""Files: a hundred pages of Word and of PDF, in seconds and memory, beside plain text of as many words."""

import io
import resource
import time

import typst
from docx import Document

from consuno.agenda.papers import read_file

PAGES, LINES = 100, 40
LINE = (
    "La Secretaría de prueba enviará el informe número {} a los once países antes del 30 de abril."
)


def word(pages):
    document = Document()
    for number in range(pages * LINES):
        document.add_paragraph(LINE.format(number), style="List Number")
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def pdf(pages):
    text = "#set page(height: 25cm)\n#set text(size: 9pt)\n" + "\n\n#pagebreak()\n\n".join(
        "\n\n".join(
            f"+ {LINE.format(number)}" for number in range(page * LINES, (page + 1) * LINES)
        )
        for page in range(pages)
    )
    return typst.compile(text.encode())


def measured(content, name):
    """Seconds, and what the child weighed at most, in MB (of all children so far)."""
    start = time.perf_counter()
    paper = read_file(content, name)
    taken = time.perf_counter() - start
    assert f"número {PAGES * LINES // 2 - 1} a" in paper.text
    return taken, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024


def main():
    text = "\n".join(LINE.format(number) for number in range(PAGES * LINES)).encode()
    plain, _memory = measured(text, "acta.txt")
    print(f"files: {PAGES} pages of plain text in {plain:.2f} s")
    for make, name in ((word, "acta.docx"), (pdf, "acta.pdf")):
        half, _memory = measured(make(PAGES // 2), name)
        taken, memory = measured(make(PAGES), name)
        print(
            f"files: {PAGES} pages of {name[-4:].strip('.')} in {taken:.2f} s, at most {memory:.0f} MB"
            f" in a child; {taken / half:.2f} times what half of them take"
        )


if __name__ == "__main__":
    main()
