"""The child that takes hidden data out of one file: bytes on standard input, JSON on standard output.

Pictures lose place, device and author (they are encoded again, turned upright first); PDF loses its
properties and XMP; Office files lose their author, company and custom properties. What people see stays.
"""

from __future__ import annotations

import base64
import io
import json
import resource
import sys
import zipfile

MEMORY = 1024 * 1024 * 1024
SECONDS = 20
#: A picture of more points than this is not opened.
MOST_POINTS = 60_000_000
MOST_UNPACKED = 60 * 1024 * 1024
_CORE = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<cp:coreProperties xmlns:cp='
    b'"http://schemas.openxmlformats.org/package/2006/metadata/core-properties"/>'
)
_APP = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Properties xmlns='
    b'"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"/>'
)
_CUSTOM = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Properties xmlns='
    b'"http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"/>'
)
_META = (
    b'<?xml version="1.0" encoding="UTF-8"?>\n<office:document-meta xmlns:office='
    b'"urn:oasis:names:tc:opendocument:xmlns:office:1.0" office:version="1.2"><office:meta/>'
    b"</office:document-meta>"
)
#: Parts of an archive that hold hidden data, and what stands in their place.
PARTS = {
    "docProps/core.xml": _CORE, "docProps/app.xml": _APP, "docProps/custom.xml": _CUSTOM,
    "meta.xml": _META,
}  # fmt: skip


def main() -> None:
    """Clean; answer the file, or the word for why not."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    cleaners = {"picture": picture, "pdf": pdf, "office": office}
    try:
        done = cleaners[sys.argv[1]](sys.stdin.buffer.read())
        answer = {"content": base64.b64encode(done).decode()}
    except Exception:  # whatever a broken file makes a library raise, the answer is the same
        answer = {"error": "broken"}
    sys.stdout.write(json.dumps(answer))


def picture(content: bytes) -> bytes:
    """Encode it again, in its own format, without anything beside its points."""
    from PIL import Image, ImageOps

    Image.MAX_IMAGE_PIXELS = MOST_POINTS
    found = Image.open(io.BytesIO(content), formats=["JPEG", "PNG"])
    form = found.format or "PNG"
    upright = ImageOps.exif_transpose(found)
    plain = Image.frombytes(upright.mode, upright.size, upright.tobytes())
    if upright.mode == "P" and (palette := upright.getpalette()):
        plain.putpalette(palette)
    kept = io.BytesIO()
    plain.save(kept, form, **({"quality": 92} if form == "JPEG" else {}))
    return kept.getvalue()


def pdf(content: bytes) -> bytes:
    """Copy it without its properties and its XMP."""
    from pypdf import PdfReader, PdfWriter
    from pypdf.generic import NameObject

    reader = PdfReader(io.BytesIO(content))
    if reader.is_encrypted:
        raise ValueError
    writer = PdfWriter(clone_from=reader)
    writer.metadata = None
    writer.root_object.pop(NameObject("/Metadata"), None)
    kept = io.BytesIO()
    writer.write(kept)
    return kept.getvalue()


def office(content: bytes) -> bytes:
    """Copy the archive, with empty properties in place of what they said."""
    kept = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old:
        if sum(part.file_size for part in old.infolist()) > MOST_UNPACKED:
            raise ValueError
        with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as new:
            for part in old.infolist():
                # Always the same day: the same file cleaned twice is the same file.
                plain = zipfile.ZipInfo(part.filename, (1980, 1, 1, 0, 0, 0))
                plain.compress_type = part.compress_type
                new.writestr(plain, PARTS.get(part.filename) or old.read(part))
    return kept.getvalue()


if __name__ == "__main__":
    main()
