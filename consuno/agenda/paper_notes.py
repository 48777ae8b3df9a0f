"""What a paper had that was not read as its text, in sentences for whoever reviews it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class PaperNote(NamedTuple):
    """A sentence and how loudly it is said: "warn" asks to compare, "" only tells."""

    level: str
    sentence: str | Promise


#: Before the name of a file that came with a mail and was not read.
ATTACHED = "attached:"
#: By the word that the reader of files leaves; `unread` has a way out of its own on the page.
NOTES = {
    "tracked": PaperNote(
        "warn",
        _("El archivo traía control de cambios: se leyó con todos los cambios aceptados."),
    ),
    "struck": PaperNote(
        "warn",
        _("Hay texto tachado: no se leyó como acordado. Donde estaba se ve «[…]»."),
    ),
    "hidden": PaperNote(
        "warn",
        _("Hay texto oculto en el archivo: no se leyó. Búsquelo en el original."),
    ),
    "comments": PaperNote(
        "",
        _("El archivo trae comentarios al margen: no son parte del texto y no se leyeron."),
    ),
    "forwarded": PaperNote(
        "warn",
        _("Se leyó el acta que venía adjunta al correo, no el texto del correo."),
    ),
    "figures": PaperNote(
        "",
        _("El archivo trae imágenes: lo que digan no se leyó."),
    ),
    "pages": PaperNote(
        "warn",
        _("Hay páginas dañadas que no se leyeron: búsquelas en el original."),
    ),
    "columns": PaperNote(
        "warn",
        _(
            "El PDF parece tener dos columnas: el orden del texto puede no ser el del papel. "
            "Compárelo con el original."
        ),
    ),
    "ordered": PaperNote(
        "",
        _(
            "El PDF tiene dos columnas: se leyó primero la izquierda y después la derecha. Si era "
            "una tabla, compárelo con el original."
        ),
    ),
    "scan": PaperNote(
        "warn",
        _(
            "El acta es un escaneado: el texto lo reconoció una máquina y puede tener letras "
            "cambiadas. Compárelo con el original."
        ),
    ),
    "pictures": PaperNote(
        "warn",
        _(
            "Hay páginas que son imágenes: lo que dicen no se leyó. Búsquelas en el original y, "
            "si acuerdan algo, corrija el texto del acta."
        ),
    ),
}


def sentences(words: Iterable[str]) -> Iterator[PaperNote]:
    """What to say of a paper with these notes, the loudest first."""
    words = set(words)
    known = [NOTES[word] for word in NOTES if word in words]
    unread = sorted(word.removeprefix(ATTACHED) for word in words if word.startswith(ATTACHED))
    if unread:
        said = _(
            "El correo trae archivos que no se leyeron: %(names)s. Si alguno es el acta, tráigalo."
        )
        known.append(PaperNote("warn", said % {"names": ", ".join(unread)}))
    yield from sorted(known, key=lambda note: note.level != "warn")
