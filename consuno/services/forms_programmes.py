"""The form of a programme."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from consuno.core.acting import Form
from consuno.core.bilingual import Bilingual
from consuno.services.forms import both
from consuno.services.models import Programme


class ProgrammeForm(Form):
    """Its name and what it is, in both languages."""

    name_es, name_en = both(_("Cómo se llama"), required=True, most=150)
    description_es, description_en = both(_("Qué es"), rows=3)

    def __init__(self, programme: Programme | None, data: Any = None) -> None:
        initial: dict[str, str] = {}
        for name in ("name", "description") if programme else ():
            value: Bilingual = getattr(programme, name)
            initial |= {f"{name}_es": value.es, f"{name}_en": value.en}
        super().__init__(data, initial=initial)

    def values(self) -> dict[str, Bilingual]:
        """Fields of the action."""
        said = self.cleaned_data
        return {
            name: Bilingual(said[f"{name}_es"], said[f"{name}_en"])
            for name in ("name", "description")
        }
