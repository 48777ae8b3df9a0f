"""What was done to a record, as sentences of its page's history."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from consuno.core.models import AuditEntry

WORDS: dict[str, str | Promise] = {
    "add_commitment": _("Entró en la agenda."),
    # Acts of rooms above, about what is on the agenda.
    "name_bodies": _("Dijo qué instituciones responden."),
    "bind_bodies": _("Quedó dicho qué instituciones responden."),
    "tie_event": _("Dijo qué reunión es su plazo."),
    "untie_event": _("Retiró qué reunión es su plazo."),
    "resolve_event": _("Cambió la fecha de la reunión que es su plazo."),
    "hear": _("Se registró por primera vez qué se hizo."),
    "close_commitment": _("Cambió si sigue abierto."),
    "set_date": _("Fijó la fecha que estaba por definir."),
    "promote": _("Quiere que sea un compromiso."),
    "propose_corrigendum": _("Propuso corregirlo."),
    "agree_corrigendum": _("Estuvo de acuerdo en corregirlo."),
    "withdraw_corrigendum": _("Retiró la corrección."),
    "candidate_accepted": _("Lo aceptó."),
    "candidate_rejected": _("Lo rechazó."),
    "candidate_reconsidered": _("Retiró lo que había dicho."),
    "candidate_edited": _("Lo corrigió."),
    "candidate_split": _("Lo partió en varios."),
    "candidate_merged": _("Le unió otro."),
    "candidate_undone": _("Deshizo el último cambio."),
    "candidate_reread": _("El acta corregida lo dice de otro modo."),
    "candidate_found": _("Lo trajo el acta corregida."),
    "candidate_left": _("El acta corregida ya no lo dice."),
    "candidate_added": _("Lo agregó a mano."),
    "candidate_is_another": _("Es otra cosa que lo que ya estaba en la agenda, o un seguimiento."),
    "candidate_taken": _("Lo tomó de una frase por mirar."),
}


@dataclass(frozen=True, slots=True)
class Told:
    """An entry of the audit; persons appear by the body they acted for."""

    words: str | Promise
    who: str
    at: datetime.datetime

    @classmethod
    def of(cls, entry: AuditEntry) -> Told:
        """Put an act into words."""
        return cls(WORDS.get(entry.verb, entry.verb), entry.on_behalf_of, entry.at)
