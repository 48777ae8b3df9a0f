"""Files to hand in, and what pages say of what they hide."""

import io

from PIL import Image

CLEAN = "sin datos ocultos"
AS_IT_CAME = "como vino: puede llevar datos ocultos"


def png() -> bytes:
    """A picture, whose hidden data can be taken out."""
    kept = io.BytesIO()
    Image.new("RGB", (4, 4)).save(kept, "PNG")
    return kept.getvalue()
