"""`consuno checklist`: each line of the security checklist, its level, the test that holds it, and its state."""

import sys

from django.utils.translation import gettext_noop

from consuno.core import checklist, running
from consuno.core.vault import sections, trust
from consuno.core.verb import Verb


class Command(Verb):
    """Print it, and whether wraps and grants of this installation agree."""

    about = gettext_noop(
        "La lista de seguridad (ASVS 5.0): renglón, nivel, prueba que lo sostiene y estado."
    )

    def handle(self, **options: object) -> None:
        """Print; 1 where this installation's keys are not as they must be."""
        for each in checklist.items():
            held = gettext_noop("sostenido") if each.tests else gettext_noop("sin prueba")
            state = self.word(held)
            self.stdout.write(
                f"{each.row:>2}  ASVS {each.asvs:<14} nivel {each.level}  {state:<10} {each.says}"
            )
            for name in each.tests:
                self.stdout.write(f"      {name}")
        if self._keys_are_wrong():
            sys.exit(1)

    def _keys_are_wrong(self) -> bool:
        if not running.has_database():
            self.say(gettext_noop("Aquí no hay ninguna base: de sus claves no se dice nada."))
            return False
        wrong, faults = sections.out_of_step(), trust.faults()
        if wrong:
            self.say(
                gettext_noop("Envolturas y permisos de esta instalación: %(n)s EN DESACUERDO"),
                n=wrong,
            )
        else:
            self.say(gettext_noop("Envolturas y permisos de esta instalación: todas de acuerdo"))
        if faults:
            self.say(gettext_noop("Claves de las organizaciones: MAL"))
        else:
            self.say(gettext_noop("Claves de las organizaciones: todas bien"))
        for fault in faults:
            self.stdout.write(f"      {fault}")
        return bool(wrong or faults)
