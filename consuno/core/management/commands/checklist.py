"""`consuno checklist`: each line of the security checklist, its level, the test that holds it, and its state."""

from django.utils.translation import gettext_noop

from consuno.core import checklist
from consuno.core.vault import sections, trust
from consuno.core.verb import Verb


class Command(Verb):
    """Print it, and whether wraps and grants of this installation agree."""

    about = gettext_noop(
        "La lista de seguridad (ASVS 5.0): renglón, nivel, prueba que lo sostiene y estado."
    )

    def handle(self, **options: object) -> None:
        """Print."""
        for each in checklist.items():
            state = "sostenido" if each.tests else "sin prueba"
            self.stdout.write(
                f"{each.row:>2}  ASVS {each.asvs:<14} nivel {each.level}  {state:<10} {each.says}"
            )
            for name in each.tests:
                self.stdout.write(f"      {name}")
        wrong = sections.out_of_step()
        words = "todas de acuerdo" if not wrong else f"{wrong} EN DESACUERDO"
        self.stdout.write(f"Envolturas y permisos de esta instalación: {words}")
        wrong_keys = trust.faults()
        self.stdout.write(
            f"Claves de las organizaciones: {'todas bien' if not wrong_keys else 'MAL'}"
        )
        for fault in wrong_keys:
            self.stdout.write(f"      {fault}")
