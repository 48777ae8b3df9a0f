"""The child that takes hidden data out of one file: bytes on standard input, JSON on standard output.

Pictures lose place, device and author: they are encoded again, turned upright first, inside documents too. What
documents lose is in `scrubber_office` and `scrubber_pdf`. What people see stays.
"""

from __future__ import annotations

import base64
import io
import json
import resource
import sys

MEMORY = 1024 * 1024 * 1024
SECONDS = 20
#: A picture of more points than this is not opened.
MOST_POINTS = 60_000_000


def main() -> None:
    """Clean; answer the file, or the word for why not."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    try:
        done = cleaned(sys.argv[1], sys.stdin.buffer.read())
        answer = {"content": base64.b64encode(done).decode()}
    except Exception:  # whatever a broken file makes a library raise, the answer is the same
        answer = {"error": "broken"}
    sys.stdout.write(json.dumps(answer))


def cleaned(kind: str, content: bytes) -> bytes:
    """The file without hidden data. Raises whatever a library raises of a broken one, ValueError of one it may not."""
    if kind == "picture":
        return picture(content)
    if kind == "pdf":
        from consuno.core.scrubber_pdf import pdf

        return pdf(content)
    from consuno.core.scrubber_office import office

    return office(content, picture)


def picture(content: bytes) -> bytes:
    """Encode it again, in its own format, without anything beside its points."""
    from PIL import Image, ImageOps

    Image.MAX_IMAGE_PIXELS = MOST_POINTS
    found = Image.open(io.BytesIO(content), formats=["JPEG", "PNG", "WEBP"])
    if getattr(found, "n_frames", 1) > 1 and found.format != "MPO":
        raise ValueError("it moves")
    form = (
        "JPEG" if found.format == "MPO" else found.format or "PNG"
    )  # MPO: a telephone's two pictures in one
    upright = ImageOps.exif_transpose(found)
    plain = Image.frombytes(upright.mode, upright.size, upright.tobytes())
    if upright.mode == "P" and (palette := upright.getpalette()):
        plain.putpalette(palette)
    kept = io.BytesIO()
    plain.save(kept, form, **({"quality": 92} if form != "PNG" else {}))
    return kept.getvalue()


if __name__ == "__main__":
    main()
